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
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;
import org.rollcall.run.ManualRun;
import org.rollcall.run.ProgressBoard;
import org.rollcall.run.RunListener;
import org.rollcall.school.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs that people ask for on a page: one after the other, in child processes, alongside the
 * nightly runs and with the same ledger, claims and settings. It reads the settings and opens the
 * database for each job, because the queue lives as long as the service.
 *
 * <p>A job waits in the ledger until it is done, as far as the ledger knows about it: a recording
 * never seen before is found by the next run only if it lies in the watched folder, and a class
 * named along with it is not remembered.
 *
 * <p>Thread-safe. The working thread is started with the first job.
 */
public final class JobQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Home home;
  private final Clock clock;
  private final ProgressBoard board;
  private final Jobs jobs;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Daemons.named("jobs"));

  /** The work of a job, done once the installation is open. */
  private interface Task extends Function<ManualRun, List<LessonReport>> {}

  /**
   * Creates an empty queue.
   *
   * @param home the installation
   * @param clock tells the time
   * @param board shows the progress
   */
  public JobQueue(Home home, Clock clock, ProgressBoard board) {
    this.home = home;
    this.clock = clock;
    this.board = board;
    this.jobs = new Jobs(clock);
  }

  /** {@return a number that changes whenever a job, or the progress of a lesson, changes} */
  public long version() {
    return jobs.version() + board.version();
  }

  /**
   * {@return the lessons being processed, by jobs and nightly runs, in the order in which they were
   * started}
   */
  public List<ProgressBoard.RunningLesson> runningLessons() {
    return board.running();
  }

  /** {@return the jobs of the last hours, in the order in which they were asked for} */
  public List<Job> jobs() {
    return jobs.list().stream().map(job -> job.with(board.running())).toList();
  }

  /**
   * Finds a job.
   *
   * @param name see {@link Job#name}
   * @return the job; empty if nobody asked for it in the last hours
   */
  public Optional<Job> job(String name) {
    return jobs.find(name).map(job -> job.with(board.running()));
  }

  /**
   * Queues a recording for processing, even if it was processed before. Returns at once. Has no
   * effect if the recording is already queued or being processed.
   *
   * @param file the recording, absolute or relative to the home
   * @return the name of the job
   * @throws RollcallException if there is no such file, or the ledger cannot be used
   */
  public String process(Path file) {
    Path recording = home.resolve(file);
    return process(recording, run -> run.process(recording));
  }

  /**
   * Queues a recording of a given class for processing, as {@link #process(Path)} does.
   *
   * @param file the recording, absolute or relative to the home
   * @param className its class, whatever its file name says
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
    return submit(home.relative(recording), task);
  }

  /**
   * Queues a lesson for reprocessing. Returns at once. Has no effect if the lesson is already
   * queued or being processed.
   *
   * @param lesson the lesson
   * @return the name of the job; empty if the ledger knows no such lesson
   * @throws RollcallException if the ledger cannot be used
   */
  public Optional<String> reprocess(LessonKey lesson) {
    try (Installation installation = Installation.open(home, clock)) {
      if (!installation.store().workQueue().requeue(lesson)) {
        return Optional.empty();
      }
    }
    return Optional.of(submit(lesson.fileStem(), run -> List.of(run.process(lesson))));
  }

  private String submit(String name, Task task) {
    if (jobs.add(name)) {
      thread.execute(() -> run(name, task));
    }
    return name;
  }

  private void run(String name, Task task) {
    LOG.info("{}: job started", name);
    jobs.start(name);
    jobs.end(name, reports(name, task));
  }

  private List<LessonReport> reports(String name, Task task) {
    try (Installation installation = Installation.open(home, clock);
        ChildWorkers workers = new ChildWorkers(installation)) {
      return task.apply(new ManualRun(installation, workers, board.following(RunListener.NONE)));
    } catch (RollcallException e) {
      LOG.warn("{}: {}", name, e.getMessage());
      return List.of(LessonReport.failed(name, e.message(), true));
    } catch (RuntimeException e) {
      LOG.error("Unexpected failure of the job {}", name, e);
      return List.of(LessonReport.failed(name, Message.of(Reason.UNEXPECTED_FAILURE, e), true));
    }
  }

  /**
   * Stops the job in progress; it waits in the ledger again, as do the jobs that were not started.
   */
  @Override
  public void close() {
    if (!Daemons.stop(thread, TIMEOUT)) {
      LOG.warn("The jobs did not stop within {} s", TIMEOUT.toSeconds());
    }
  }
}
