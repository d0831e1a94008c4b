package org.rollcall.store.register;

import java.time.Duration;
import org.rollcall.model.MarkSeries;

/**
 * The marks of a student over a range of days.
 *
 * @param id id of the student
 * @param name the name in the roster at the student's last lesson
 * @param marks the marks with corrections applied, the earliest lesson first
 * @param seen total time for which the student was seen
 */
public record StudentMarks(String id, String name, MarkSeries marks, Duration seen) {}
