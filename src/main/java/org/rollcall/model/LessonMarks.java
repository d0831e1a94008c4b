package org.rollcall.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The marks of one lesson as listed in the class register, corrections included.
 *
 * @param lesson the lesson
 * @param marks the mark in force for each student, by student id
 */
public record LessonMarks(LessonKey lesson, Map<String, Status> marks) {
  /** Copies the marks in order. */
  public LessonMarks {
    marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
  }
}
