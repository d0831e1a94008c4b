package org.rollcall.worker;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.LessonKey;
import org.rollcall.run.ProgressBoard;

/**
 * A job that a person has asked for.
 *
 * @param name the recording, as a path relative to the home; or the lesson, as {@link
 *     LessonKey#fileStem()}
 * @param stage its stage
 * @param since when it reached that stage
 * @param percent how much of the lesson being processed has been analysed (0 to 99); empty while
 *     none of its lessons is being processed
 * @param reports the outcome of each of its lessons, or of the recording if it shows none; empty
 *     before the end, and if it was stopped
 */
public record Job(
    String name, JobStage stage, Instant since, OptionalInt percent, List<LessonReport> reports) {
  public Job {
    reports = List.copyOf(reports);
  }

  /** The stage of a job. */
  public enum JobStage {
    /** Other jobs are ahead of it. */
    WAITING,
    /** It is in progress. */
    RUNNING,
    /** It has ended, successfully or not. */
    ENDED
  }

  /** {@return the same job with the progress of its lesson, if that is being processed} */
  Job with(List<ProgressBoard.RunningLesson> running) {
    OptionalInt share =
        running.stream()
            .filter(work -> stage == JobStage.RUNNING && concerns(work))
            .mapToInt(ProgressBoard.RunningLesson::percent)
            .findFirst();
    return new Job(name, stage, since, share, reports);
  }

  private boolean concerns(ProgressBoard.RunningLesson work) {
    return work.files().contains(name) || work.lesson().fileStem().equals(name);
  }
}
