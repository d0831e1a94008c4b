package org.rollcall.store;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.model.LessonKey;

/** Reads what shows a lesson. */
final class ClaimReader {
  private ClaimReader() {}

  /** {@return the recordings of a lesson that have no problem of their own, by path} */
  static List<Claim.Piece> pieces(Handle handle, LessonKey lesson) {
    String sql =
        """
        SELECT recording.*, stretch.starts, stretch.ends
        FROM stretch JOIN recording ON recording.sha256 = stretch.sha256
        WHERE stretch.lesson_id = :lesson AND recording.problem IS NULL
        ORDER BY recording.file, recording.sha256\
        """;
    return handle.createQuery(sql).bind("lesson", lesson.fileStem()).map(ClaimReader::piece).list();
  }

  private static Claim.Piece piece(RowView row) {
    Integer part = row.getColumn("part", Integer.class);
    return new Claim.Piece(
        row.getColumn("sha256", String.class),
        row.getColumn("file", String.class),
        Columns.optional(row, "begins", String.class).map(ZonedDateTime::parse),
        Columns.optional(row, "length", Duration.class),
        Columns.optional(row, "camera", String.class),
        part == null ? OptionalInt.empty() : OptionalInt.of(part),
        row.getColumn("starts", Duration.class),
        Optional.ofNullable(row.getColumn("ends", Duration.class)),
        row.getColumn("remarks", String.class).lines().toList());
  }
}
