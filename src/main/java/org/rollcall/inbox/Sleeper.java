package org.rollcall.inbox;

import java.time.Duration;

/** Suspends the current thread for a while. */
@FunctionalInterface
public interface Sleeper {
  /** Sleeps in real time. */
  Sleeper REAL = time -> Thread.sleep(time.toMillis());

  /**
   * Sleeps.
   *
   * @param time how long
   * @throws InterruptedException if the thread is interrupted
   */
  void sleep(Duration time) throws InterruptedException;
}
