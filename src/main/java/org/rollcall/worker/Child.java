package org.rollcall.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.rollcall.config.WorkSettings;
import org.rollcall.lesson.Progress;
import org.rollcall.model.TemporaryFailure;

/** A process at work, and the eye that is kept on it. */
final class Child {
  private static final long LOOK_MILLIS = 1000;
  private static final int SIGNALLED = 128;
  private static final int OUT_OF_MEMORY = 3;

  private final Process process;
  private final Signals.Heard heard;
  private final Limits limits;
  private Optional<String> ended = Optional.empty();
  private boolean stopped;

  private Child(Process process, Signals.Heard heard, Limits limits) {
    this.process = process;
    this.heard = heard;
    this.limits = limits;
  }

  /**
   * What a process may take.
   *
   * @param patience how long it may show no progress
   * @param memoryMegabytes how much memory it may take, where the system tells
   */
  record Limits(Duration patience, int memoryMegabytes) {
    static Limits of(WorkSettings settings) {
      return new Limits(settings.patience(), settings.memoryMegabytes());
    }
  }

  /**
   * How a process ended.
   *
   * @param heard what it said
   * @param stopped whether it was ended because this thread was interrupted
   * @param death how it died before it was done; empty where it ended by itself
   */
  record End(Signals.Heard heard, boolean stopped, Optional<String> death) {}

  /** Starts a process, and waits for its end, whatever that is. */
  static End run(ProcessBuilder command, Limits limits, Progress progress) {
    try {
      // What the virtual machine writes as it dies is in a file of its own.
      Process process = command.redirectError(Redirect.DISCARD).start();
      return new Child(process, new Signals.Heard(progress), limits).watch();
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot start a process to work in: %s. Check memory and the limits of this user."
              .formatted(e.getMessage()),
          e);
    }
  }

  private End watch() {
    Thread listener = new Thread(this::listen, "child-" + process.pid());
    listener.setDaemon(true);
    listener.start();
    while (!hasEnded()) {
      findFault();
    }
    join(listener);
    if (stopped) {
      Thread.currentThread().interrupt();
    }
    return new End(heard, stopped, heard.done() ? Optional.empty() : death());
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      lines.lines().forEach(heard::hear);
    } catch (IOException | UncheckedIOException e) {
      // The process has ended.
    }
  }

  private boolean hasEnded() {
    try {
      return process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped = true;
      process.destroyForcibly();
      return false;
    }
  }

  /** Ends a process that hangs or takes too much. What it has not put into the store is lost. */
  private void findFault() {
    Duration silence = heard.silence();
    OptionalLong megabytes = Machine.residentMegabytes(process.pid());
    if (silence.compareTo(limits.patience) > 0) {
      end("made no progress for %d s".formatted(limits.patience.toSeconds()));
    } else if (megabytes.isPresent() && megabytes.getAsLong() > limits.memoryMegabytes) {
      end(
          "took %d MB of memory, more than the %d of work.memoryMegabytes"
              .formatted(megabytes.getAsLong(), limits.memoryMegabytes));
    }
  }

  private void end(String why) {
    if (ended.isEmpty()) {
      ended = Optional.of("The process that worked on it " + why + " and was ended.");
    }
    process.destroyForcibly();
  }

  private Optional<String> death() {
    if (ended.isPresent()) {
      return ended;
    }
    if (heard.failure().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        "The process that worked on it died: %s.".formatted(words(process.exitValue())));
  }

  private String words(int exitValue) {
    if (exitValue == OUT_OF_MEMORY) {
      return "its heap was full";
    }
    return exitValue > SIGNALLED
        ? "signal %d, see hs_err_%d.log in the logs if there is one"
            .formatted(exitValue - SIGNALLED, process.pid())
        : "exit code %d".formatted(exitValue);
  }

  private void join(Thread listener) {
    try {
      listener.join();
    } catch (InterruptedException e) {
      stopped = true;
    }
  }
}
