package org.rollcall.settings;

import java.time.Duration;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * Settings for processing lessons in worker processes.
 *
 * @param processes maximum number of lessons processed at a time; 0 for as many as processors and
 *     memory allow
 * @param memoryMegabytes maximum memory of a worker; one that exceeds it is terminated
 * @param patience how long a worker may show no progress before it is terminated
 */
@Section("work")
@Help("How lessons are processed, by worker processes.")
public record WorkSettings(
    @Setting(
            key = "work.processes",
            fallback = "0",
            limits = "0 to " + WorkSettings.MOST_PROCESSES + " processes")
        @Help(
            "How many lessons are processed at a time; 0 for one per two processors, as far as"
                + " memory allows.")
        int processes,
    @Setting(key = "work.memoryMegabytes", fallback = "3000", limits = "800 to 64000 MB")
        @Help(
            "How much memory a worker may take. One that takes more is ended, and its recording"
                + " tried once more.")
        int memoryMegabytes,
    @Setting(key = "work.patience", fallback = "10m", limits = "1m to 6h")
        @Help("How long a worker may show no progress before it is ended.")
        Duration patience) {
  /** The defaults. */
  public static final WorkSettings DEFAULT = SettingsType.of(WorkSettings.class).defaults();

  /** Number of processors that one worker can use efficiently. */
  private static final int PROCESSORS = 2;

  /** Share of the machine's memory that all workers together may use. */
  private static final double SHARE = 0.75;

  private static final int MOST_PROCESSES = 64;
  private static final int MOST_HEAP_MEGABYTES = 1000;

  public WorkSettings {
    SettingsType.of(WorkSettings.class).check(processes, memoryMegabytes, patience);
  }

  /**
   * Determines how many lessons to process at a time.
   *
   * @param processors number of processors in the machine
   * @param megabytes memory of the machine, in megabytes
   * @return the configured number, or one per pair of processors as far as memory allows; at least
   *     1
   */
  public int parallel(int processors, long megabytes) {
    if (processes > 0) {
      return processes;
    }
    long byMemory = Math.min(MOST_PROCESSES, (long) (SHARE * megabytes / memoryMegabytes));
    return (int) Math.max(1, Math.min(processors / PROCESSORS, byMemory));
  }

  /**
   * {@return the maximum Java heap of a worker, in megabytes; most of its memory is used outside
   * the heap}
   */
  public int heapMegabytes() {
    return Math.min(memoryMegabytes / 2, MOST_HEAP_MEGABYTES);
  }
}
