package org.rollcall.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Peak memory of this process: resident memory on Linux, heap elsewhere. */
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path RESET = Path.of("/proc/self/clear_refs");
  private static final String PEAK = "VmHWM:";

  /** The value that makes Linux reset the peak. */
  private static final String FORGET_PEAK = "5";

  private ProcessMemory() {}

  /** {@return whether peaks are of resident memory rather than heap} */
  static boolean isResident() {
    return residentPeak().isPresent();
  }

  /**
   * Resets the peak, where the system allows it; otherwise the peak stays that of the whole
   * process.
   */
  static void forgetPeak() {
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    if (isResident()) {
      try {
        Files.writeString(RESET, FORGET_PEAK);
      } catch (IOException e) {
        // The peak since the process started is an upper bound.
      }
    }
  }

  /** {@return peak memory since the last reset, in bytes} */
  static long peak() {
    return residentPeak()
        .orElseGet(() -> heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
  }

  private static Optional<Long> residentPeak() {
    if (!Files.isReadable(STATUS)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .map(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Stream<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }
}
