package org.rollcall.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Footage;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.Claim;
import org.rollcall.store.Claim.Piece;
import org.rollcall.store.Recording.State;
import org.rollcall.store.Store;

/**
 * The files that show a lesson.
 *
 * @param files where each recording lies; in the order of the claim
 */
record LessonFootage(Map<Piece, Path> files) {
  /** No recording of the lesson is there any more. */
  static final class Gone extends RollcallException {
    private static final long serialVersionUID = 1L;

    Gone(String message) {
      super(message);
    }
  }

  /**
   * Looks for them. Those that are gone are taken down as missing.
   *
   * @throws Gone if none is there
   * @throws TemporaryFailure if the lesson has a sheet that was made from one that is not there, so
   *     that a new sheet would show less than the old one
   */
  static LessonFootage find(Claim claim, Store store, Intake intake) {
    Map<Piece, Path> files = new LinkedHashMap<>();
    List<Piece> missing = new ArrayList<>();
    for (Piece piece : claim.recordings()) {
      Optional<Path> file = intake.find(piece.sha256(), piece.file());
      file.ifPresentOrElse(path -> files.put(piece, path), () -> missing.add(piece));
    }
    requireUsed(claim.lesson(), missing, store);
    for (Piece piece : missing) {
      store.ledger().refuse(piece.sha256(), State.WAITING, sentence(piece.file()));
    }
    if (files.isEmpty()) {
      throw new Gone(sentence(LessonReport.files(claim)));
    }
    return new LessonFootage(files);
  }

  private static void requireUsed(LessonKey lesson, List<Piece> missing, Store store) {
    List<Footage> used =
        store.lessons().find(lesson).map(register -> register.run().footage()).orElse(List.of());
    for (Piece piece : missing) {
      if (used.stream().anyMatch(footage -> footage.sha256().equals(piece.sha256()))) {
        throw new TemporaryFailure(
            "Cannot make the sheet of %s anew: it shows %s as well, which is not there any more. Put that back."
                .formatted(lesson, piece.file()));
      }
    }
  }

  private static String sentence(String file) {
    return "Cannot find %s any more. Put it back to have it processed.".formatted(file);
  }

  /**
   * Makes sure that what was watched is what was claimed.
   *
   * @throws TemporaryFailure if one of the files was written to since it was found
   */
  void requireUnchanged(Intake intake) {
    files.forEach(
        (piece, file) -> {
          if (intake.hasChanged(file, piece.sha256())) {
            throw new TemporaryFailure(
                "Cannot use what was seen in %s: somebody wrote to it meanwhile. It is taken again when it is complete."
                    .formatted(piece.file()));
          }
        });
  }

  List<Piece> pieces() {
    return List.copyOf(files.keySet());
  }

  Path file(Piece piece) {
    return files.get(piece);
  }

  /** {@return what the sheet should say of the recordings} */
  List<String> remarks() {
    return pieces().stream()
        .flatMap(
            piece ->
                piece.remarks().stream()
                    .map(remark -> files.size() == 1 ? remark : piece.file() + ": " + remark))
        .distinct()
        .toList();
  }
}
