package org.rollcall;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Keeps the heap little larger than what is used. By default, Java keeps more than twice as much to
 * spare; here most of the memory is wanted outside the heap, by the networks and by FFmpeg.
 */
final class SmallHeap {
  private static final int LEAST_FREE_PERCENT = 10;
  private static final int MOST_FREE_PERCENT = 30;

  private SmallHeap() {}

  /** Sets what Java allows to be set while it runs; on other virtual machines, does nothing. */
  static void request() {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (machine != null) {
      set(machine, "MinHeapFreeRatio", LEAST_FREE_PERCENT);
      set(machine, "MaxHeapFreeRatio", MOST_FREE_PERCENT);
    }
  }

  private static void set(HotSpotDiagnosticMXBean machine, String option, int percent) {
    try {
      machine.setVMOption(option, Integer.toString(percent));
    } catch (IllegalArgumentException e) {
      // A virtual machine without it sizes its heap by rules of its own.
    }
  }
}
