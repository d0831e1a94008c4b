package org.rollcall.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of Rollcall, as {@code java -jar} would start it. */
final class Node {
  private static final int USUAL_MEGABYTES = 256;

  private final Process process;
  private final Path log;

  private Node(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static Node start(Path home, String... arguments) {
    return start(home, Map.of(), arguments);
  }

  static Node start(Path home, Map<String, String> environment, String... arguments) {
    return start(home, environment, USUAL_MEGABYTES, arguments);
  }

  /** Starts a process with a heap of a size, which ends when that is full, as the launchers say. */
  static Node start(
      Path home, Map<String, String> environment, int megabytes, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx%dm".formatted(megabytes),
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                "org.rollcall.Main"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--home", home.toString()));
    try {
      Path log = Files.createTempFile("rollcall-node", ".log");
      log.toFile().deleteOnExit();
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      return new Node(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end, but not for ever. */
  int await(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      killAll();
      throw new AssertionError("The process did not end within " + patience + ":\n" + output());
    }
    return process.exitValue();
  }

  boolean awaitUnlessLong(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  boolean alive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** As {@code kill -9}: this process only. Those that it started find out by themselves. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As a power failure: this process and those that it started. */
  void killAll() throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
  }

  /** Kills one that it started, if there is one. */
  void killChild() {
    process.children().findFirst().ifPresent(ProcessHandle::destroyForcibly);
  }

  /** As Ctrl-C. */
  void stop() {
    process.destroy();
  }

  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
