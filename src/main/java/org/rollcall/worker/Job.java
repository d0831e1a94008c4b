package org.rollcall.worker;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.LessonKey;
import org.rollcall.run.ProgressBoard;

/**
 * Something that somebody asked for.
 *
 * @param name the recording, by its path relative to the home; or the lesson, as {@link
 *     LessonKey#fileStem()}
 * @param stage where it stands
 * @param since since when it stands there
 * @param percent how much of the lesson under work is looked through (0 to 99); empty while no
 *     lesson of it is
 * @param reports what became of each of its lessons, or of the recording if it shows none; empty
 *     before the end, and if it was stopped
 */
public record Job(
    String name, JobStage stage, Instant since, OptionalInt percent, List<LessonReport> reports) {
  public Job {
    reports = List.copyOf(reports);
  }

  /** Where a job stands. */
  public enum JobStage {
    /** Others are before it. */
    WAITING,
    /** It is being done. */
    RUNNING,
    /** It came to its end, whatever that was. */
    ENDED
  }

  /** {@return the same, with the share of its lesson if that is under work} */
  Job with(List<ProgressBoard.RunningLesson> works) {
    OptionalInt share =
        works.stream()
            .filter(work -> stage == JobStage.RUNNING && concerns(work))
            .mapToInt(ProgressBoard.RunningLesson::percent)
            .findFirst();
    return new Job(name, stage, since, share, reports);
  }

  private boolean concerns(ProgressBoard.RunningLesson work) {
    return work.files().contains(name) || work.lesson().fileStem().equals(name);
  }
}
