package org.rollcall.lesson;

import java.time.Duration;
import org.rollcall.model.MarkSeries;
import org.rollcall.model.Student;

/**
 * What some days came to for a student.
 *
 * @param student who
 * @param left whether the roster no longer has the student
 * @param marks the marks that hold, lesson by lesson
 * @param seen sum of the times in which the student was seen
 */
public record StudentSummary(Student student, boolean left, MarkSeries marks, Duration seen) {}
