package org.rollcall.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;

/** A child that answers questions, one after the other. For one thread at a time. */
final class Conversation implements AutoCloseable {
  private final Process process;
  private final DataOutputStream questions;
  private final BlockingQueue<Optional<Signals.Signal>> answers = new LinkedBlockingQueue<>();

  private Conversation(Process process) {
    this.process = process;
    this.questions = new DataOutputStream(process.getOutputStream());
  }

  /**
   * Starts the child.
   *
   * @throws TemporaryFailure if there can be no process now
   */
  static Conversation with(ProcessBuilder command) {
    try {
      Conversation begun = new Conversation(command.redirectError(Redirect.DISCARD).start());
      Thread listener = new Thread(begun::listen, "photos-" + begun.process.pid());
      listener.setDaemon(true);
      listener.start();
      return begun;
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot start a process to look at photos: %s. Check memory and the limits of this user."
              .formatted(e.getMessage()),
          e);
    }
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      lines
          .lines()
          .map(Signals::parse)
          .flatMap(Optional::stream)
          .map(Optional::of)
          .forEach(answers::add);
    } catch (IOException | UncheckedIOException e) {
      // The process has ended.
    }
    answers.add(Optional.empty());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /**
   * Asks.
   *
   * @param request what
   * @param patience how long the child may say nothing
   * @return what it says
   * @throws RollcallException if it says that it cannot answer
   * @throws TemporaryFailure if it dies of the question or says nothing; it is no use any more then
   */
  List<String> ask(Request request, Duration patience) {
    try {
      request.writeTo(questions);
    } catch (IOException e) {
      // Why it has died may still be heard.
      return await(patience);
    }
    return await(patience);
  }

  private List<String> await(Duration patience) {
    List<String> said = new ArrayList<>();
    while (true) {
      Signals.Signal signal = next(patience);
      switch (signal.what()) {
        case Signals.SAYS -> said.add(signal.rest());
        case Signals.DONE -> {
          return said;
        }
        case Signals.FAILED -> throw new RollcallException(signal.rest());
        default -> {
          // How far it is.
        }
      }
    }
  }

  private Signals.Signal next(Duration patience) {
    try {
      Optional<Signals.Signal> next = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        close();
        throw new TemporaryFailure(
            "The process that looks at photos said nothing for %d s and was ended. Try again."
                .formatted(patience.toSeconds()));
      }
      return next.orElseThrow(
          () ->
              new TemporaryFailure(
                  "The process that looks at photos died. If it does so again, take another photo,"
                      + " and see the logs."));
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new TemporaryFailure("Rollcall is being stopped.", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
