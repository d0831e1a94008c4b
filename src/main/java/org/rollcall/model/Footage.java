package org.rollcall.model;

import java.time.Duration;
import java.util.Optional;

/**
 * A recording, as listed in the result of a lesson.
 *
 * @param file path relative to the home folder, with {@code /} as the separator
 * @param sha256 SHA-256 hash of the content, 64 hexadecimal digits
 * @param from where in the lesson it starts, measured from the start of the lesson's first
 *     recording
 * @param length how much of it belongs to the lesson, measured by its frames
 * @param camera name of the camera, if the file name gives one
 */
public record Footage(
    String file, String sha256, Duration from, Duration length, Optional<String> camera) {
  /**
   * Creates the only recording of a lesson.
   *
   * @param file path relative to the home folder, with {@code /} as the separator
   * @param sha256 SHA-256 hash of the content, 64 hexadecimal digits
   * @param length length measured by its frames
   */
  public Footage(String file, String sha256, Duration length) {
    this(file, sha256, Duration.ZERO, length, Optional.empty());
  }
}
