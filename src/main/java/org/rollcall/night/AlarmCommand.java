package org.rollcall.night;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.rollcall.basics.ChildEnvironment;
import org.rollcall.basics.Readers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An external program that notifies a person of alarms, for instance by mail. */
final class AlarmCommand {
  static final Duration TIMEOUT = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(AlarmCommand.class);

  private final List<String> command;
  private final Path output;
  private final Duration timeout;

  /**
   * Does not start the program yet.
   *
   * @param command program and arguments
   * @param output file that receives the program's output
   * @param timeout how long the program may take
   */
  AlarmCommand(List<String> command, Path output, Duration timeout) {
    this.command = List.copyOf(command);
    this.output = output;
    this.timeout = timeout;
  }

  /** Runs the program with a text on standard input and waits for it. Failures are only logged. */
  void send(String text) {
    try {
      Readers.OWNER.createFolders(output.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      ChildEnvironment.restrict(builder.environment(), Set.of());
      Process process = builder.start();
      write(text, process);
      await(process);
    } catch (IOException e) {
      LOG.error("Cannot start alarm.command {}: {}", command.get(0), e.toString());
    }
  }

  /** A program that exits before reading all its input may still have done its job. */
  private static void write(String text, Process process) {
    try (OutputStream input = process.getOutputStream()) {
      input.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      LOG.info("alarm.command did not read all its input: {}", e.toString());
    }
  }

  private void await(Process process) {
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.error(
            "alarm.command {} did not end within {} s and was killed. Its output: {}",
            command.get(0),
            timeout.toSeconds(),
            output);
      } else if (process.exitValue() != 0) {
        LOG.error(
            "alarm.command {} failed with exit code {}. Its output: {}",
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
