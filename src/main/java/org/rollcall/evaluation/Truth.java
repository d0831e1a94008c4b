package org.rollcall.evaluation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Status;
import org.rollcall.model.Student;

/**
 * What really happened in a lesson.
 *
 * @param recording the film of it
 * @param length how long it lasts; zero where nobody noted it
 * @param attendance the students in the order of the roster
 * @param strangers names of the people who were there without being on the roster
 */
public record Truth(
    Path recording, Duration length, List<TrueAttendance> attendance, List<String> strangers) {
  /** Copies the lists. */
  public Truth {
    attendance = List.copyOf(attendance);
    strangers = List.copyOf(strangers);
  }

  /** Whether a student was there. */
  public enum TruePresence {
    /** There, at least for a part of the lesson. */
    PRESENT,
    /** Not there. */
    ABSENT,
    /** In sight so little that no mark would be wrong. */
    EITHER
  }

  /**
   * A student's part.
   *
   * @param student the row of the roster
   * @param presence whether the student was there
   * @param visit when; empty for an absent one, and where nobody noted it
   */
  public record TrueAttendance(Student student, TruePresence presence, Optional<Visit> visit) {
    /**
     * A part of which all is known.
     *
     * @param student the row of the roster
     * @param visit when the student was there; empty for an absent one
     */
    public TrueAttendance(Student student, Optional<Visit> visit) {
      this(student, visit.isPresent() ? TruePresence.PRESENT : TruePresence.ABSENT, visit);
    }
  }

  /**
   * A time in the room.
   *
   * @param first time of the first frame that shows the person
   * @param last end of the last one; the length of the lesson for whoever stays
   * @param facePixels width of the face, in pixels
   */
  public record Visit(Duration first, Duration last, int facePixels) {}

  /**
   * The right mark of a student whose times are known.
   *
   * @param attendance the student's part in this lesson
   * @return anything but {@link Status#REVIEW}
   */
  public Status status(TrueAttendance attendance) {
    if (attendance.visit().isEmpty()) {
      return Status.ABSENT;
    }
    Visit visit = attendance.visit().get();
    if (!visit.first().isZero()) {
      return Status.LATE;
    }
    return visit.last().compareTo(length) < 0 ? Status.LEFT_EARLY : Status.PRESENT;
  }
}
