package org.rollcall.desk;

import java.time.Duration;
import org.rollcall.model.MarkSeries;
import org.rollcall.model.Student;

/**
 * The attendance of a student over some days.
 *
 * @param student the student
 * @param left whether the student is no longer on the roster
 * @param marks the marks that hold, lesson by lesson
 * @param seen for how long the student was seen in all
 */
public record StudentSummary(Student student, boolean left, MarkSeries marks, Duration seen) {}
