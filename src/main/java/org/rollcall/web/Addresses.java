package org.rollcall.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.rollcall.model.LessonKey;

/** Where things are: {@code /classes/7A/lessons/2026-11-16_0900/students/S1001/evidence.jpg}. */
final class Addresses {
  static final String LESSON = "lesson";
  static final String STUDENT = "student";

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HHmm");

  private Addresses() {}

  static String schoolClass(String className) {
    return "/classes/" + encoded(className);
  }

  static String lesson(LessonKey key) {
    return schoolClass(key.className()) + "/lessons/" + key.dayAndTime();
  }

  static String student(LessonKey key, String student) {
    return lesson(key) + "/students/" + encoded(student);
  }

  /** {@return the page of a student over some days} */
  static String record(String className, String student, DayFilter days) {
    return schoolClass(className) + "/students/" + encoded(student) + days.suffix();
  }

  /** {@return the lesson that an address names; empty if it names none} */
  static Optional<LessonKey> lesson(String className, String dayAndTime) {
    String[] parts = dayAndTime.split("_", -1);
    try {
      return parts.length == 2 && LessonKey.isClassName(className)
          ? Optional.of(
              new LessonKey(
                  className, LocalDate.parse(parts[0]), LocalTime.parse(parts[1], MINUTE)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@return a part of an address, whatever it holds} */
  static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
