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
import org.rollcall.basics.Daemons;
import org.rollcall.model.Message;
import org.rollcall.model.Progress;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.settings.WorkSettings;
import org.rollcall.store.db.MessageJson;
import org.rollcall.worker.Signals.Signal;

/**
 * Controls a worker in a child process: sends it requests, one after the other, and monitors its
 * health meanwhile. Whatever happens to the child process, this process carries on.
 *
 * <p>Not thread-safe, except for {@link #kill}: use it from one thread at a time.
 */
final class WorkerClient implements AutoCloseable {
  private static final long POLL_MILLIS = 1000;
  private static final long EXIT_SECONDS = 10;
  private static final Signal END = new Signal("", "");
  private static final int SIGNALLED = 128;
  private static final int OUT_OF_MEMORY = 3;

  private final Process process;
  private final WorkFolder folder;
  private final int memoryMegabytes;
  private final DataOutputStream requests;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

  private WorkerClient(Process process, WorkFolder folder, int memoryMegabytes) {
    this.process = process;
    this.folder = folder;
    this.memoryMegabytes = memoryMegabytes;
    this.requests = new DataOutputStream(process.getOutputStream());
  }

  /**
   * The worker died while handling a request, or was killed because it hung or took too much
   * memory.
   */
  static final class Died extends TemporaryFailure {
    private static final long serialVersionUID = 1L;

    private final String reading;
    private final String photo;

    private Died(Message how, Answer answer) {
      super(how);
      this.reading = answer.reading;
      this.photo = answer.photo;
    }

    /** {@return the hash of the recording that it read last, if it had got that far} */
    Optional<String> reading() {
      return Optional.of(reading).filter(sha256 -> !sha256.isEmpty());
    }

    /** {@return the hash of the photo that it was reading; empty if it read none} */
    Optional<String> photo() {
      return Optional.of(photo).filter(sha256 -> !sha256.isEmpty());
    }
  }

  /**
   * The asking thread was interrupted. Its interrupt flag is set, and the worker has been killed.
   */
  static final class Stopped extends TemporaryFailure {
    private static final long serialVersionUID = 1L;

    private Stopped(InterruptedException cause) {
      super("Rollcall is stopping.", cause);
    }
  }

  /**
   * Starts a worker.
   *
   * @param home the installation that it works for
   * @param settings its limits
   * @return the worker; the caller closes it
   * @throws TemporaryFailure if no process can be started now
   */
  static WorkerClient start(Home home, WorkSettings settings) {
    WorkFolder folder = WorkFolder.make(home);
    List<String> arguments = List.of("worker", "--home", home.root().toString());
    ProcessBuilder command = new WorkerJvm(settings).command(folder.path(), home.logs(), arguments);
    return start(command, folder, settings.memoryMegabytes());
  }

  static WorkerClient start(ProcessBuilder command, WorkFolder folder, int memoryMegabytes) {
    try {
      // A dying virtual machine writes its report to a separate file.
      Process process = command.redirectError(Redirect.DISCARD).start();
      WorkerClient client = new WorkerClient(process, folder, memoryMegabytes);
      Daemons.thread("worker-" + process.pid(), client::listen).start();
      return client;
    } catch (IOException e) {
      folder.close();
      throw new TemporaryFailure(
          "Cannot start a worker process: %s. Check the free memory and the limits of this user."
              .formatted(e.getMessage()),
          e);
    }
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      lines.lines().flatMap(line -> Signals.parse(line).stream()).forEach(signals::add);
    } catch (IOException | UncheckedIOException e) {
      // The process has ended.
    }
    signals.add(END);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** {@return whether it takes more memory than allowed} */
  boolean isTooLarge() {
    return residentMegabytes() > memoryMegabytes;
  }

