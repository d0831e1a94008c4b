package org.rollcall.evaluation;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How photos of people are divided into a class and strangers, and how figures are broken down.
 *
 * @param enrolmentPhotos number of photos enrolled per student, the first by name (1 to 20; 4 by
 *     default)
 * @param students number of people enrolled, the first by name; all others are strangers (1 to 200;
 *     40 by default)
 * @param strangers a folder with photos of additional strangers
 * @param by heading of the column that tells apart the groups by which figures are broken down
 */
public record EvaluationOptions(
    int enrolmentPhotos, int students, Optional<Path> strangers, Optional<String> by) {
  private static final int MOST_ENROLMENT_PHOTOS = 20;
  private static final int MOST_STUDENTS = 200;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public EvaluationOptions {
    check("--enrolment-photos", enrolmentPhotos, MOST_ENROLMENT_PHOTOS);
    check("--students", students, MOST_STUDENTS);
  }

  private static void check(String name, int number, int most) {
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(
          "%s must be 1 to %d, got %d.".formatted(name, most, number));
    }
  }
}
