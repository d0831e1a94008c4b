package org.rollcall.inbox;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Sleeper {
  /** Lets real time pass. */
  Sleeper REAL = time -> Thread.sleep(time.toMillis());

  /**
   * Waits.
   *
   * @param time how long
   * @throws InterruptedException if the thread is told to stop
   */
  void sleep(Duration time) throws InterruptedException;
}
