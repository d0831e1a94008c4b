package org.rollcall.store.register;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rollcall.model.Correction;
import org.rollcall.model.DayRange;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.Status;
import org.rollcall.model.WrittenCorrection;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.LessonRows;

/** What each lesson found out, and what teachers wrote over it. */
public final class Lessons {
  private final Database database;
  private final Clock clock;

  /**
   * Keeps the registers of lessons in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock tells the time
   */
  public Lessons(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Keeps the register of a lesson, in place of an earlier one. Corrections stay as they are in the
   * store, whatever the rows carry.
   *
   * @param register the register of a lesson that has a sheet
   * @throws IllegalArgumentException if the lesson failed: that must not cost an earlier register
   */
  public void save(LessonRegister register) {
    if (register.outcome().state() == Outcome.Completion.FAILED) {
      throw new IllegalArgumentException(
          "A failed lesson has no register: " + register.lesson().key());
    }
    database.change(
        handle -> {
          LessonRows.ensure(handle, register.lesson().key());
          LessonRegisterWriter.write(handle, register);
        });
  }

  /**
   * The register of a lesson as its sheet has to show it now.
   *
   * @param lesson which lesson
   * @return what was saved, with the portraits and corrections of today; empty when nothing was
   */
  public Optional<LessonRegister> find(LessonKey lesson) {
    return database.read(handle -> LessonRegisterReader.read(handle, lesson));
  }

  /**
   * The register of a lesson without its pictures, for those who show which there are.
   *
   * @param lesson which lesson
   * @return what {@link #find} gives, but with {@link Jpeg#UNREAD} in place of each picture
   */
  public Optional<LessonRegister> outline(LessonKey lesson) {
    return database.read(handle -> LessonRegisterReader.outline(handle, lesson));
  }

  /**
   * The best picture of a student in a lesson.
   *
   * @param lesson which lesson
   * @param student id of the student
   * @return the picture; empty if there is none
   */
  public Optional<Jpeg> evidence(LessonKey lesson, String student) {
    String sql =
        """
        SELECT evidence FROM verdict
        WHERE lesson_id = :lesson AND student_id = :student AND evidence IS NOT NULL\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("lesson", lesson.fileStem())
                .bind("student", student)
                .mapTo(Jpeg.class)
                .findOne());
  }

  /**
   * The best picture of an unknown person in a lesson.
   *
   * @param lesson which lesson
   * @param number of the person in the lesson
   * @return the picture; empty if there is none
   */
  public Optional<Jpeg> unknown(LessonKey lesson, int number) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT crop FROM unknown_face WHERE lesson_id = :lesson AND number = :number")
                .bind("lesson", lesson.fileStem())
                .bind("number", number)
                .mapTo(Jpeg.class)
                .findOne());
  }

  /**
   * How often a lesson was processed.
   *
   * @param lesson which lesson
   * @return number of registers saved, of which the last is kept
   */
  public int runs(LessonKey lesson) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT runs FROM register WHERE lesson_id = :lesson")
                .bind("lesson", lesson.fileStem())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
  }

  /** {@return the classes that have a register, in the order of their names} */
  public List<String> classNames() {
    String sql =
        """
        SELECT class_name FROM (SELECT DISTINCT class_name FROM lesson) AS known
        WHERE EXISTS (
          SELECT 1 FROM lesson JOIN register ON register.lesson_id = lesson.id
          WHERE lesson.class_name = known.class_name)\
        """;
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list()).stream()
        .sorted()
        .toList();
  }

  /**
   * The marks of a class, corrections applied.
   *
   * @param className name of the class
   * @return a row for each lesson, the earliest first; students in the order of its register
   */
  public List<LessonMarks> marks(String className) {
    return marks(className, DayRange.ALL);
  }

  /**
   * The marks of a class on some days, corrections applied.
   *
   * @param className name of the class
   * @param days which days
   * @return a row for each lesson, the earliest first; students in the order of its register
   */
  public List<LessonMarks> marks(String className, DayRange days) {
    String sql =
        """
        SELECT lesson.class_name, lesson_date, lesson_start, verdict.student_id,
          COALESCE(correction.status, verdict.status) AS status
        FROM lesson
        JOIN verdict ON verdict.lesson_id = lesson.id
        LEFT JOIN correction ON correction.lesson_id = lesson.id
          AND correction.student_id = verdict.student_id
        WHERE lesson.class_name = :className AND lesson_date BETWEEN :first AND :last
        ORDER BY lesson_date, lesson_start, verdict.position\
        """;
    Map<LessonKey, Map<String, Status>> marks =
        database.read(
            handle ->
                handle
                    .createQuery(sql)
                    .bind("className", className)
                    .bindMethods(days)
                    .reduceRows(
                        new LinkedHashMap<>(),
                        (lessons, row) -> {
                          lessons
                              .computeIfAbsent(Columns.lesson(row), lesson -> new LinkedHashMap<>())
                              .put(
                                  row.getColumn("student_id", String.class),
                                  row.getColumn("status", Status.class));
                          return lessons;
                        }));
    List<LessonMarks> rows = new ArrayList<>();
    marks.forEach((lesson, byStudent) -> rows.add(new LessonMarks(lesson, byStudent)));
    return rows;
  }

  /**
   * What teachers wrote over the marks of a lesson.
   *
   * @param lesson which lesson
   * @return the corrections that hold, by student id
   */
  public Map<String, Correction> corrections(LessonKey lesson) {
    return database.read(handle -> Corrections.of(handle, lesson));
  }

  /**
   * Makes a set of corrections hold. What differs from the set before is kept in the history.
   *
   * @param lesson which lesson, with or without a register
   * @param corrections all corrections of the lesson, by student id; those not in it are taken back
   * @param author who made them, or where they were read
   */
  public void saveCorrections(
      LessonKey lesson, Map<String, Correction> corrections, String author) {
    database.change(
        handle -> {
          LessonRows.ensure(handle, lesson);
          Corrections.replace(handle, lesson, corrections, author, clock.instant());
        });
  }

  /**
   * All that was ever written over the marks of a student.
   *
   * @param className name of the class
   * @param student id of the student
   * @return what holds and what held, in no particular order
   */
  public List<WrittenCorrection> writtenAbout(String className, String student) {
    return database.read(handle -> Corrections.about(handle, className, student));
  }

  /**
   * When the sheet of a lesson had been written to that was last searched for corrections.
   *
   * @param lesson which lesson
   * @return the time of last modification of that sheet; empty when none was searched yet
   */
  public Optional<Instant> sheetRead(LessonKey lesson) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT sheet_read FROM lesson WHERE id = :lesson AND sheet_read IS NOT NULL")
                .bind("lesson", lesson.fileStem())
                .mapTo(Instant.class)
                .findOne());
  }

  /**
   * When the sheets of a class had been written to that were last searched for corrections.
   *
   * @param className name of the class
   * @return the time of last modification of each, or nothing where none was searched yet
   */
  public Map<LessonKey, Optional<Instant>> sheetsRead(String className) {
    String sql =
        """
        SELECT class_name, lesson_date, lesson_start, sheet_read
        FROM lesson WHERE class_name = :className\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("className", className)
                .reduceRows(
                    new TreeMap<>(),
                    (sheets, row) -> {
                      sheets.put(
                          Columns.lesson(row), Columns.optional(row, "sheet_read", Instant.class));
                      return sheets;
                    }));
  }

  /**
   * Remembers that a sheet was searched for corrections. To be called after {@link
   * #saveCorrections}, so that a sheet is searched twice rather than never.
   *
   * @param lesson which lesson
   * @param modified time of last modification of the sheet, before it was read
   */
  public void rememberSheet(LessonKey lesson, Instant modified) {
    database.change(
        handle -> {
          LessonRows.ensure(handle, lesson);
          handle
              .createUpdate("UPDATE lesson SET sheet_read = :modified WHERE id = :lesson")
              .bind("modified", modified)
              .bind("lesson", lesson.fileStem())
              .execute();
        });
  }
}
