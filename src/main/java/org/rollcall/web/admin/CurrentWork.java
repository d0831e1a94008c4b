package org.rollcall.web.admin;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.rollcall.run.ProgressBoard.RunningLesson;
import org.rollcall.store.ledger.WorkQueue.LiveLesson;
import org.rollcall.web.kit.Site;
import org.rollcall.worker.Job;
import org.rollcall.worker.Job.JobStage;

/**
 * What is being worked on now.
 *
 * @param lessons the lessons that this service works on
 * @param others the lessons that other processes work on, such as a {@code run} on the console
 * @param requests what users have asked for and is not done
 */
record CurrentWork(List<RunningLesson> lessons, List<LiveLesson> others, List<Job> requests) {
  CurrentWork {
    lessons = List.copyOf(lessons);
    others = List.copyOf(others);
    requests = List.copyOf(requests);
  }

  static CurrentWork of(Site site) {
    List<RunningLesson> here = site.service().jobs().runningLessons();
    return new CurrentWork(
        here,
        others(site, here),
        site.service().jobs().jobs().stream()
            .filter(job -> job.stage() != JobStage.ENDED)
            .toList());
  }

  private static List<LiveLesson> others(Site site, List<RunningLesson> here) {
    Set<LessonKey> own = here.stream().map(RunningLesson::lesson).collect(Collectors.toSet());
    try {
      return site.store().workQueue().inProgress().stream()
          .filter(live -> !own.contains(live.lesson()))
          .toList();
    } catch (RollcallException e) {
      // The health of the service tells of a database that cannot be read.
      return List.of();
    }
  }

  boolean isNothing() {
    return lessons.isEmpty() && others.isEmpty() && requests.isEmpty();
  }

  /** {@return a text that changes when something starts or ends, but not while it goes on} */
  String outline() {
    return lessons.stream().map(RunningLesson::lesson).toList()
        + " "
        + others.stream().map(LiveLesson::lesson).toList()
        + " "
        + requests.stream().map(job -> job.name() + job.stage()).toList();
  }
}
