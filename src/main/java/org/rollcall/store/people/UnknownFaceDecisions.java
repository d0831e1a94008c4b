package org.rollcall.store.people;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.model.LessonKey;
import org.rollcall.store.db.Database;
import org.rollcall.store.people.UnknownFaceDecision.DecisionKind;

/**
 * Users' decisions about the unknown faces of lessons, valid until the lesson is processed again.
 */
public final class UnknownFaceDecisions {
  private final Database database;
  private final Clock clock;

  /**
   * Stores decisions about unknown faces in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public UnknownFaceDecisions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Returns the decisions about the faces of a lesson.
   *
   * @param lesson the lesson
   * @return the latest decision about each, by the number of the face in the lesson
   */
  public Map<Integer, UnknownFaceDecision> of(LessonKey lesson) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM unknown_word WHERE lesson_id = :lesson")
                .bind("lesson", lesson.fileStem())
                .reduceRows(
                    new TreeMap<>(),
                    (decisions, row) -> {
                      decisions.put(row.getColumn("number", Integer.class), decision(row));
                      return decisions;
                    }));
  }

  private static UnknownFaceDecision decision(RowView row) {
    return new UnknownFaceDecision(
        DecisionKind.valueOf(row.getColumn("word", String.class)),
        Optional.ofNullable(row.getColumn("student_id", String.class)),
        row.getColumn("author", String.class),
        row.getColumn("since", Instant.class));
  }

  /**
   * Returns the unknown persons of a class whom a user declared visitors in any lesson.
   *
   * @param className name of the class
   * @return their numbers among the unknown persons of the class
   */
  public Set<Integer> visitors(String className) {
    String sql =
        """
        SELECT DISTINCT person FROM unknown_word
        JOIN unknown_face ON unknown_face.lesson_id = unknown_word.lesson_id
          AND unknown_face.number = unknown_word.number
        JOIN lesson ON lesson.id = unknown_word.lesson_id
        WHERE class_name = :className AND word = 'VISITOR' AND person IS NOT NULL\
        """;
    return database.read(
        handle ->
            new HashSet<>(
                handle.createQuery(sql).bind("className", className).mapTo(Integer.class).list()));
  }

  /**
   * Records that a face is a student, replacing an earlier decision about it.
   *
   * @param lesson a lesson that has a register
   * @param number number of the face in the lesson
   * @param student id of the student
   * @param author who decides
   */
  public void saveStudent(LessonKey lesson, int number, String student, String author) {
    save(
        lesson,
        number,
        new UnknownFaceDecision(
            DecisionKind.STUDENT, Optional.of(student), author, clock.instant()));
  }

  /**
   * Records that a face is not a student, replacing an earlier decision about it.
   *
   * @param lesson a lesson that has a register
   * @param number number of the face in the lesson
   * @param kind what it is instead (not {@link UnknownFaceDecision.DecisionKind#STUDENT})
   * @param author who decides
   */
  public void save(LessonKey lesson, int number, DecisionKind kind, String author) {
    save(lesson, number, new UnknownFaceDecision(kind, Optional.empty(), author, clock.instant()));
  }

  private void save(LessonKey lesson, int number, UnknownFaceDecision decision) {
    String sql =
        """
        INSERT INTO unknown_word (lesson_id, number, word, student_id, author, since)
        VALUES (:lesson, :number, :word, :student, :author, :since)
        ON CONFLICT (lesson_id, number) DO UPDATE SET word = excluded.word,
          student_id = excluded.student_id, author = excluded.author, since = excluded.since\
        """;
    database.change(
        handle ->
            handle
                .createUpdate(sql)
                .bind("lesson", lesson.fileStem())
                .bind("number", number)
                .bind("word", decision.kind().name())
                .bind("student", decision.student().orElse(null))
                .bind("author", decision.author())
                .bind("since", decision.since())
                .execute());
  }

  /**
   * Withdraws a decision.
   *
   * @param lesson the lesson
   * @param number number of the face in the lesson
   */
  public void withdraw(LessonKey lesson, int number) {
    database.change(
        handle ->
            handle.execute(
                "DELETE FROM unknown_word WHERE lesson_id = ? AND number = ?",
                lesson.fileStem(),
                number));
  }
}
