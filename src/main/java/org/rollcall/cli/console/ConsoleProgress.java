package org.rollcall.cli.console;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.rollcall.face.pack.InstallationProgress;
import org.rollcall.model.Progress;

/**
 * Shows progress: as a bar if the console is a terminal, otherwise as a line now and then. Not
 * thread-safe.
 */
public final class ConsoleProgress implements Progress, InstallationProgress {
  private final Console console;
  private final Clock clock;

  private String what = "";
  private Optional<Shown> shown = Optional.empty();

  private record Shown(Measure measure, Meter meter) {}

  /**
   * Shows nothing yet.
   *
   * @param console receives the bar or the lines, on standard error
   * @param clock measures the speed of the work and the time between updates
   */
  public ConsoleProgress(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public void start(String name) {
    end();
    what = name;
  }

  @Override
  public void recording(Duration position, Duration length) {
    show(Measure.RECORDING, position.toMillis(), length.toMillis());
  }

  @Override
  public void items(int done, int all) {
    show(Measure.PHOTOS, done, all);
  }

  @Override
  public void fetched(Fetched fetched) {
    if (!what.equals(fetched.pack())) {
      start(fetched.pack());
    }
    show(Measure.BYTES, fetched.bytes(), fetched.allBytes());
  }

  @Override
  public void end() {
    shown.ifPresent(current -> current.meter.close());
    shown = Optional.empty();
  }

  private void show(Measure measure, long done, long all) {
    if (shown.isEmpty() || shown.get().measure != measure) {
      end();
      shown = Optional.of(new Shown(measure, meter(measure)));
    }
    shown.get().meter.show(done, all);
  }

  private Meter meter(Measure measure) {
    return console.terminal()
        ? new BarMeter(what, measure, console, clock)
        : new LineMeter(what, measure, console.err(), clock);
  }
}