  private long residentMegabytes() {
    return Machine.residentMegabytes(process.pid()).orElse(0);
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @param request the request
   * @param timeout how long the worker may send no message
   * @param progress receives the progress
   * @return the lines of the answer
   * @throws RollcallException if the worker cannot do it
   * @throws TemporaryFailure if the worker cannot do it now
   * @throws Died if the worker died or was killed
   * @throws Stopped if the thread is interrupted
   */
  List<String> ask(Request request, Duration timeout, Progress progress) {
    Answer answer = new Answer(progress);
    // A worker that hangs may not even read, so this thread must not wait for it to do so.
    Daemons.thread("worker-request-" + process.pid(), () -> send(request)).start();
    try {
      while (!answer.complete) {
        requireHealth(answer, timeout);
        receive(answer);
      }
      return answer.lines;
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new Stopped(e);
    }
  }

  /** Waits a short while for the next message. */
  private void receive(Answer answer) throws InterruptedException {
    Optional<Signal> signal = Optional.ofNullable(signals.poll(POLL_MILLIS, TimeUnit.MILLISECONDS));
    if (signal.filter(END::equals).isPresent()) {
      throw death(answer);
    }
    signal.ifPresent(answer::receive);
  }

  private void send(Request request) {
    try {
      request.writeTo(requests);
    } catch (IOException e) {
      // Its last messages may still tell why it died.
    }
  }

  /**
   * Kills a worker that hangs or takes too much memory. Anything that it has not stored is lost.
   */
  private void requireHealth(Answer answer, Duration timeout) {
    long megabytes = residentMegabytes();
    if (answer.silence().compareTo(timeout) > 0) {
      kill();
      throw new Died(Message.of(Reason.WORKER_SILENT, timeout.toSeconds()), answer);
    }
    if (megabytes > memoryMegabytes) {
      kill();
      throw new Died(Message.of(Reason.WORKER_TOO_LARGE, megabytes, memoryMegabytes), answer);
    }
  }

  private Died death(Answer answer) throws InterruptedException {
    if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
      kill();
    }
    return new Died(exitReason(process.exitValue()), answer);
  }

  private Message exitReason(int exitValue) {
    if (exitValue == OUT_OF_MEMORY) {
      return Message.of(Reason.WORKER_HEAP_FULL);
    }
    return exitValue > SIGNALLED
        ? Message.of(Reason.WORKER_KILLED, exitValue - SIGNALLED, process.pid())
        : Message.of(Reason.WORKER_DIED, exitValue);
  }

  /** The part of an answer received so far. */
  private static final class Answer {
    private final Progress progress;
    private final List<String> lines = new ArrayList<>();
    private String reading = "";
    private String photo = "";
    private boolean complete;
    private long last = System.nanoTime();

    Answer(Progress progress) {
      this.progress = progress;
    }

    void receive(Signal signal) {
      last = System.nanoTime();
      switch (signal.what()) {
        case Signals.READING -> {
          reading = signal.rest();
          progress.reading(signal.rest());
        }
        case Signals.PHOTO -> {
          photo = signal.rest();
          progress.photo(photo);
        }
        case Signals.RECORDING ->
            progress.recording(
                Duration.ofMillis(signal.first()), Duration.ofMillis(signal.second()));
        case Signals.ITEMS -> progress.items((int) signal.first(), (int) signal.second());
        case Signals.ANSWER -> lines.add(signal.rest());
        case Signals.DONE -> complete = true;
        case Signals.FAILED -> throw new RollcallException(MessageJson.read(signal.rest()));
        case Signals.POSTPONED -> throw new TemporaryFailure(MessageJson.read(signal.rest()));
        default -> {
          // Output of a library that looks like a message.
        }
      }
    }

    Duration silence() {
      return Duration.ofNanos(System.nanoTime() - last);
    }
  }

  /** Kills the worker at once, even in the middle of its work. May be called from any thread. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Lets the worker finish, kills it if it takes too long, and deletes its temporary files. */
  @Override
  public void close() {
    try {
      requests.close();
    } catch (IOException e) {
      // It has already gone.
    }
    try {
      if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
    folder.close();
  }
}
