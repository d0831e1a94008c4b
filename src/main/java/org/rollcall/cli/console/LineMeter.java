package org.rollcall.cli.console;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Writes a line of progress every 5 to 30 seconds, for a log or a pipe. */
final class LineMeter implements Meter {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
  private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(5);

  private final String what;
  private final Measure measure;
  private final PrintStream stream;
  private final Clock clock;
  private final Instant start;

  private Instant lastTime;
  private long lastTenth;

  LineMeter(String what, Measure measure, PrintStream stream, Clock clock) {
    this.what = what;
    this.measure = measure;
    this.stream = stream;
    this.clock = clock;
    this.start = clock.instant();
    this.lastTime = start;
  }

  @Override
  public void show(long done, long all) {
    Instant now = clock.instant();
    Duration silence = Duration.between(lastTime, now);
    long tenth = all > 0 ? 10 * done / all : 0;
    boolean notable = tenth > lastTenth && silence.compareTo(SHORTEST_SILENCE) >= 0;
    if (notable || silence.compareTo(LONGEST_SILENCE) >= 0) {
      lastTime = now;
      lastTenth = tenth;
      stream.println(what + ": " + measure.describe(done, all, Duration.between(start, now)));
    }
  }

  @Override
  public void close() {}
}
