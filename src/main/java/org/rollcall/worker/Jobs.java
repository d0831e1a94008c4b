package org.rollcall.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.lesson.LessonReport;
import org.rollcall.worker.Job.JobStage;

/**
 * The jobs of the last hours and their outcomes, in memory only.
 *
 * <p>Thread-safe.
 */
final class Jobs {
  /** Long enough for the person who asked to check again. */
  private static final Duration KEPT = Duration.ofHours(12);

  private static final int MOST_KEPT = 500;

  private final Clock clock;
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private long version;

  Jobs(Clock clock) {
    this.clock = clock;
  }

  /** {@return a number that changes whenever a job changes} */
  synchronized long version() {
    return version;
  }

  /** {@return all jobs, in the order in which they were asked for} */
  synchronized List<Job> list() {
    return List.copyOf(jobs.values());
  }

  synchronized Optional<Job> find(String name) {
    return Optional.ofNullable(jobs.get(name));
  }

  /**
   * Adds a job.
   *
   * @return whether it is new; otherwise it is already waiting or in progress
   */
  synchronized boolean add(String name) {
    boolean open = find(name).filter(job -> job.stage() != JobStage.ENDED).isPresent();
    if (!open) {
      tidyUp();
      jobs.remove(name);
      put(name, JobStage.WAITING, List.of());
    }
    return !open;
  }

  synchronized void start(String name) {
    put(name, JobStage.RUNNING, List.of());
  }

  /**
   * Ends a job.
   *
   * @param reports its outcomes; empty if it was stopped
   */
  synchronized void end(String name, List<LessonReport> reports) {
    put(name, JobStage.ENDED, reports);
  }

  private void put(String name, JobStage stage, List<LessonReport> reports) {
    jobs.put(name, new Job(name, stage, clock.instant(), OptionalInt.empty(), reports));
    version++;
  }

  private void tidyUp() {
    Instant oldest = clock.instant().minus(KEPT);
    List<Job> ended = jobs.values().stream().filter(job -> job.stage() == JobStage.ENDED).toList();
    int tooMany = Math.max(0, jobs.size() + 1 - MOST_KEPT);
    for (int i = 0; i < ended.size(); i++) {
      if (i < tooMany || ended.get(i).since().isBefore(oldest)) {
        jobs.remove(ended.get(i).name());
      }
    }
  }
}
