package org.rollcall.web.kit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.rollcall.model.LessonKey;

/**
 * The addresses to which several areas lead, such as {@code
 * /classes/7A/lessons/2026-11-16_0900/students/S1001}.
 */
public final class Addresses {
  static final String LOGIN = "/login";
  static final String LOGOUT = "/logout";
  static final String PASSWORD = "/password";

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HHmm");

  private Addresses() {}

  /**
   * The page of a class.
   *
   * @param className name of the class
   * @return its address
   */
  public static String schoolClass(String className) {
    return "/classes/" + encoded(className);
  }

  /**
   * The page of a lesson.
   *
   * @param lesson the lesson
   * @return its address
   */
  public static String lesson(LessonKey lesson) {
    return schoolClass(lesson.className()) + "/lessons/" + lesson.dayAndTime();
  }

  /**
   * The row of a student on the page of a lesson.
   *
   * @param lesson the lesson
   * @param student id of the student
   * @return the address of the page, with the anchor of the row
   */
  public static String row(LessonKey lesson, String student) {
    return lesson(lesson) + "#" + student;
  }

  /** {@return the lesson that the parts of a path name; empty if they cannot name one} */
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

  /**
   * Encodes a part of a path, or a value of a query.
   *
   * @param part any text
   * @return the part as an address holds it
   */
  public static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
