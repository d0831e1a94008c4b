package org.rollcall.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Memory figures from Linux; little is known on other systems. */
final class Machine {
  private static final long KIBIBYTES_PER_MEGABYTE = 1024;

  /** Assumed where the system does not say. */
  private static final long UNKNOWN_MEGABYTES = 8000;

  private Machine() {}

  static long memoryMegabytes() {
    return megabytes(Path.of("/proc/meminfo"), "MemTotal:").orElse(UNKNOWN_MEGABYTES);
  }

  /** {@return the resident memory of a process; empty if unknown, or if the process has ended} */
  static OptionalLong residentMegabytes(long pid) {
    return megabytes(Path.of("/proc/" + pid + "/status"), "VmRSS:");
  }

  private static OptionalLong megabytes(Path file, String key) {
    if (!Files.isReadable(file)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_PER_MEGABYTE)
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return OptionalLong.empty();
    }
  }
}
