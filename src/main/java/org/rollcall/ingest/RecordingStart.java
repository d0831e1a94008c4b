package org.rollcall.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.inbox.name.NamedTime;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;

/**
 * When a recording starts: according to its name; else the creation time in its container, if
 * plausible; else the time of its file.
 *
 * @param time when it starts, in the school's time zone
 * @param source where that time comes from
 * @param remarks doubts about it
 */
record RecordingStart(ZonedDateTime time, StartSource source, List<Message> remarks) {
  /** No classroom was recorded before this; clocks that were never set show earlier times. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** How far the clock of a recorder or file server may run ahead and still be accepted. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** How closely start, length and file time must agree to tell local time from UTC. */
  private static final Duration FITS = Duration.ofMinutes(15);

  /** Where the start of a recording comes from. */
  enum StartSource {
    /** Its name. */
    NAME,
    /** The creation time in the container. */
    CONTAINER,
    /** The file's last-modified time minus the length of the recording. */
    FILE
  }

  /** Determines the start of recordings in the school's time zone. */
  record Reader(ZoneId zone, Clock clock) {
    /** {@return the start by the container, or by the file if the container tells none} */
    RecordingStart ofRecording(Timing timing) {
      return timing
          .created()
          .flatMap(created -> ofContainer(created, timing))
          .orElseGet(() -> ofFile(timing));
    }

    /** {@return the start by the name of the recording} */
    RecordingStart ofName(NamedTime name) {
      ZonedDateTime time = name.in(zone);
      List<Message> remarks = new ArrayList<>();
      if (name.offset().isEmpty()) {
        changeOfClocks(name.time(), time).ifPresent(remarks::add);
      }
      if (time.toInstant().isAfter(clock.instant().plus(AHEAD))) {
        remarks.add(Message.of(Reason.START_IN_FUTURE, name.time().toString()));
      }
      return new RecordingStart(time, StartSource.NAME, remarks);
    }

    private Optional<Message> changeOfClocks(LocalDateTime name, ZonedDateTime time) {
      if (!time.toLocalDateTime().equals(name)) {
        return Optional.of(
            Message.of(Reason.CLOCKS_FORWARD, name.toString(), time.toLocalDateTime().toString()));
      }
      return zone.getRules().getValidOffsets(name).size() > 1
          ? Optional.of(Message.of(Reason.CLOCKS_BACK, name.toString()))
          : Optional.empty();
    }

    /** Containers should state UTC, but many recorders write local wall-clock time. */
    private Optional<RecordingStart> ofContainer(Instant stated, Timing timing) {
      Instant local = stated.atZone(ZoneOffset.UTC).toLocalDateTime().atZone(zone).toInstant();
      boolean takeLocal = isSensible(local) && (!isSensible(stated) || fits(local, stated, timing));
      Instant start = takeLocal ? local : stated;
      return isSensible(start)
          ? Optional.of(without(Reason.START_OF_CONTAINER, start, StartSource.CONTAINER))
          : Optional.empty();
    }

    private boolean isSensible(Instant time) {
      return !time.isBefore(EARLIEST) && !time.isAfter(clock.instant());
    }

    private RecordingStart ofFile(Timing timing) {
      Instant modified = timing.modified();
      if (modified.isBefore(EARLIEST) || modified.isAfter(clock.instant().plus(AHEAD))) {
        throw new RollcallException(Message.of(Reason.START_UNKNOWN, modified.toString()));
      }
      Instant start = modified.minus(timing.length().orElse(Duration.ZERO));
      return without(Reason.START_OF_FILE, start, StartSource.FILE);
    }

    private RecordingStart without(Reason remark, Instant start, StartSource source) {
      ZonedDateTime time = start.truncatedTo(ChronoUnit.SECONDS).atZone(zone);
      return new RecordingStart(time, source, List.of(Message.of(remark)));
    }
  }

  RecordingStart {
    remarks = List.copyOf(remarks);
  }

  /**
   * Whether one reading of the creation time agrees with length and file time, and better than the
   * other.
   */
  private static boolean fits(Instant one, Instant other, Timing timing) {
    Optional<Instant> expected = timing.length().map(timing.modified()::minus);
    return expected
        .map(start -> Duration.between(start, one).abs())
        .filter(distance -> distance.compareTo(FITS) <= 0)
        .filter(d -> d.compareTo(Duration.between(expected.get(), other).abs()) < 0)
        .isPresent();
  }
}
