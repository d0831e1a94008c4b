package org.rollcall.desk;

import java.time.Duration;
import org.rollcall.model.MarkSeries;
import org.rollcall.model.Student;

/**
 * The attendance of a student over a range of days.
 *
 * @param student the student
 * @param left whether the student is no longer on the roster
 * @param marks the marks, corrections applied, lesson by lesson
 * @param seen total time for which the student was seen
 */
public record StudentSummary(Student student, boolean left, MarkSeries marks, Duration seen) {}
