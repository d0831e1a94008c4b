package org.rollcall.cli.console;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A progress bar, redrawn on one line of a terminal and erased at the end. */
final class BarMeter implements Meter {
  private static final Duration REDRAWN = Duration.ofMillis(250);
  private static final int LONGEST_BAR = 24;
  private static final int SHORTEST_BAR = 10;

  private final String what;
  private final Measure measure;
  private final PrintStream stream;
  private final int width;
  private final Clock clock;
  private final Instant start;

  private Instant due;

  BarMeter(String what, Measure measure, Console console, Clock clock) {
    this.what = what;
    this.measure = measure;
    this.stream = console.err();
    // Some terminals wrap once the last column is written.
    this.width = console.width() - 1;
    this.clock = clock;
    this.start = clock.instant();
    this.due = start;
  }

  @Override
  public void show(long done, long all) {
    Instant now = clock.instant();
    if (now.isBefore(due)) {
      return;
    }
    due = now.plus(REDRAWN);
    double share = all > 0 ? (double) done / all : 0;
    String words = measure.describe(done, all, Duration.between(start, now));
    draw(line(what, words, share, width) + " ".repeat(width), "");
  }

  @Override
  public void close() {
    draw(" ".repeat(width), "\r");
  }

  private void draw(String line, String end) {
    stream.print("\r" + line.substring(0, width) + end);
    stream.flush();
  }

  /**
   * Lays out the bar to fit a width. Where that is too narrow, the name is dropped first, then the
   * bar. The bar is plain ASCII, which every console can show.
   */
  static String line(String name, String words, double share, int width) {
    int room = width - name.length() - words.length() - "  []".length();
    if (room < SHORTEST_BAR) {
      return name.isEmpty() ? words : line("", words, share, width);
    }
    int length = Math.min(room, LONGEST_BAR);
    int filled = (int) Math.round(Math.min(share, 1) * length);
    String bar = "[" + "=".repeat(filled) + " ".repeat(length - filled) + "] ";
    return (name.isEmpty() ? "" : name + " ") + bar + words;
  }
}
