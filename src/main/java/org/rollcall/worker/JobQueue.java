package org.rollcall.worker;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.rollcall.basics.Daemons;
import org.rollcall.home.Installation;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.rollcall.run.ManualRun;
import org.rollcall.run.ProgressBoard;
import org.rollcall.run.RunListener;
import org.rollcall.school.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does at once what people ask for at a page: one job after the other, in processes of their own,
 * beside the nights and with the same ledger, claims and settings. Settings are read, and the
 * database is opened, for each job: the queue lives as long as the service.
 *
 * <p>What was asked for waits in the ledger until it is done, as far as the ledger can know it: a
 * recording that was never noticed before is only found by the next run if it lies in the watched
 * folder, and a class that was named along with it is not remembered.
 *
 * <p>For any number of threads. The thread that does the work is started with the first job.
 */
public final class JobQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Home home;
  private final Clock clock;
  private final ProgressBoard board;
  private final Jobs jobs;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Daemons.named("jobs"));

  /** What is done, once the installation is open. */
  private interface Task extends Function<ManualRun, List<LessonReport>> {}

  /**
   * Has nothing to do yet.
   *
   * @param home the installation
   * @param clock tells the time
   * @param board where people can see how far it is
   */
  public JobQueue(Home home, Clock clock, ProgressBoard board) {
    this.home = home;
    this.clock = clock;
    this.board = board;
    this.jobs = new Jobs(clock);
  }

  /** {@return a number that is another one whenever a job, or the work on a lesson, has changed} */
  public long version() {
    return jobs.version() + board.version();
  }

  /** {@return the lessons under work, of jobs and of nights; the one begun first comes first} */
  public List<ProgressBoard.RunningLesson> works() {
    return board.works();
  }

  /** {@return what was asked for in the last hours, in the order in which it was} */
  public List<Job> jobs() {
    return jobs.list().stream().map(job -> job.with(board.works())).toList();
  }

  /**
   * Finds what somebody asked for.
   *
   * @param name see {@link Job#name}
   * @return where it stands; empty if nobody asked for it in the last hours
   */
  public Optional<Job> job(String name) {
    return jobs.find(name).map(job -> job.with(board.works()));
  }

  /**
   * Has a recording processed, also one that was processed before. Returns at once. Without effect
   * on one that was asked for already and is not done yet.
   *
   * @param file the recording, absolute or from the home
   * @return the name of the job
   * @throws RollcallException if there is no such file, or the ledger cannot be used
   */
  public String process(Path file) {
    Path recording = home.resolve(file);
    return process(recording, run -> run.process(recording));
  }

  /**
   * Has a recording of a known class processed, as {@link #process(Path)} does.
   *
   * @param file the recording, absolute or from the home
   * @param className its class, whatever its name tells
   * @return the name of the job
   * @throws RollcallException if there is no such file, or the ledger cannot be used
   */
  public String process(Path file, String className) {
    Path recording = home.resolve(file);
    return process(recording, run -> run.process(recording, className));
  }

  private String process(Path recording, Task task) {
    try (Installation installation = Installation.open(home, clock)) {
      ManualRun.request(installation, recording);
    }
    return ask(home.relative(recording), task);
  }

  /**
   * Has a lesson worked on once more. Returns at once. Without effect on one that was asked for
   * already and is not done yet.
   *
   * @param lesson which lesson
   * @return the name of the job; empty if the ledger knows no such lesson
   * @throws RollcallException if the ledger cannot be used
   */
  public Optional<String> again(LessonKey lesson) {
    try (Installation installation = Installation.open(home, clock)) {
      if (!installation.store().claims().again(lesson)) {
        return Optional.empty();
      }
    }
    return Optional.of(ask(lesson.fileStem(), run -> List.of(run.process(lesson))));
  }

  private String ask(String name, Task task) {
    if (jobs.ask(name)) {
      thread.execute(() -> run(name, task));
    }
    return name;
  }

  private void run(String name, Task task) {
    LOG.info("{} was asked for and is started", name);
    jobs.begin(name);
    jobs.end(name, reports(name, task));
  }

  private List<LessonReport> reports(String name, Task task) {
    try (Installation installation = Installation.open(home, clock)) {
      return task.apply(
          new ManualRun(
              installation, new ChildWorkers(installation), board.watching(RunListener.NONE)));
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

  /** Stops what is being done, which waits again, as does what was not started. */
  @Override
  public void close() {
    if (!Daemons.stop(thread, PATIENCE)) {
      LOG.warn("What was asked for did not stop within {} s", PATIENCE.toSeconds());
    }
  }
}
