package org.rollcall.night;

import java.time.Instant;

/** What a {@link NightService} does when a run is due. */
public interface NightlyJob {
  /**
   * Makes one pass over all waiting recordings. Interrupting the thread ends it early.
   *
   * @param window while which lessons are taken
   * @return how the pass ended
   * @throws org.rollcall.model.TemporaryFailure if it should be tried again a little later
   */
  RunOutcome runPass(RunWindow window);

  /**
   * Learns when the next night is due: at the start of the service and after each pass.
   *
   * @param next the time; if it is past, a night was missed and is made up for now
   */
  void announce(Instant next);

  /** Learns, about once a minute, that the scheduler is alive. */
  default void beat() {}

  /** Checks, once an hour, that nights take place and recordings do not pile up. */
  void check();
}
