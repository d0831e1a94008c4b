package org.rollcall.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.LessonKey;

/** A second Java process that does one thing to a home and then stays until it is killed. */
final class OtherProcess implements AutoCloseable {
  static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  private final Process process;

  private OtherProcess(Process process) {
    this.process = process;
  }

  /** Runs in the other process. */
  public static void main(String[] arguments) throws InterruptedException {
    Path file = Path.of(arguments[1]);
    AutoCloseable held =
        switch (arguments[0]) {
          case "lock" -> HomeLock.acquire(file, "run");
          case "claim" -> storeWithClaim(file, arguments[2]);
          default -> throw new IllegalArgumentException(arguments[0]);
        };
    try {
      System.out.println("done");
      Thread.currentThread().join();
    } finally {
      Reference.reachabilityFence(held);
    }
  }

  private static Store storeWithClaim(Path file, String sha256) {
    Store store = Store.open(file);
    if (!store.ledger().claim(sha256, "footage/a.mp4", LESSON, false)) {
      throw new IllegalStateException("Somebody else has it");
    }
    return store;
  }

  /** Starts it and waits until it has done its thing. */
  static OtherProcess that(String... arguments) {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    OtherProcess.class.getName()),
                Stream.of(arguments))
            .toList();
    try {
      Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
      String done =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
      if (done == null) {
        throw new IllegalStateException("The other process failed: " + command);
      }
      return new OtherProcess(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long id() {
    return process.pid();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
