package org.rollcall.night;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program that tells a person of an alarm, for instance by mail. */
final class AlarmCommand {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(AlarmCommand.class);

  private final List<String> command;
  private final Path output;
  private final Duration patience;

  /**
   * Prepares the program.
   *
   * @param command program and arguments
   * @param output file that takes what it writes
   * @param patience how long it may take
   */
  AlarmCommand(List<String> command, Path output, Duration patience) {
    this.command = List.copyOf(command);
    this.output = output;
    this.patience = patience;
  }

  /** Gives the program a text on standard input, and awaits its end. A failure is logged. */
  void tell(String text) {
    try {
      Files.createDirectories(output.getParent());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      write(text, process);
      await(process);
    } catch (IOException e) {
      LOG.error("Cannot start alarm.command {}: {}", command.get(0), e.toString());
    }
  }

  /** A program that ends without having read everything may still have done its part. */
  private static void write(String text, Process process) {
    try (OutputStream input = process.getOutputStream()) {
      input.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      LOG.info("alarm.command did not read everything: {}", e.toString());
    }
  }

  private void await(Process process) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.error(
            "alarm.command {} did not end within {} s and was stopped. What it wrote: {}",
            command.get(0),
            patience.toSeconds(),
            output);
      } else if (process.exitValue() != 0) {
        LOG.error(
            "alarm.command {} failed with exit code {}. What it wrote: {}",
            command.get(0),
            process.exitValue(),
            output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
