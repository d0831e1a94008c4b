package org.rollcall.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The most memory that this process took: resident memory on Linux, elsewhere the heap. */
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path RESET = Path.of("/proc/self/clear_refs");
  private static final String PEAK = "VmHWM:";

  /** What Linux takes for: forget the peak. */
  private static final String FORGET_PEAK = "5";

  private ProcessMemory() {}

  /** {@return whether peaks are those of resident memory} */
  static boolean isResident() {
    return residentPeak().isPresent();
  }

  /** Forgets the peak so far, where the system lets it: else it is that of the whole process. */
  static void forgetPeak() {
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    if (isResident()) {
      try {
        Files.writeString(RESET, FORGET_PEAK);
      } catch (IOException e) {
        // The peak of all that was before is an upper bound.
      }
    }
  }

  /** {@return the most memory since the peak was forgotten, in bytes} */
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
