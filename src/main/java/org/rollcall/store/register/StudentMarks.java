package org.rollcall.store.register;

import java.time.Duration;
import org.rollcall.model.MarkSeries;

/**
 * The marks of a student over some days.
 *
 * @param id the student
 * @param name as it stood in the roster at the last lesson
 * @param marks the marks that hold, the earliest lesson first
 * @param seen sum of the times in which the student was seen
 */
public record StudentMarks(String id, String name, MarkSeries marks, Duration seen) {}
