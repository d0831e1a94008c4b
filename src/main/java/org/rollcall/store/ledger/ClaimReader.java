package org.rollcall.store.ledger;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Window;
import org.rollcall.store.db.Columns;

/** Reads the parts of recordings that show a lesson. */
final class ClaimReader {
  private ClaimReader() {}

  /**
   * {@return the parts that show a lesson, by path, except those of recordings with a problem of
   * their own}
   */
  static List<RecordingPart> parts(Handle handle, LessonKey lesson) {
    String sql =
        """
        SELECT recording.*, stretch.starts, stretch.ends
        FROM stretch JOIN recording ON recording.sha256 = stretch.sha256
        WHERE stretch.lesson_id = :lesson AND recording.problem IS NULL
        ORDER BY recording.file, recording.sha256\
        """;
    return handle
        .createQuery(sql)
        .bind("lesson", lesson.fileStem())
        .map(row -> new RecordingPart(recording(row), lesson, window(row)))
        .list();
  }

  private static Inspection recording(RowView row) {
    Integer chunk = row.getColumn("part", Integer.class);
    return new Inspection(
        row.getColumn("sha256", String.class),
        row.getColumn("file", String.class),
        Columns.optional(row, "begins", String.class).map(ZonedDateTime::parse),
        Columns.optional(row, "length", Duration.class),
        Columns.optional(row, "camera", String.class),
        chunk == null ? OptionalInt.empty() : OptionalInt.of(chunk),
        row.getColumn("remarks", String.class).lines().toList());
  }

  private static Window window(RowView row) {
    return new Window(
        row.getColumn("starts", Duration.class), Columns.optional(row, "ends", Duration.class));
  }
}
