package org.rollcall.night;

import java.time.Instant;
import java.util.Optional;

/** What a service does when it is time. */
public interface NightlyJob {
  /**
   * Goes once through all that waits. An interruption of the thread ends it early.
   *
   * @param until when no other lesson is taken any more; empty if that time never comes
   * @return how it came out
   * @throws org.rollcall.model.TemporaryFailure if it should be tried again a little later
   */
  RunOutcome work(Optional<Instant> until);

  /**
   * Hears when a night is next due: at the begin and after each work.
   *
   * @param next the time; one that is past means that a night was missed and is made up for now
   */
  void announce(Instant next);

  /** Looks, once an hour, whether nights happen and recordings do not pile up. */
  void watch();
}
