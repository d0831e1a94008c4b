package org.rollcall.settings;

import java.time.Duration;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * How recordings are processed, each lesson in a process of its own.
 *
 * @param processes how many lessons are processed at a time; 0 for as many as processors and memory
 *     allow
 * @param memoryMegabytes how much memory a process may take; one that takes more is ended
 * @param patience how long a process may show no progress before it is ended
 */
@Section("work")
@Help("How lessons are processed, each by a worker process of its own.")
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
  /** What holds when nothing is set. */
  public static final WorkSettings DEFAULT = SettingsType.of(WorkSettings.class).defaults();

  /** Processors that one process makes good use of. */
  private static final int PROCESSORS = 2;

  /** Share of the machine's memory that all processes may take together. */
  private static final double SHARE = 0.75;

  private static final int MOST_PROCESSES = 64;
  private static final int MOST_HEAP_MEGABYTES = 1000;

  public WorkSettings {
    SettingsType.of(WorkSettings.class).check(processes, memoryMegabytes, patience);
  }

  /**
   * How many lessons are processed at a time.
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
