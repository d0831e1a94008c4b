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
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.sheet.LessonSheet;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Leases;
import org.rollcall.store.ledger.PendingSheets;
import org.rollcall.store.register.DueClassRegisters;
import org.rollcall.store.register.Lessons;

/** The sheets of a class: takes in what teachers typed before anything is written over it. */
public final class Sheets {
  private final Home home;
  private final Lessons lessons;
  private final PendingSheets pending;
  private final DueClassRegisters registers;
  private final Leases leases;
  private final LessonSheet lessonSheet = new LessonSheet();

  /**
   * Serves the classes of an installation.
   *
   * @param home where the sheets lie
   * @param store keeps registers and corrections; stays the caller's
   */
  public Sheets(Home home, Store store) {
    this.home = home;
    this.lessons = store.lessons();
    this.pending = store.pendingSheets();
    this.registers = store.dueRegisters();
    this.leases = store.leases();
  }

  /**
   * Brings the corrections of a lesson from its sheet into the store. Does nothing if there is no
   * sheet, or nobody has written to it since it was read. Keeps nobody else away from the class:
   * the caller sees to that.
   *
   * @param lesson which lesson
   * @throws org.rollcall.sheet.UnreadableSheet if the sheet is damaged or has lost its headings
   * @throws TemporaryFailure if it cannot be told when the sheet was written to
   */
  public void takeInCorrections(LessonKey lesson) {
    Path sheet = home.sheet(lesson);
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
   * Writes the sheet of a saved lesson; the class register becomes due. A sheet that is open in
   * another program, is damaged or has no room is left for later. Keeps nobody else away from the
   * class: the caller sees to that.
   *
   * @param register the register of the lesson; what the store has is newer and goes before
   * @return why it is left for later, a sentence; empty when all is written
   */
  public String writeOrLeavePending(LessonRegister register) {
    LessonKey lesson = register.lesson().key();
    registers.add(lesson.className());
    try {
      write(register);
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
  public List<PendingSheets.Pending> writePending() {
    for (PendingSheets.Pending sheet : pending.list()) {
      leases.alone(
          "class " + sheet.lesson().className(),
          () -> lessons.find(sheet.lesson()).map(this::writeOrLeavePending));
    }
    return pending.list();
  }

  /** Writes the sheet of a lesson. What a teacher has typed meanwhile is taken in first. */
  private void write(LessonRegister register) {
    LessonKey lesson = register.lesson().key();
    takeInCorrections(lesson);
    LessonRegister current = lessons.find(lesson).orElse(register);
    Path sheet = home.sheet(lesson);
    lessonSheet.write(current, sheet);
    modified(sheet).ifPresent(time -> lessons.rememberSheet(lesson, time));
  }

  /**
   * Looks for sheets that somebody has written to since they were read.
   *
   * @param className name of the class
   * @return the lessons of these sheets, in no order
   * @throws TemporaryFailure if it cannot be told when a sheet was written to
   */
  public List<LessonKey> touched(String className) {
    return lessons.sheetsRead(className).entrySet().stream()
        .filter(
            read -> {
              Optional<Instant> modified = modified(home.sheet(read.getKey()));
              return modified.isPresent() && !modified.equals(read.getValue());
            })
        .map(Map.Entry::getKey)
        .toList();
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
