package org.rollcall.web.admin;

import java.util.List;
import org.rollcall.run.ProgressBoard.RunningLesson;
import org.rollcall.worker.Job;
import org.rollcall.worker.Job.JobStage;
import org.rollcall.worker.JobQueue;

/**
 * What is being worked on now.
 *
 * @param lessons the lessons
 * @param requests what users have asked for and is not done
 */
record CurrentWork(List<RunningLesson> lessons, List<Job> requests) {
  CurrentWork {
    lessons = List.copyOf(lessons);
    requests = List.copyOf(requests);
  }

  static CurrentWork of(JobQueue jobs) {
    return new CurrentWork(
        jobs.runningLessons(),
        jobs.jobs().stream().filter(job -> job.stage() != JobStage.ENDED).toList());
  }

  boolean isNothing() {
    return lessons.isEmpty() && requests.isEmpty();
  }

  /** {@return a text that changes when something starts or ends, but not while it goes on} */
  String outline() {
    return lessons.stream().map(RunningLesson::lesson).toList()
        + " "
        + requests.stream().map(job -> job.name() + job.stage()).toList();
  }
}
