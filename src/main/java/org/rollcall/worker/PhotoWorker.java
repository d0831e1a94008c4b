package org.rollcall.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.rollcall.enrol.CaptureHint;
import org.rollcall.model.Message;
import org.rollcall.model.Progress;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.settings.WorkSettings;
import org.rollcall.store.Store;
import org.rollcall.store.db.MessageJson;

/**
 * Examines photos in a child process while a person waits for the answer. The process is started
 * for the first photo and kept for some minutes after the last one: loading the networks takes
 * longer than using them.
 *
 * <p>Thread-safe; requests are handled one at a time.
 */
public final class PhotoWorker implements AutoCloseable {
  /** On a busy machine, loading the networks takes a while. */
  private static final Duration HINT_TIMEOUT = Duration.ofSeconds(60);

  private static final Duration IDLE = Duration.ofMinutes(3);
  private static final Duration CHECK_EVERY = Duration.ofSeconds(20);

  private final Home home;
  private final Supplier<WorkSettings> settings;
  private final PhotoDeaths deaths;
  private final Timer timer = new Timer("photo-worker", true);
  private volatile Optional<WorkerClient> client = Optional.empty();
  private long lastUse;
  private volatile boolean closed;

  /**
   * Starts no process yet.
   *
   * @param home the installation
   * @param settings gives the current limits for a process
   * @param store gives the open store, which remembers over which photos the process died
   */
  public PhotoWorker(Home home, Supplier<WorkSettings> settings, Supplier<Store> store) {
    this.home = home;
    this.settings = settings;
    this.deaths = new PhotoDeaths(store);
    TimerTask check =
        new TimerTask() {
          @Override
          public void run() {
            closeIfIdle();
          }
        };
    timer.schedule(check, CHECK_EVERY.toMillis(), CHECK_EVERY.toMillis());
  }

  /**
   * Examines a webcam photo.
   *
   * @param photo a JPEG or PNG image
   * @return the advice for the person in front of the webcam
   * @throws RollcallException if the image is too large or cannot be read, or the process died
   */
  public CaptureHint hint(byte[] photo) {
    if (photo.length > Request.MOST_BYTES) {
      throw new RollcallException(
          Message.of(PhotoFailure.PHOTO_TOO_LARGE, photo.length, Request.MOST_BYTES));
    }
    return Answers.hint(ask(Request.hint(photo), HINT_TIMEOUT).get(0));
  }

  /**
   * Enrols a class, if that is needed. The result for each photo is then in the store.
   *
   * @param className name of the class
   * @return what a person should know, such as that two students look alike
   * @throws RollcallException if the roster is wrong, or the process died
   */
  List<Message> enrol(String className) {
    List<String> answer = ask(Request.enrol(className), settings.get().patience());
    return answer.stream().map(MessageJson::read).toList();
  }

  /**
   * Makes a film that shows each photo for a second.
   *
   * @param photos JPEG or PNG files (not empty)
   * @param film the file to write
   * @throws RollcallException if a photo cannot be read, the film cannot be written, or the process
   *     died
   */
  public void film(List<Path> photos, Path film) {
    ask(Request.film(film, photos), settings.get().patience());
  }

  private synchronized List<String> ask(Request request, Duration timeout) {
    if (client.isPresent() && !client.get().isAlive()) {
      stop();
    }
    if (closed) {
      throw new TemporaryFailure(Message.of(PhotoFailure.STOPPING));
    }
    WorkerClient here = client.orElseGet(this::start);
    client = Optional.of(here);
    try {
      return here.ask(request, timeout, Progress.NONE);
    } catch (WorkerClient.Died e) {
      if (deaths.record(e)) {
        return ask(request, timeout);
      }
      throw new TemporaryFailure(Message.of(PhotoFailure.WORKER_DIED, e.message()), e);
    } finally {
      lastUse = System.nanoTime();
      stopIfTooLarge(here);
    }
  }

  private WorkerClient start() {
    WorkFolder.tidyUp(home);
    return WorkerClient.start(home, settings.get());
  }

  private void stopIfTooLarge(WorkerClient here) {
    if (here.isTooLarge()) {
      stop();
    }
  }

  private synchronized void closeIfIdle() {
    if (System.nanoTime() - lastUse > IDLE.toNanos()) {
      stop();
    }
  }

  private void stop() {
    client.ifPresent(WorkerClient::close);
    client = Optional.empty();
  }

  /** Ends the process, even in the middle of its work. */
  @Override
  public void close() {
    closed = true;
    timer.cancel();
    // The asking thread holds the lock until the answer comes or the process ends.
    client.ifPresent(WorkerClient::kill);
    synchronized (this) {
      stop();
    }
  }
}
