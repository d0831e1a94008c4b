package org.rollcall.store.register;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.rollcall.model.DayRange;
import org.rollcall.model.LessonTally;
import org.rollcall.model.MarkSeries;
import org.rollcall.model.Status;
import org.rollcall.model.StudentLesson;
import org.rollcall.model.Tally;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;

/**
 * Marks across lessons, with corrections applied. The counting is done in SQL, as a class has tens
 * of thousands of marks a year. No images are read.
 */
public final class Marks {
  private final Database database;

  /**
   * Counts and reads the marks in a database.
   *
   * @param database the open database, which the caller closes
   */
  public Marks(Database database) {
    this.database = database;
  }

  /**
   * Returns the progress of classes.
   *
   * @param classNames names of the classes
   * @return the progress by class name, without classes that have no register
   */
  public Map<String, ClassProgress> standings(Collection<String> classNames) {
    return classNames.isEmpty()
        ? Map.of()
        : database.read(handle -> ClassProgressReader.of(handle, List.copyOf(classNames)));
  }

  /**
   * Returns the first and last day on which a class has a lesson.
   *
   * @param className name of the class
   * @return the days; empty if no lesson has a register
   */
  public Optional<DayRange> days(String className) {
    String sql =
        """
        SELECT MIN(lesson_date) AS first, MAX(lesson_date) AS last
        FROM lesson JOIN register ON register.lesson_id = lesson.id
        WHERE lesson.class_name = :className\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("className", className)
                .map(
                    row ->
                        Columns.optional(row, "first", LocalDate.class)
                            .map(
                                first ->
                                    new DayRange(first, row.getColumn("last", LocalDate.class))))
                .one());
  }

  /**
   * Returns everybody who has ever been in a register of a class.
   *
   * @param className name of the class
   * @return names by student id, each as in the roster at the student's last lesson
   */
  public SortedMap<String, String> names(String className) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, name FROM student WHERE class_name = :class AND name IS NOT NULL")
                .bind("class", className)
                .reduceRows(
                    new TreeMap<String, String>(),
                    (names, row) -> {
                      names.put(
                          row.getColumn("id", String.class), row.getColumn("name", String.class));
                      return names;
                    }));
  }

  /**
   * Counts the lessons of a class.
   *
   * @param className name of the class
   * @param days the days
   * @return the number of lessons with a register
   */
  public int lessons(String className, DayRange days) {
    return database.read(
        handle ->
            query(handle, MarkStatements.lessons(), className, days).mapTo(Integer.class).one());
  }

  /**
   * Returns lessons of a class with the marks of all students.
   *
   * @param className name of the class
   * @param days the days
   * @param part which part of the list
   * @return the lessons, the latest first
   */
  public List<LessonTally> byLesson(String className, DayRange days, MarkRange part) {
    return database.read(
        handle ->
            query(handle, MarkStatements.byLesson(), className, days)
                .bindMethods(part)
                .map(row -> new LessonTally(Columns.lesson(row), MarkColumns.tally(row)))
                .list());
  }

  /**
   * A part of a long list.
   *
   * @param skipped number of elements before it (0 or more)
   * @param most the maximum number of elements in it (above 0)
   */
  public record MarkRange(int skipped, int most) {
    /** The whole list. */
    public static final MarkRange ALL = new MarkRange(0, Integer.MAX_VALUE);
  }

  /**
   * Returns the marks of each day.
   *
   * @param className name of the class
   * @param days the days
   * @return the marks of all lessons of each day together; only days with a lesson, in order
   */
  public SortedMap<LocalDate, Tally> byDay(String className, DayRange days) {
    return database.read(
        handle -> tallies(query(handle, MarkStatements.byDay(false), className, days)));
  }

  /**
   * Returns the marks of a student on each day.
   *
   * @param className name of the class
   * @param student id of the student
   * @param days the days
   * @return the marks of all lessons of each day together; only days with a lesson of the student,
   *     in order
   */
  public SortedMap<LocalDate, Tally> byDay(String className, String student, DayRange days) {
    return database.read(
        handle ->
            tallies(
                query(handle, MarkStatements.byDay(true), className, days)
                    .bind("student", student)));
  }

  private static SortedMap<LocalDate, Tally> tallies(Query query) {
    return query.reduceRows(
        new TreeMap<LocalDate, Tally>(),
        (tallies, row) -> {
          tallies.put(row.getColumn("lesson_date", LocalDate.class), MarkColumns.tally(row));
          return tallies;
        });
  }

  /**
   * Returns the marks of each student of a class.
   *
   * @param className name of the class
   * @param days the days
   * @return all students with a mark on these days, in no particular order
   */
  public List<StudentMarks> byStudent(String className, DayRange days) {
    return database.read(
        handle ->
            query(handle, MarkStatements.byStudent(false), className, days)
                .map(Marks::student)
                .list());
  }

  /**
   * Returns the marks of a student.
   *
   * @param className name of the class
   * @param student id of the student
   * @param days the days
   * @return the marks; empty if there are none on these days
   */
  public Optional<StudentMarks> ofStudent(String className, String student, DayRange days) {
    return database.read(
        handle ->
            query(handle, MarkStatements.byStudent(true), className, days)
                .bind("student", student)
                .map(Marks::student)
                .findFirst());
  }

  private static StudentMarks student(RowView row) {
    return new StudentMarks(
        row.getColumn("student_id", String.class),
        row.getColumn("name", String.class),
        new MarkSeries(MarkColumns.marks(row.getColumn("marks", String.class))),
        row.getColumn("seen", Duration.class));
  }

  /**
   * Returns the lessons of a student.
   *
   * @param className name of the class
   * @param student id of the student
   * @param days the days
   * @param part which part of the list
   * @return the lessons whose register lists the student, the latest first
   */
  public List<StudentLesson> lessonsOf(
      String className, String student, DayRange days, MarkRange part) {
    return database.read(
        handle ->
            query(handle, MarkStatements.lessonsOf(), className, days)
                .bind("student", student)
                .bindMethods(part)
                .map(Marks::lesson)
                .list());
  }

  private static StudentLesson lesson(RowView row) {
    return new StudentLesson(
        LessonRegisterReader.lesson(row, Columns.lesson(row)),
        row.getColumn("found", Status.class),
        Columns.optional(row, "first_seen", Duration.class)
            .map(
                first ->
                    new StudentLesson.Seen(
                        first,
                        row.getColumn("last_seen", Duration.class),
                        row.getColumn("seen", Duration.class))),
        Columns.optional(row, "corrected", String.class).map(id -> Corrections.written(row)));
  }

  private static Query query(Handle handle, String sql, String className, DayRange days) {
    return handle.createQuery(sql).bind("className", className).bindMethods(days);
  }
}
