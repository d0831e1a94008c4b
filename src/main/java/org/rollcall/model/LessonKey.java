package org.rollcall.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Identifies a lesson by its class, day and start to the minute.
 *
 * @param className name of the class and of its folder (letters, digits, spaces and {@code ._-})
 * @param date day of the lesson
 * @param start wall-clock start of the lesson, or of its recording if it has no slot in the
 *     timetable; to the minute
 */
public record LessonKey(String className, LocalDate date, LocalTime start)
    implements Comparable<LessonKey> {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HHmm");
  private static final Pattern CLASS_NAME =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} ._-]*[\\p{L}\\p{M}\\p{N}_-])?");

  /** Device names reserved by Windows, with or without an extension. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i:CON|PRN|AUX|NUL|COM\\d|LPT\\d)(?:\\..*)?");

  private static final Comparator<LessonKey> ORDER =
      Comparator.comparing(LessonKey::date)
          .thenComparing(LessonKey::start)
          .thenComparing(LessonKey::className);

  /**
   * Checks the class name, which becomes part of file names, and truncates the start to the minute.
   *
   * @throws IllegalArgumentException if the class name is not safe as a file name
   */
  public LessonKey {
    if (!isClassName(className)) {
      throw new IllegalArgumentException(
          ("'%s' cannot be a class name: letters, digits, spaces and . _ - are allowed,"
                  + " but not the name of a Windows device")
              .formatted(className));
    }
    start = start.withSecond(0).withNano(0);
  }

  /**
   * Checks whether a text can name a class and its folder.
   *
   * @param text the text
   * @return true if it is safe as a file name on every operating system
   */
  public static boolean isClassName(String text) {
    return text.length() <= ClassNames.LONGEST
        && CLASS_NAME.matcher(text).matches()
        && !isDevice(text);
  }

  static boolean isDevice(String text) {
    return DEVICE.matcher(text).matches();
  }

  /** {@return day and start as used in file names, for instance {@code 2026-11-16_0900}} */
  public String dayAndTime() {
    return date + "_" + MINUTE.format(start);
  }

  /**
   * {@return class, day and start as used in file names, for instance {@code 7A_2026-11-16_0900}}
   */
  public String fileStem() {
    return className + "_" + dayAndTime();
  }

  @Override
  public int compareTo(LessonKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return fileStem();
  }
}
