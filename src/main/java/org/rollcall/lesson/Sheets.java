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
import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.sheet.LessonSheet;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Leases;
import org.rollcall.store.ledger.PendingSheets;
import org.rollcall.store.register.DueClassRegisters;
import org.rollcall.store.register.Lessons;

/**
 * Reads and writes the sheets of lessons. Teachers' corrections are read before a sheet is
 * overwritten.
 */
public final class Sheets {
  private final Home home;
  private final Lessons lessons;
  private final PendingSheets pending;
  private final DueClassRegisters registers;
  private final Leases leases;
  private final LessonSheet lessonSheet = new LessonSheet();

  /**
   * Creates the reader and writer for the sheets of an installation.
   *
   * @param home where the sheets are
   * @param store keeps registers and corrections; remains owned by the caller
   */
  public Sheets(Home home, Store store) {
    this.home = home;
    this.lessons = store.lessons();
    this.pending = store.pendingSheets();
    this.registers = store.dueClassRegisters();
    this.leases = store.leases();
  }

  /**
   * Reads the corrections in the sheet of a lesson into the store. Does nothing if there is no
   * sheet or it has not been modified since it was last read. Takes no lease: the caller must keep
   * other processes away from the class.
   *
   * @param lesson the lesson
   * @throws org.rollcall.sheet.UnreadableSheet if the sheet is damaged or has lost its headings
   * @throws TemporaryFailure if the sheet's modification time cannot be read
   */
  public void importCorrections(LessonKey lesson) {
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
   * Writes the sheet of a saved lesson and marks the class register as due. A sheet that is open in
   * another program, is damaged or does not fit on the disk is left pending. Takes no lease: the
   * caller must keep other processes away from the class.
   *
   * @param register the register of the lesson; used only if the store has none, as the stored one
   *     is newer
   * @return why the sheet is left pending; empty if it was written
   */
  public Optional<Message> writeOrLeavePending(LessonRegister register) {
    LessonKey lesson = register.lesson().key();
    registers.add(lesson.className());
    try {
      write(register);
    } catch (RollcallException e) {
      pending.add(lesson, e.message());
      return Optional.of(e.message());
    }
    pending.remove(lesson);
    return Optional.empty();
  }

  /**
   * Writes the pending sheets.
   *
   * @return the sheets that are still pending
   */
  public List<PendingSheets.Pending> writePending() {
    for (PendingSheets.Pending sheet : pending.list()) {
      leases.exclusively(
          "class " + sheet.lesson().className(),
          () -> lessons.find(sheet.lesson()).flatMap(this::writeOrLeavePending));
    }
    return pending.list();
  }

  /**
   * Writes the sheet of a lesson if it is pending.
   *
   * @param lesson the lesson
   * @return why it is still pending; empty if it is not
   */
  public Optional<Message> writePending(LessonKey lesson) {
    return leases.exclusively(
        "class " + lesson.className(),
        () ->
            pending
                .reason(lesson)
                .flatMap(reason -> lessons.find(lesson))
                .flatMap(this::writeOrLeavePending));
  }

  /** Writes the sheet of a lesson after reading any corrections a teacher has typed meanwhile. */
  private void write(LessonRegister register) {
    LessonKey lesson = register.lesson().key();
    importCorrections(lesson);
    LessonRegister current = lessons.find(lesson).orElse(register);
    Path sheet = home.sheet(lesson);
    lessonSheet.write(current, sheet);
    modified(sheet).ifPresent(time -> lessons.rememberSheet(lesson, time));
  }

  /**
   * Finds the sheets that have been modified since they were last read.
   *
   * @param className name of the class
   * @return the lessons of these sheets, in no particular order
   * @throws TemporaryFailure if the modification time of a sheet cannot be read
   */
  public List<LessonKey> edited(String className) {
    return lessons.sheetsRead(className).entrySet().stream()
        .filter(
            read -> {
              Optional<Instant> modified = modified(home.sheet(read.getKey()));
              return modified.isPresent() && !modified.equals(read.getValue());
            })
        .map(Map.Entry::getKey)
        .toList();
  }

  /** {@return when a sheet was last modified, to the millisecond as the store keeps it} */
  private static Optional<Instant> modified(Path sheet) {
    try {
      return Files.exists(sheet)
          ? Optional.of(Files.getLastModifiedTime(sheet).toInstant().truncatedTo(ChronoUnit.MILLIS))
          : Optional.empty();
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot check %s for corrections: %s. Check that its drive is connected."
              .formatted(sheet, e),
          e);
    }
  }
}
