package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The machine that a benchmark ran on.
 *
 * @param cores processors available to Java
 * @param processor name of the processor, or its architecture where the system gives no name
 * @param java version of Java
 * @param system name of the operating system
 */
public record MachineInfo(int cores, String processor, String java, String system) {
  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  static MachineInfo here() {
    return new MachineInfo(
        Runtime.getRuntime().availableProcessors(),
        processorName(),
        System.getProperty("java.version"),
        System.getProperty("os.name"));
  }

  private static String processorName() {
    String kind = System.getProperty("os.arch");
    if (!Files.isReadable(CPU)) {
      return kind;
    }
    try (Stream<String> lines = Files.lines(CPU)) {
      return lines
          .filter(line -> line.startsWith(MODEL))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(kind);
    } catch (IOException e) {
      return kind;
    }
  }
}
