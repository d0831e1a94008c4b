package org.rollcall.web;

import java.util.List;
import org.rollcall.lesson.ProgressBoard.Work;
import org.rollcall.worker.Job;
import org.rollcall.worker.Job.Stage;
import org.rollcall.worker.JobQueue;

/**
 * What is worked on at this moment.
 *
 * @param works lessons under work
 * @param asked what was asked for and is not done
 */
record Live(List<Work> works, List<Job> asked) {
  Live {
    works = List.copyOf(works);
    asked = List.copyOf(asked);
  }

  static Live of(JobQueue queue) {
    return new Live(
        queue.works(), queue.jobs().stream().filter(job -> job.stage() != Stage.ENDED).toList());
  }

  /** {@return a text that changes when something begins or ends, but not while it goes on} */
  String what() {
    return works.stream().map(Work::lesson).toList()
        + " "
        + asked.stream().map(job -> job.name() + job.stage()).toList();
  }
}
