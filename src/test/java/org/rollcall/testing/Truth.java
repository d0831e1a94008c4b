package org.rollcall.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Student;

/**
 * What really happened in a made lesson.
 *
 * @param recording the film of it
 * @param attendance the students in the order of the roster
 * @param strangers when the people who are not on the roster were there
 */
public record Truth(Path recording, List<Attendance> attendance, List<Visit> strangers) {
  public Truth {
    attendance = List.copyOf(attendance);
    strangers = List.copyOf(strangers);
  }

  /**
   * A student's part.
   *
   * @param student the row of the roster
   * @param visit when the student was there; empty for an absent one
   */
  public record Attendance(Student student, Optional<Visit> visit) {}

  /**
   * A time in the room.
   *
   * @param first time of the first frame that shows the person
   * @param last time of the last one
   */
  public record Visit(Duration first, Duration last) {}
}
