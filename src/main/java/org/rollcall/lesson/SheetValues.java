package org.rollcall.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.basics.AtomicFile;
import org.rollcall.basics.FileName;
import org.rollcall.basics.Readers;
import org.rollcall.basics.Sha256;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.store.register.SheetStates;

/**
 * The values beside the sheet of a lesson. They are written, but never read; if a person has
 * changed them nevertheless, they are kept under another name.
 */
final class SheetValues {
  private static final String EDITED = " (edited)";
  private static final int MOST_KEPT = 1000;

  private final Home home;
  private final SheetStates states;

  SheetValues(Home home, SheetStates states) {
    this.home = home;
    this.states = states;
  }

  /** Keeps the values if a person has changed them; before they are written. */
  void keepIfEdited(LessonKey lesson) {
    Path values = file(lesson);
    Optional<String> known = states.values(lesson);
    try {
      if (known.isPresent() && Files.exists(values) && !Sha256.of(values).equals(known.get())) {
        keep(values);
        written(lesson);
      }
    } catch (IOException e) {
      throw new TemporaryFailure(Message.of(Reason.SHEET_UNWRITABLE, values, e), e);
    }
  }

  private static void keep(Path values) throws IOException {
    try (AtomicFile kept = new AtomicFile(unused(values), Readers.GROUP)) {
      Files.copy(values, kept.aside());
      kept.commit();
    }
  }

  private static Path unused(Path values) throws IOException {
    String name = FileName.with(FileName.stem(values.getFileName().toString()), EDITED + ".csv");
    for (int number = 1; number <= MOST_KEPT; number++) {
      Path kept = values.resolveSibling(FileName.numbered(name, number));
      if (Files.notExists(kept)) {
        return kept;
      }
    }
    throw new IOException("%s holds too many changed values".formatted(values.getParent()));
  }

  /** Remembers the values as they are now: they need not be kept. */
  void written(LessonKey lesson) {
    Path values = file(lesson);
    try {
      if (Files.exists(values)) {
        states.saveValues(lesson, Sha256.of(values));
      }
    } catch (IOException e) {
      throw new TemporaryFailure(Message.of(Reason.SHEET_UNWRITABLE, values, e), e);
    }
  }

  private Path file(LessonKey lesson) {
    Path sheet = home.sheet(lesson);
    return sheet.resolveSibling(SheetFolder.valuesBeside(sheet.getFileName().toString()));
  }
}
