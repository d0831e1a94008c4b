package org.rollcall.cli.console;

import java.time.Duration;
import java.util.Locale;

/** A unit in which progress is counted. */
enum Measure {
  /** Milliseconds of a recording. */
  RECORDING {
    @Override
    String words(long done, long all, Duration elapsed) {
      String position = Wording.clock(Duration.ofMillis(done));
      String of = all > 0 ? " of " + Wording.clock(Duration.ofMillis(all)) : "";
      return position + of + speed(done, elapsed);
    }

    private String speed(long done, Duration elapsed) {
      return elapsed.compareTo(SETTLING) < 0
          ? ""
          : String.format(Locale.ROOT, ", %.1fx", (double) done / elapsed.toMillis());
    }
  },

  /** Enrolment photos. */
  PHOTOS {
    @Override
    String words(long done, long all, Duration elapsed) {
      return "%d of %s".formatted(done, Wording.count((int) all, "photo"));
    }
  },

  /** Bytes of a model pack. */
  BYTES {
    @Override
    String words(long done, long all, Duration elapsed) {
      return String.format(Locale.ROOT, "%.1f of %s", done / 1e6, Wording.megabytes(all));
    }
  };

  /** A speed measured over less than this means little. */
  private static final Duration SETTLING = Duration.ofSeconds(2);

  /** {@return how far the work is, without the time left} */
  abstract String words(long done, long all, Duration elapsed);

  /** {@return how far the work is and how long is left: {@code 3 of 9 photos, 0:20 left}} */
  String describe(long done, long all, Duration elapsed) {
    String words = words(done, all, elapsed);
    if (done <= 0 || all <= done || elapsed.compareTo(SETTLING) < 0) {
      return words;
    }
    Duration left = Duration.ofMillis((long) ((double) elapsed.toMillis() * (all - done) / done));
    return words + ", " + Wording.clock(left) + " left";
  }
}
