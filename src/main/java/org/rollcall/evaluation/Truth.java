package org.rollcall.evaluation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Status;
import org.rollcall.model.Student;

/**
 * The truth about a lesson: who was really there, and when.
 *
 * @param recording path of its recording
 * @param length length of the lesson; zero if unknown
 * @param attendance the students' attendance, in roster order
 * @param strangers names of people who were there but are not on the roster
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
    /** There for at least part of the lesson. */
    PRESENT,
    /** Not there. */
    ABSENT,
    /** Visible so briefly that no mark would be wrong. */
    EITHER
  }

  /**
   * The attendance of a student.
   *
   * @param student the student, as on the roster
   * @param presence whether the student was there
   * @param visit when the student was there; empty if absent or unknown
   */
  public record TrueAttendance(Student student, TruePresence presence, Optional<Visit> visit) {
    /**
     * Creates the attendance of a student whose times are known.
     *
     * @param student the student, as on the roster
     * @param visit when the student was there
     * @return the attendance
     */
    public static TrueAttendance present(Student student, Visit visit) {
      return new TrueAttendance(student, TruePresence.PRESENT, Optional.of(visit));
    }

    /**
     * Creates the attendance of a student who was not there.
     *
     * @param student the student, as on the roster
     * @return the attendance
     */
    public static TrueAttendance absent(Student student) {
      return new TrueAttendance(student, TruePresence.ABSENT, Optional.empty());
    }
  }

  /**
   * A period in the room.
   *
   * @param first time of the first frame that shows the person
   * @param last end of the last frame that does; the length of the lesson for a person who stays
   * @param facePixels width of the face, in pixels
   */
  public record Visit(Duration first, Duration last, int facePixels) {}

  /**
   * Returns the correct mark of a student whose times are known.
   *
   * @param attendance the student's attendance in this lesson
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
