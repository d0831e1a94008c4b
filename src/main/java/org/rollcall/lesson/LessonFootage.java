package org.rollcall.lesson;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.ingest.ContentIndex;
import org.rollcall.model.Footage;
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Recording.RecordingState;

/**
 * The recordings of a lesson that are still on the disk.
 *
 * @param files the path of each part's recording, in the order of the claim
 * @param placement the position of each part in the lesson
 */
record LessonFootage(Map<RecordingPart, Path> files, Placement placement) {
  /** Thrown if every recording of the lesson is missing. */
  static final class RecordingsMissing extends RollcallException {
    private static final long serialVersionUID = 1L;

    RecordingsMissing(Message message) {
      super(message);
    }
  }

  /**
   * Finds the recordings of a lesson. Missing ones are set to waiting in the ledger.
   *
   * @param zone the school's time zone
   * @throws RecordingsMissing if none of them can be found
   * @throws TemporaryFailure if the lesson has a register made from a recording that is now
   *     missing, so that a new sheet would show less than the old one
   */
  static LessonFootage find(Claim claim, Store store, ContentIndex contentIndex, ZoneId zone) {
    Map<RecordingPart, Path> files = new LinkedHashMap<>();
    List<Inspection> missing = new ArrayList<>();
    for (RecordingPart part : claim.parts()) {
      Inspection recording = part.recording();
      Optional<Path> file = contentIndex.find(recording.sha256(), recording.file());
      file.ifPresentOrElse(path -> files.put(part, path), () -> missing.add(recording));
    }
    requireUsed(claim.lesson(), missing, store);
    for (Inspection recording : missing) {
      store.ledger().refuse(recording.sha256(), RecordingState.WAITING, missing(recording.file()));
    }
    if (files.isEmpty()) {
      throw new RecordingsMissing(missing(claim.files()));
    }
    return new LessonFootage(files, Placement.of(claim.lesson(), files.keySet(), zone));
  }

  private static void requireUsed(LessonKey lesson, List<Inspection> missing, Store store) {
    List<Footage> used =
        store.lessons().find(lesson).map(register -> register.run().footage()).orElse(List.of());
    for (Inspection recording : missing) {
      if (used.stream().anyMatch(footage -> footage.sha256().equals(recording.sha256()))) {
        throw new TemporaryFailure(
            Message.of(Reason.RECORDING_USED_GONE, lesson, recording.file()));
      }
    }
  }

  private static Message missing(String file) {
    return Message.of(Reason.RECORDINGS_GONE, file);
  }

  /**
   * Checks that the recordings analysed are still those that were claimed.
   *
   * @throws TemporaryFailure if one of the files has been modified since it was found
   */
  void requireUnchanged(ContentIndex contentIndex) {
    files.forEach(
        (part, file) -> {
          if (contentIndex.hasChanged(file, part.recording().sha256())) {
            throw new TemporaryFailure(
                Message.of(Reason.RECORDING_CHANGED, part.recording().file()));
          }
        });
  }

  /** {@return the time at which the first recording starts to show the lesson} */
  ZonedDateTime start() {
    return placement.start();
  }

  /** {@return the parts of recordings that show the lesson, in chronological order} */
  List<PlacedPart> parts() {
    return placement.parts();
  }

  Path file(PlacedPart placed) {
    // The placed part may be shorter than that of the claim.
    return files.entrySet().stream()
        .filter(file -> file.getKey().recording().equals(placed.part().recording()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** {@return the remarks on the recordings that the sheet should show} */
  List<Message> remarks() {
    return files.keySet().stream()
        .map(RecordingPart::recording)
        .flatMap(
            recording ->
                recording.remarks().stream()
                    .map(
                        remark ->
                            files.size() == 1
                                ? remark
                                : Message.of(Reason.OF_RECORDING, recording.file(), remark)))
        .distinct()
        .toList();
  }
}
