package org.rollcall.bench;

import java.time.Duration;

/**
 * The time that a piece of work used.
 *
 * @param elapsed wall-clock time
 * @param cpu CPU time summed over all processors; zero where the system does not report it
 */
public record Usage(Duration elapsed, Duration cpu) {
  /** {@return how many processors were busy on average} */
  public double processors() {
    return (double) cpu.toNanos() / elapsed.toNanos();
  }
}
