package org.rollcall.store.register;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.rollcall.model.Coverage;
import org.rollcall.model.Coverage.Doubt;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.LessonKey;
import org.rollcall.store.db.Columns;

/** Reads and writes what was seen of a lesson, beside its row in {@code register}. */
final class CoverageRows {
  private static final int RECENT_LESSONS = 10;

  /** Fewer lessons do not show what is usual. */
  private static final int ENOUGH_LESSONS = 3;

  private CoverageRows() {}

  /** Replaces the coverage of a lesson whose row in {@code register} exists. */
  static void write(Handle handle, String lessonId, Coverage coverage) {
    handle.execute("DELETE FROM coverage_stretch WHERE lesson_id = ?", lessonId);
    handle
        .createUpdate(
            """
            UPDATE register SET faces = :faces, usual_faces = :usual, doubts = :doubts
            WHERE lesson_id = :lesson\
            """)
        .bind("lesson", lessonId)
        .bind("faces", coverage.faces())
        .bind("usual", coverage.usual())
        .bind("doubts", text(coverage.doubts()))
        .execute();
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO coverage_stretch (lesson_id, position, begins, ends, shown)
            VALUES (:lesson, :position, :from, :to, :view)\
            """);
    int position = 0;
    for (Stretch stretch : coverage.stretches()) {
      batch.bind("lesson", lessonId).bind("position", position++).bindMethods(stretch).add();
    }
    batch.execute();
  }

  private static String text(List<Doubt> doubts) {
    return doubts.stream().map(Doubt::name).collect(Collectors.joining(","));
  }

  /**
   * Reads the coverage of a lesson.
   *
   * @param head its row in {@code register}
   */
  static Coverage read(Handle handle, String lessonId, RowView head) {
    List<Stretch> stretches =
        handle
            .createQuery(
                "SELECT * FROM coverage_stretch WHERE lesson_id = :lesson ORDER BY position")
            .bind("lesson", lessonId)
            .map(CoverageRows::stretch)
            .list();
    return new Coverage(
        stretches,
        Columns.optional(head, "faces", Double.class).orElse(0.0),
        Columns.optional(head, "usual_faces", Double.class),
        doubts(Columns.optional(head, "doubts", String.class).orElse("")));
  }

  private static Stretch stretch(RowView row) {
    return new Stretch(
        row.getColumn("begins", Duration.class),
        row.getColumn("ends", Duration.class),
        row.getColumn("shown", View.class));
  }

  private static List<Doubt> doubts(String text) {
    return Stream.of(text.split(",")).filter(name -> !name.isEmpty()).map(Doubt::valueOf).toList();
  }

  /**
   * Returns how many faces there usually are in the lessons of a class.
   *
   * @param lesson a lesson of the class, which does not count itself
   * @return the median over its recent lessons; empty if there are too few of them
   */
  static Optional<Double> usualFaces(Handle handle, LessonKey lesson) {
    String sql =
        """
        SELECT faces FROM register JOIN lesson ON lesson.id = register.lesson_id
        WHERE class_name = :className AND lesson.id <> :lesson AND faces > 0
        ORDER BY lesson_date DESC, lesson_start DESC LIMIT :recent\
        """;
    List<Double> faces =
        handle
            .createQuery(sql)
            .bind("className", lesson.className())
            .bind("lesson", lesson.fileStem())
            .bind("recent", RECENT_LESSONS)
            .mapTo(Double.class)
            .list();
    return Optional.of(faces)
        .filter(list -> list.size() >= ENOUGH_LESSONS)
        .map(list -> list.stream().sorted().toList().get(list.size() / 2));
  }
}
