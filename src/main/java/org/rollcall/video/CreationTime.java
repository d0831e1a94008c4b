package org.rollcall.video;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Parses the creation time in a file's metadata, in the many forms that recorders write. */
final class CreationTime {
  /** No recording is older; recorders whose clock is not set write 1904 or 1970. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /**
   * {@code 2026-11-17T10:15:00.000000Z}, with or without fraction and zone, or with a space for the
   * T.
   */
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("uuuu[-][/][:]MM[-][/][:]dd['T'][ ]HH:mm[:ss]")
          .appendOptional(DateTimeFormatter.ofPattern("[.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]"))
          .appendPattern("[ ][XXX][XX][X]")
          .toFormatter();

  private CreationTime() {}

  /**
   * Parses a time. One without a zone is taken as local time.
   *
   * @return the time; empty for a time before 1990, a date without a time, and anything else
   */
  static Optional<Instant> parse(String text) {
    try {
      TemporalAccessor read =
          FORMAT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
      Instant time =
          read instanceof OffsetDateTime zoned
              ? zoned.toInstant()
              : LocalDateTime.from(read).atZone(ZoneId.systemDefault()).toInstant();
      return Optional.of(time).filter(instant -> !instant.isBefore(EARLIEST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
