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

/** Reads the time at which a file says it was made, however recorders write it. */
final class CreationTime {
  /** No recording is older; recorders without a clock write 1904 or 1970. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /** {@code 2026-11-17T10:15:00.000000Z}, with or without fraction and zone, or with a blank. */
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("uuuu[-][/][:]MM[-][/][:]dd['T'][ ]HH:mm[:ss]")
          .appendOptional(DateTimeFormatter.ofPattern("[.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]"))
          .appendPattern("[ ][XXX][XX][X]")
          .toFormatter();

  private CreationTime() {}

  /**
   * Reads a time. One without a zone is that of a clock on the wall here.
   *
   * @return the time; empty for a date alone, for anything else, and for times before 1990
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
