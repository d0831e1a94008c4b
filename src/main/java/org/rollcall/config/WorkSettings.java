package org.rollcall.config;

import java.time.Duration;

/**
 * How recordings are worked on, each lesson in a process of its own.
 *
 * @param processes how many lessons are worked on at a time (0 to 64); 0 for as many as processors
 *     and memory allow
 * @param memoryMegabytes how much memory a process may take (800 to 64,000); one that takes more is
 *     ended
 * @param patience how long a process may show no progress before it is ended (1 minute to 6 hours)
 */
public record WorkSettings(int processes, int memoryMegabytes, Duration patience) {
  /** What holds when nothing is set. */
  public static final WorkSettings DEFAULT = new WorkSettings(0, 3000, Duration.ofMinutes(10));

  /** Processors that one process makes good use of. */
  private static final int PROCESSORS = 2;

  /** Share of the machine's memory that all processes may take together. */
  private static final double SHARE = 0.75;

  private static final int MOST_PROCESSES = 64;
  private static final int MOST_HEAP_MEGABYTES = 1000;

  public WorkSettings {
    require("processes", processes, 0, MOST_PROCESSES);
    require("memoryMegabytes", memoryMegabytes, 800, 64_000);
    if (patience.compareTo(Duration.ofMinutes(1)) < 0
        || patience.compareTo(Duration.ofHours(6)) > 0) {
      throw new IllegalArgumentException(
          "patience must be 1 minute to 6 hours, got %d s".formatted(patience.toSeconds()));
    }
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d, got %d".formatted(what, least, most, value));
    }
  }

  /**
   * How many lessons are worked on at a time.
   *
   * @param processors of the machine
   * @param megabytes memory of the machine
   * @return the number set, or one for each pair of processors for which there is memory; at least
   *     1
   */
  public int parallel(int processors, long megabytes) {
    if (processes > 0) {
      return processes;
    }
    long byMemory = Math.min(MOST_PROCESSES, (long) (SHARE * megabytes / memoryMegabytes));
    return (int) Math.max(1, Math.min(processors / PROCESSORS, byMemory));
  }

  /** {@return the limit of the heap of a process; most memory is wanted outside of it} */
  public int heapMegabytes() {
    return Math.min(memoryMegabytes / 2, MOST_HEAP_MEGABYTES);
  }
}
