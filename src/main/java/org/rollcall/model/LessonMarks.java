package org.rollcall.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The marks of one lesson as the class register lists them, corrections included.
 *
 * @param lesson which lesson
 * @param marks the mark that holds, by student id
 */
public record LessonMarks(LessonKey lesson, Map<String, Status> marks) {
  /** Copies the marks; they keep their order. */
  public LessonMarks {
    marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
  }
}
