package org.rollcall.store.register;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The registers of lessons, and the teachers' corrections. */
public final class Lessons {
  private final Database database;
  private final Clock clock;

  /**
   * Stores the registers of lessons in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public Lessons(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Saves the register of a lesson, replacing an earlier one. Stored corrections stay as they are,
   * whatever the rows contain.
   *
   * @param register the register of a lesson that has a sheet
   * @throws IllegalArgumentException if the lesson failed, as that must not replace an earlier
   *     register
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
   * Returns the register of a lesson as its sheet should show it now.
   *
   * @param lesson the lesson
   * @return the saved register with the current portraits and corrections; empty if none was saved
   */
  public Optional<LessonRegister> find(LessonKey lesson) {
    return database.read(handle -> LessonRegisterReader.read(handle, lesson));
  }

  /**
   * Returns the register of a lesson without loading its images, for callers that only need to know
   * which exist.
   *
   * @param lesson the lesson
   * @return the same as {@link #find}, but with {@link Jpeg#UNREAD} in place of each image
   */
  public Optional<LessonRegister> outline(LessonKey lesson) {
    return database.read(handle -> LessonRegisterReader.outline(handle, lesson));
  }

  /**
   * Returns the evidence of a student in a lesson: the best image.
   *
   * @param lesson the lesson
   * @param student id of the student
   * @return the image; empty if there is none
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
   * Returns the best image of an unknown person in a lesson.
   *
   * @param lesson the lesson
   * @param number number of the person in the lesson
   * @return the image; empty if there is none
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
   * Returns how many faces are usually seen at a time in the lessons of a class.
   *
   * @param lesson a lesson of the class, which does not count itself
   * @return the median of recent lessons; empty if there are too few of them
   */
  public Optional<Double> usualFaces(LessonKey lesson) {
    return database.read(handle -> CoverageRows.usualFaces(handle, lesson));
  }

  /**
   * Returns how often a lesson was processed.
   *
   * @param lesson the lesson
   * @return the number of registers saved, of which only the last is kept
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

  /** {@return the names of the classes that have a register, sorted} */
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
   * Returns the marks of a class, with corrections applied.
   *
   * @param className name of the class
   * @return a row for each lesson, the earliest first; students in the order of its register
   */
  public List<LessonMarks> marks(String className) {
    return marks(className, DayRange.ALL);
  }

  /**
   * Returns the marks of a class over a range of days, with corrections applied.
   *
   * @param className name of the class
   * @param days the days
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
   * Returns the teachers' corrections of a lesson.
   *
   * @param lesson the lesson
   * @return the current corrections, by student id
   */
  public Map<String, Correction> corrections(LessonKey lesson) {
    return database.read(handle -> Corrections.of(handle, lesson));
  }

  /**
   * Replaces the corrections of a lesson. Those that change are kept in the history.
   *
   * @param lesson the lesson, with or without a register
   * @param corrections all corrections of the lesson, by student id; any others are withdrawn
   * @param author who made them, or where they were read
   */
  public void saveCorrections(
      LessonKey lesson, Map<String, Correction> corrections, String author) {
    database.change(
        handle -> {
          LessonRows.ensure(handle, lesson);
          Corrections.Edit edit = new Corrections.Edit(author, clock.instant());
          Corrections.replace(handle, lesson, corrections, edit);
        });
  }

  /**
   * Returns all corrections ever made to the marks of a student.
   *
   * @param className name of the class
   * @param student id of the student
   * @return current and past corrections, in no particular order
   */
  public List<WrittenCorrection> correctionsOf(String className, String student) {
    return database.read(handle -> Corrections.ofStudent(handle, className, student));
  }

  /**
   * Returns all corrections ever made to the marks of a lesson.
   *
   * @param lesson the lesson
   * @return current and past corrections by student id, in no particular order
   */
  public Map<String, List<WrittenCorrection>> correctionsEver(LessonKey lesson) {
    return database.read(handle -> Corrections.ofLesson(handle, lesson));
  }

  /** {@return lessons with a register, none of whose recordings shows them any more} */
  public List<LessonKey> abandoned() {
    return database.read(Withdrawals::abandoned);
  }

  /**
   * Withdraws a lesson: its register, its marks and its work are deleted; its corrections become
   * past ones. The class register becomes due.
   *
   * @param lesson the lesson
   * @param reason what ended the corrections
   * @return number of corrections that were ended
   */
  public int withdraw(LessonKey lesson, String reason) {
    return database.write(
        handle ->
            Withdrawals.withdraw(handle, lesson, new Corrections.Edit(reason, clock.instant())));
  }
}
