package org.rollcall.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.config.Home;
import org.rollcall.config.RosterFile;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Register;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Roster;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.sheet.ClassRegister;
import org.rollcall.sheet.LessonSheet;
import org.rollcall.sheet.UnreadableSheet;
import org.rollcall.store.Leases;
import org.rollcall.store.Lessons;
import org.rollcall.store.PendingSheets;
import org.rollcall.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sheets of a class: takes in what teachers typed before anything is written over it. */
final class Sheets {
  private static final Logger LOG = LoggerFactory.getLogger(Sheets.class);

  private final Home home;
  private final Lessons lessons;
  private final PendingSheets pending;
  private final Leases leases;
  private final LessonSheet lessonSheet = new LessonSheet();
  private final ClassRegister classRegister = new ClassRegister();

  Sheets(Home home, Store store) {
    this.home = home;
    this.lessons = store.lessons();
    this.pending = store.pendingSheets();
    this.leases = store.leases();
  }

  /** {@return where the sheet of a lesson is, or will be} */
  Path sheet(LessonKey lesson) {
    return home.attendance(lesson.className()).resolve(lesson.fileStem() + ".xlsx");
  }

  /** Brings the corrections of a lesson from its sheet into the store. */
  void takeInCorrections(LessonKey lesson) {
    Path sheet = sheet(lesson);
    Optional<Instant> modified = modified(sheet);
    if (modified.isEmpty() || modified.equals(lessons.sheetRead(lesson))) {
      return;
    }
    Map<String, Correction> holding = new LinkedHashMap<>(lessons.corrections(lesson));
    lessonSheet
        .edits(sheet)
        .forEach(
            (student, edit) -> {
              if (edit.status().isEmpty() && edit.remark().isEmpty()) {
                holding.remove(student);
              } else {
                holding.put(student, edit);
              }
            });
    lessons.saveCorrections(lesson, holding, home.relative(sheet));
    lessons.rememberSheet(lesson, modified.get());
  }

  /**
   * Writes the sheet of a saved lesson, and the register of its class. Where one of them is open in
   * another program, or has no room, that is left for later.
   *
   * @return why it is left for later; empty when all is written
   */
  String writeOrLeavePending(Register register) {
    LessonKey lesson = register.lesson().key();
    try {
      write(register);
      writeClassRegister(lesson.className());
    } catch (RollcallException e) {
      pending.add(lesson, e.getMessage());
      return e.getMessage();
    }
    pending.remove(lesson);
    return "";
  }

  /**
   * Writes what was left for later.
   *
   * @return what still has to be
   */
  List<PendingSheets.Pending> writePending() {
    for (PendingSheets.Pending sheet : pending.list()) {
      leases.alone(
          "class " + sheet.lesson().className(),
          () -> lessons.find(sheet.lesson()).map(this::writeOrLeavePending));
    }
    return pending.list();
  }

  /** Writes the sheet of a lesson. What a teacher has typed meanwhile is taken in first. */
  private void write(Register register) {
    LessonKey lesson = register.lesson().key();
    takeInCorrections(lesson);
    Register current = lessons.find(lesson).orElse(register);
    Path sheet = sheet(lesson);
    lessonSheet.write(current, sheet);
    modified(sheet).ifPresent(time -> lessons.rememberSheet(lesson, time));
  }

  /** Writes the register of a class, with the corrections that stand in all its sheets. */
  private void writeClassRegister(String className) {
    Roster roster = RosterFile.read(home, className);
    for (LessonMarks marks : lessons.marks(className)) {
      try {
        takeInCorrections(marks.lesson());
      } catch (UnreadableSheet e) {
        LOG.warn("{} The register shows the marks as they were before.", e.getMessage());
      }
    }
    Path file = home.attendance(className).resolve(className + "_register.xlsx");
    classRegister.write(roster, lessons.marks(className), file);
  }

  /** {@return when a sheet was last written to, as precisely as the store keeps it} */
  private static Optional<Instant> modified(Path sheet) {
    try {
      return Files.exists(sheet)
          ? Optional.of(Files.getLastModifiedTime(sheet).toInstant().truncatedTo(ChronoUnit.MILLIS))
          : Optional.empty();
    } catch (IOException e) {
      throw new TemporaryFailure("Cannot look at %s: %s.".formatted(sheet, e), e);
    }
  }
}
