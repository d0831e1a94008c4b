package org.rollcall.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.rollcall.settings.WorkSettings;

/** Checks that the machine has enough processors and memory for one worker. */
final class MachineCheck implements Check {
  private static final Path MEMORY = Path.of("proc", "meminfo");
  private static final Path PROCESSORS = Path.of("proc", "cpuinfo");
  private static final long KIBIBYTES_PER_MEGABYTE = 1024;

  private final WorkSettings settings;
  private final Path system;

  MachineCheck(WorkSettings settings) {
    this(settings, Path.of("/"));
  }

  /** Reads the {@code proc} files of Linux below another root. */
  MachineCheck(WorkSettings settings, Path system) {
    this.settings = settings;
    this.system = system;
  }

  @Override
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    findings.add(processors());
    findings.add(memory());
    // OpenCV draws text in images with its own strokes, and no sheet is laid out by font metrics.
    findings.add(Finding.ok("fonts", "none are needed"));
    return findings;
  }

  private Finding processors() {
    String count = "%d for Java".formatted(Runtime.getRuntime().availableProcessors());
    Optional<String> flags = line(PROCESSORS, "flags");
    if (flags.isPresent() && !flags.get().contains(" avx2 ")) {
      return Finding.note(
          "processors",
          count + ", without AVX2",
          "Everything works, but takes longer than on a newer processor.");
    }
    return Finding.ok("processors", count);
  }

  private Finding memory() {
    OptionalLong total = megabytes("MemTotal:");
    OptionalLong available = megabytes("MemAvailable:");
    int needed = settings.memoryMegabytes();
    if (total.isEmpty() || available.isEmpty()) {
      return Finding.note("memory", "unknown on this system", "");
    }
    String found =
        "%d MB, of which %d are available".formatted(total.getAsLong(), available.getAsLong());
    if (total.getAsLong() < needed) {
      return Finding.bad(
          "memory",
          "%s; work.memoryMegabytes is %d".formatted(found, needed),
          "Add memory, or lower the setting.");
    }
    return available.getAsLong() < needed
        ? Finding.note(
            "memory",
            "%s; work.memoryMegabytes is %d".formatted(found, needed),
            "Fine while lessons are being processed; otherwise, see what else uses memory.")
        : Finding.ok("memory", found);
  }

  private OptionalLong megabytes(String key) {
    return line(MEMORY, key)
        .map(line -> line.replaceAll("\\D", ""))
        .map(digits -> OptionalLong.of(Long.parseLong(digits) / KIBIBYTES_PER_MEGABYTE))
        .orElse(OptionalLong.empty());
  }

  private Optional<String> line(Path file, String key) {
    try (Stream<String> lines = Files.lines(system.resolve(file))) {
      return lines.filter(line -> line.startsWith(key)).findFirst().map(line -> line + " ");
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
