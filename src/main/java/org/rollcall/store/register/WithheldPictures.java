package org.rollcall.store.register;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.MessageColumns;

/**
 * Deletes pictures that may show a student who refused consent: those of unknown faces, and those
 * of faces that were not surely matched with somebody else.
 */
public final class WithheldPictures {
  /** Whether two parts of a recording, {@code own} and {@code other}, overlap. */
  private static final String OVERLAP =
      """
      (own.ends IS NULL OR other.starts < own.ends) AND (other.ends IS NULL OR own.starts < other.ends)\
      """;

  /** Lessons that show a class, be it because another class was recorded together with it. */
  private static final String SHOWS =
      """
      (lesson.class_name = :className OR lesson.id IN (
        SELECT own.lesson_id FROM stretch AS own
        JOIN stretch AS other ON other.sha256 = own.sha256 AND %s
        JOIN work ON work.lesson_id = other.lesson_id
        WHERE work.class_name = :className))\
      """
          .formatted(OVERLAP);

  private final Database database;

  /**
   * Deletes pictures in a database.
   *
   * @param database the open database, which the caller closes
   */
  public WithheldPictures(Database database) {
    this.database = database;
  }

  /**
   * Returns the classes that the recordings of a lesson show during it.
   *
   * @param lesson the lesson
   * @return its own class, and those with which it shares a recording
   */
  public Set<String> classesIn(LessonKey lesson) {
    String sql =
        """
        SELECT DISTINCT work.class_name FROM stretch AS own
        JOIN stretch AS other ON other.sha256 = own.sha256 AND %s
        JOIN work ON work.lesson_id = other.lesson_id
        WHERE own.lesson_id = :lesson ORDER BY work.class_name\
        """
            .formatted(OVERLAP);
    Set<String> classes = new LinkedHashSet<>(List.of(lesson.className()));
    classes.addAll(
        database.read(
            handle ->
                handle
                    .createQuery(sql)
                    .bind("lesson", lesson.fileStem())
                    .mapTo(String.class)
                    .list()));
    return classes;
  }

  /**
   * Deletes the pictures that may show students who refused consent, and everything made from their
   * own photos.
   *
   * @param className name of their class
   * @param students their ids (not empty)
   * @return the lessons that lost pictures; empty if there was nothing to delete
   */
  public List<LessonKey> delete(String className, Collection<String> students) {
    if (database.read(handle -> lessons(handle, className, students)).isEmpty()
        && !database.read(handle -> areEnrolled(handle, className, students))) {
      return List.of();
    }
    return database.write(
        handle -> {
          List<LessonKey> lessons = lessons(handle, className, students);
          lessons.forEach(lesson -> delete(handle, lesson));
          deleteOwn(handle, className, students);
          deleteUnseenPersons(handle);
          return lessons;
        });
  }

  private static List<LessonKey> lessons(
      Handle handle, String className, Collection<String> students) {
    String sql =
        """
        SELECT lesson.class_name, lesson.lesson_date, lesson.lesson_start FROM lesson
        WHERE %s AND (
          EXISTS (SELECT 1 FROM unknown_face WHERE unknown_face.lesson_id = lesson.id)
          OR EXISTS (SELECT 1 FROM verdict WHERE verdict.lesson_id = lesson.id
            AND verdict.evidence IS NOT NULL AND (verdict.status = 'REVIEW'
              OR verdict.class_name = :className AND verdict.student_id IN (<students>))))
        ORDER BY lesson.id\
        """
            .formatted(SHOWS);
    return handle
        .createQuery(sql)
        .bind("className", className)
        .bindList("students", students)
        .map(Columns::lesson)
        .list();
  }

  private static boolean areEnrolled(Handle handle, String className, Collection<String> students) {
    String sql =
        """
        SELECT COUNT(*) FROM enrolled_photo
        WHERE class_name = :className AND student_id IN (<students>)\
        """;
    return handle
            .createQuery(sql)
            .bind("className", className)
            .bindList("students", students)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private static void delete(Handle handle, LessonKey lesson) {
    String id = lesson.fileStem();
    handle.execute("DELETE FROM unknown_face WHERE lesson_id = ?", id);
    handle.execute("DELETE FROM unknown_appearance WHERE lesson_id = ?", id);
    handle.execute(
        "UPDATE verdict SET evidence = NULL WHERE lesson_id = ? AND status = 'REVIEW'", id);
    note(handle, id);
  }

  /** Lets the register say that pictures are missing. */
  private static void note(Handle handle, String lesson) {
    Message reason = Message.of(Reason.FACES_WITHHELD);
    handle
        .createUpdate(
            """
            INSERT INTO register_note (lesson_id, kind, position, name, note, note_code)
            SELECT :lesson, :kind, COALESCE(MAX(position), -1) + 1, '', :note, :code
            FROM register_note WHERE lesson_id = :lesson AND kind = :kind
            HAVING COUNT(CASE WHEN note_code = :code THEN 1 END) = 0\
            """)
        .bind("lesson", lesson)
        .bind("kind", NoteKind.WARNING)
        .bind("note", reason.toString())
        .bind("code", MessageColumns.code(reason))
        .execute();
  }

  private static void deleteOwn(Handle handle, String className, Collection<String> students) {
    for (String sql :
        List.of(
            "UPDATE verdict SET evidence = NULL WHERE class_name = :className AND student_id IN"
                + " (<students>)",
            "DELETE FROM enrolled_photo WHERE class_name = :className AND student_id IN"
                + " (<students>)")) {
      handle
          .createUpdate(sql)
          .bind("className", className)
          .bindList("students", students)
          .execute();
    }
  }

  private static void deleteUnseenPersons(Handle handle) {
    handle.execute(
        """
        DELETE FROM unknown_person WHERE NOT EXISTS (SELECT 1 FROM unknown_appearance
          WHERE unknown_appearance.class_name = unknown_person.class_name
            AND unknown_appearance.number = unknown_person.number)\
        """);
  }
}
