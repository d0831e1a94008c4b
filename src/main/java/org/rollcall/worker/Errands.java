package org.rollcall.worker;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.rollcall.config.Home;
import org.rollcall.lesson.Installation;
import org.rollcall.lesson.LessonReport;
import org.rollcall.lesson.Progress;
import org.rollcall.lesson.ProgressBoard;
import org.rollcall.lesson.Workers;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does at once what people ask for at a page: one thing after the other, in processes of their own,
 * beside the nights and with the same ledger, claims and settings.
 *
 * <p>What was asked for waits in the ledger until it is done, as far as the ledger can know it: a
 * recording that was never noticed before is only found by the next run if it lies in the watched
 * folder, and a class that was named along with it is not remembered.
 *
 * <p>For any number of threads. The thread that does the work is started with the first errand.
 */
public final class Errands implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
  private static final long PATIENCE_SECONDS = 30;

  private final Home home;
  private final Clock clock;
  private final ProgressBoard board;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Errands::thread);

  /** What is done, once the installation is open. */
  private interface Deed {
    List<LessonReport> by(Installation installation, Workers workers);
  }

  /**
   * Has nothing to do yet.
   *
   * @param home the installation
   * @param clock tells the time
   * @param board where people can see how far it is
   */
  public Errands(Home home, Clock clock, ProgressBoard board) {
    this.home = home;
    this.clock = clock;
    this.board = board;
  }

  /** {@return where people can see how far it is} */
  public ProgressBoard board() {
    return board;
  }

  /**
   * Has a recording processed, also one that was processed before. Returns at once. Without effect
   * on one that was asked for already and is not done yet.
   *
   * @param file the recording, absolute or from the home
   * @param className its class, where neither name nor timetable tell it
   * @return the name of the errand on the board
   * @throws RollcallException if there is no such file, or the ledger cannot be used
   */
  public String process(Path file, Optional<String> className) {
    Path absolute = home.resolve(file);
    try (Installation installation = Installation.open(home, clock)) {
      installation.request(absolute);
    }
    return ask(
        home.relative(absolute),
        (installation, workers) ->
            installation.process(absolute, className, workers, Progress.NONE));
  }

  /**
   * Has a lesson worked on once more. Returns at once. Without effect on one that was asked for
   * already and is not done yet.
   *
   * @param lesson which lesson
   * @return the name of the errand on the board; empty if the ledger knows no such lesson
   * @throws RollcallException if the ledger cannot be used
   */
  public Optional<String> again(LessonKey lesson) {
    try (Installation installation = Installation.open(home, clock)) {
      if (!installation.store().claims().again(lesson)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        ask(
            lesson.fileStem(),
            (installation, workers) ->
                List.of(installation.process(lesson, workers, Progress.NONE))));
  }

  private String ask(String name, Deed deed) {
    if (board.ask(name)) {
      thread.execute(() -> run(name, deed));
    }
    return name;
  }

  private void run(String name, Deed deed) {
    LOG.info("{} was asked for and is begun", name);
    board.begin(name);
    board.end(name, reports(name, deed));
  }

  private List<LessonReport> reports(String name, Deed deed) {
    try (Installation installation = Installation.open(home, clock);
        Workers workers = board.watching(new ChildWorkers(installation))) {
      return deed.by(installation, workers);
    } catch (RollcallException e) {
      LOG.warn("{}: {}", name, e.getMessage());
      return List.of(LessonReport.failed(name, e.getMessage(), true));
    } catch (RuntimeException e) {
      LOG.error("Unexpected failure while {} was done, which was asked for", name, e);
      return List.of(
          LessonReport.failed(
              name, "Unexpected failure, the log has the details: %s.".formatted(e), true));
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "errands");
    thread.setDaemon(true);
    return thread;
  }

  /** Stops what is being done, which waits again, as does what was not begun. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("What was asked for did not stop within {} s", PATIENCE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
