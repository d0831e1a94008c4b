package org.rollcall.store.db;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.model.LessonKey;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Jpeg;

/** Maps values of the model to columns, using only types that both kinds of database have. */
public final class Columns {
  private Columns() {}

  static void registerWith(Jdbi jdbi) {
    number(jdbi, Instant.class, Instant::toEpochMilli, Instant::ofEpochMilli);
    number(jdbi, Duration.class, Duration::toMillis, Duration::ofMillis);
    text(jdbi, LocalDate.class, LocalDate::parse);
    text(jdbi, LocalTime.class, LocalTime::parse);
    text(jdbi, LocalDateTime.class, LocalDateTime::parse);
    bytes(jdbi, Jpeg.class, Jpeg::bytes, Jpeg::new);
    bytes(jdbi, Embedding.class, Columns::bytes, Columns::embedding);
  }

  /**
   * Reads a column that may be NULL.
   *
   * @param row the row
   * @param column name of the column
   * @param type a type to which columns can be mapped
   * @param <T> that type
   * @return the value; empty if the column is NULL
   */
  public static <T> Optional<T> optional(RowView row, String column, Class<T> type) {
    return Optional.ofNullable(row.getColumn(column, type));
  }

  /**
   * Reads a lesson from the columns {@code class_name}, {@code lesson_date} and {@code
   * lesson_start}.
   *
   * @param row a row with these columns, none of them NULL
   * @return the lesson
   */
  public static LessonKey lesson(RowView row) {
    return new LessonKey(
        row.getColumn("class_name", String.class),
        row.getColumn("lesson_date", LocalDate.class),
        row.getColumn("lesson_start", LocalTime.class));
  }

  private static <T> void number(
      Jdbi jdbi, Class<T> type, Function<T, Long> toColumn, Function<Long, T> fromColumn) {
    jdbi.registerArgument(argument(type, Types.BIGINT, toColumn));
    ColumnMapper<T> mapper =
        (row, column, context) -> {
          long value = row.getLong(column);
          return row.wasNull() ? null : fromColumn.apply(value);
        };
    jdbi.registerColumnMapper(type, mapper);
  }

  private static <T> void text(Jdbi jdbi, Class<T> type, Function<String, T> fromColumn) {
    jdbi.registerArgument(argument(type, Types.VARCHAR, Object::toString));
    ColumnMapper<T> mapper =
        (row, column, context) ->
            Optional.ofNullable(row.getString(column)).map(fromColumn).orElse(null);
    jdbi.registerColumnMapper(type, mapper);
  }

  private static <T> void bytes(
      Jdbi jdbi, Class<T> type, Function<T, byte[]> toColumn, Function<byte[], T> fromColumn) {
    jdbi.registerArgument(argument(type, Types.BINARY, toColumn));
    ColumnMapper<T> mapper =
        (row, column, context) ->
            Optional.ofNullable(row.getBytes(column)).map(fromColumn).orElse(null);
    jdbi.registerColumnMapper(type, mapper);
  }

  /**
   * Preparable, because JDBI asks such factories first and has a built-in one for each of the time
   * types.
   */
  private static <T> ArgumentFactory.Preparable argument(
      Class<T> type, int sqlType, Function<T, ?> toColumn) {
    return (declared, config) ->
        type.equals(declared)
            ? Optional.of(
                value ->
                    value == null
                        ? new NullArgument(sqlType)
                        : argument(toColumn.apply(type.cast(value)), sqlType))
            : Optional.empty();
  }

  private static Argument argument(Object value, int sqlType) {
    return (position, statement, context) -> statement.setObject(position, value, sqlType);
  }

  private static byte[] bytes(Embedding embedding) {
    float[] values = embedding.values();
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  private static Embedding embedding(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return Embedding.ofUnit(values);
  }
}
