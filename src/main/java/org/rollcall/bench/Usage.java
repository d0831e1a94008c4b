package org.rollcall.bench;

import java.time.Duration;

/**
 * What a piece of work took.
 *
 * @param elapsed time that passed
 * @param cpu time of all processors together; zero where the system does not tell
 */
public record Usage(Duration elapsed, Duration cpu) {
  /** {@return how many processors were busy on average} */
  public double processors() {
    return (double) cpu.toNanos() / elapsed.toNanos();
  }
}
