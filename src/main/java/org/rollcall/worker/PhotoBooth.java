package org.rollcall.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.rollcall.config.Home;
import org.rollcall.config.WorkSettings;
import org.rollcall.lesson.Glance;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;

/**
 * A process of its own that looks at photos while somebody waits for the answer. It is started for
 * the first photo and stays for some minutes after the last one: loading the networks takes longer
 * than using them.
 *
 * <p>For any number of threads, which take turns.
 */
public final class PhotoBooth implements AutoCloseable {
  /** On a busy machine, loading the networks takes a while. */
  private static final Duration GLANCE_PATIENCE = Duration.ofSeconds(60);

  private static final Duration IDLE = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(20);

  private final Home home;
  private final Supplier<WorkSettings> settings;
  private final Timer timer = new Timer("photo-booth", true);
  private volatile Optional<Open> open = Optional.empty();
  private long lastUse;
  private volatile boolean closed;

  /** A process and the folder of its temporary files. */
  private record Open(Conversation conversation, WorkFolder folder) {
    void close() {
      conversation.close();
      folder.close();
    }
  }

  /**
   * Prepares; no process is started yet.
   *
   * @param home the installation
   * @param settings reads what a process may take
   */
  public PhotoBooth(Home home, Supplier<WorkSettings> settings) {
    this.home = home;
    this.settings = settings;
    TimerTask look =
        new TimerTask() {
          @Override
          public void run() {
            closeIfIdle();
          }
        };
    timer.schedule(look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis());
  }

  /**
   * Looks at the picture of a webcam.
   *
   * @param photo a JPEG or PNG picture
   * @return what to say to whoever sits before it
   * @throws RollcallException if the picture is too large or cannot be read, or the process died
   */
  public Glance glance(byte[] photo) {
    if (photo.length > Request.MOST_BYTES) {
      throw new RollcallException(
          "The picture has %d bytes, more than %d. Take it smaller."
              .formatted(photo.length, Request.MOST_BYTES));
    }
    String said = ask(new Request(Request.Kind.GLANCE, photo), GLANCE_PATIENCE).get(0);
    String[] words = said.split(" ", -1);
    return new Glance(
        Glance.Hint.valueOf(words[0]), Glance.Turn.valueOf(words[1]), Float.parseFloat(words[2]));
  }

  /**
   * Enrols a class, where that is needed. What became of each photo is in the store then.
   *
   * @param className name of the class
   * @return what a person should know, such as that two students look alike; a sentence each
   * @throws RollcallException if the roster is wrong, or the process died
   */
  public List<String> enroll(String className) {
    Request request = new Request(Request.Kind.ENROLL, className.getBytes(UTF_8));
    return ask(request, settings.get().patience());
  }

  /**
   * Makes a film of photos, each of which is shown for a second.
   *
   * @param photos JPEG or PNG files (not empty)
   * @param film where to
   * @throws RollcallException if one of them cannot be read, the film cannot be written, or the
   *     process died
   */
  public void film(List<Path> photos, Path film) {
    List<String> paths = new ArrayList<>(List.of(film.toAbsolutePath().toString()));
    photos.forEach(photo -> paths.add(photo.toAbsolutePath().toString()));
    ask(
        new Request(Request.Kind.FILM, String.join("\n", paths).getBytes(UTF_8)),
        settings.get().patience());
  }

  private synchronized List<String> ask(Request request, Duration patience) {
    if (open.isPresent() && !open.get().conversation.isAlive()) {
      leave();
    }
    if (closed) {
      throw new TemporaryFailure("Rollcall is being stopped.");
    }
    Open here = open.orElseGet(this::begin);
    open = Optional.of(here);
    try {
      return here.conversation.ask(request, patience);
    } finally {
      lastUse = System.nanoTime();
      leaveIfTooLarge(here);
    }
  }

  private Open begin() {
    WorkFolder.tidyUp(home);
    WorkFolder folder = WorkFolder.make(home);
    List<String> arguments = List.of("worker", "photos", "--home", home.root().toString());
    try {
      return new Open(
          Conversation.with(
              new ChildJvm(settings.get()).command(folder.path(), home.logs(), arguments)),
          folder);
    } catch (RollcallException e) {
      folder.close();
      throw e;
    }
  }

  private void leaveIfTooLarge(Open here) {
    OptionalLong megabytes = Machine.residentMegabytes(here.conversation.pid());
    if (megabytes.isPresent() && megabytes.getAsLong() > settings.get().memoryMegabytes()) {
      leave();
    }
  }

  private synchronized void closeIfIdle() {
    if (System.nanoTime() - lastUse > IDLE.toNanos()) {
      leave();
    }
  }

  private void leave() {
    open.ifPresent(Open::close);
    open = Optional.empty();
  }

  /** Ends the process, also in the middle of its work. */
  @Override
  public void close() {
    closed = true;
    timer.cancel();
    // Whoever asks holds the lock until the answer, or the end of the process.
    open.map(Open::conversation).ifPresent(Conversation::close);
    synchronized (this) {
      leave();
    }
  }
}
