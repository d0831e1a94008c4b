package org.rollcall.night;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.Message;
import org.rollcall.night.Alarm.AlarmKind;

/**
 * Tells whether the scheduler is alive: it beats as long as it is.
 *
 * <p>Thread-safe.
 */
public final class Pulse {
  /** Far longer than the time between two beats, as a machine may be busy or have slept. */
  static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

  private final Clock clock;
  private volatile Instant last;

  /**
   * Starts with a beat.
   *
   * @param clock tells the time
   */
  public Pulse(Clock clock) {
    this.clock = clock;
    beat();
  }

  /** Records that the scheduler is alive. */
  public void beat() {
    last = clock.instant();
  }

  /** {@return an alarm if there was no beat for long} */
  public Optional<Alarm> alarm() {
    Duration silence = Duration.between(last, clock.instant());
    return silence.compareTo(LONGEST_SILENCE) > 0
        ? Optional.of(
            new Alarm(
                AlarmKind.NO_SCHEDULER,
                Message.of(AlarmText.SCHEDULER_SILENT, silence.toMinutes())))
        : Optional.empty();
  }
}
