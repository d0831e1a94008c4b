package org.rollcall.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressState;

/** A bar that is drawn over and over in one line of a terminal, and gone at the end. */
final class BarMeter implements Meter {
  private static final int REDRAW_MILLIS = 250;
  private static final int LONGEST_BAR = 24;
  private static final int SHORTEST_BAR = 10;

  private final Measure measure;
  private final OneLine line;
  private final ProgressBar bar;

  BarMeter(String what, Measure measure, Console console) {
    this.measure = measure;
    this.line = new OneLine(console.err(), console.width() - 1);
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(what)
            .setInitialMax(0)
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .setRenderer(this::line)
            .setConsumer(line)
            .build();
  }

  @Override
  public void show(long done, long all) {
    bar.maxHint(Math.max(all, 0));
    bar.stepTo(done);
  }

  @Override
  public void close() {
    bar.close();
    line.clear();
  }

  private String line(ProgressState state, int width) {
    return line(
        state.getTaskName(),
        measure.describe(state.getCurrent(), state.getMax(), state.getElapsedAfterStart()),
        state.getMax() > 0 ? (double) state.getCurrent() / state.getMax() : 0,
        width);
  }

  /**
   * Draws a line of a given width. Where that is too narrow, the name goes first, then the bar. It
   * is plain ASCII, which every console can show.
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

  /**
   * A line of the terminal that is written over. The library's own asks the terminal for its width,
   * which takes Ctrl-C away from the program, and leaves an empty line behind.
   */
  private static final class OneLine implements ProgressBarConsumer {
    private final PrintStream stream;
    private final int width;
    private boolean cleared;

    OneLine(PrintStream stream, int width) {
      this.stream = stream;
      this.width = width;
    }

    @Override
    public int getMaxRenderedLength() {
      return width;
    }

    /** Draws nothing once the line is cleared: a timer may still come late. */
    @Override
    public synchronized void accept(String line) {
      if (!cleared) {
        stream.print("\r" + line + " ".repeat(Math.max(width - line.length(), 0)));
        stream.flush();
      }
    }

    @Override
    public synchronized void clear() {
      cleared = true;
      stream.print("\r" + " ".repeat(width) + "\r");
      stream.flush();
    }

    @Override
    public void close() {}
  }
}
