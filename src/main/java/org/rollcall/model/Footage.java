package org.rollcall.model;

import java.time.Duration;
import java.util.Optional;

/**
 * A recording as the result of a lesson names it.
 *
 * @param file path relative to the home, with {@code /}
 * @param sha256 hash of the content, 64 hexadecimal digits
 * @param from where in the lesson it starts, from the begin of its first recording
 * @param length how much of it belongs to the lesson, by its frames
 * @param camera name of the camera, where the name of the file tells
 */
public record Footage(
    String file, String sha256, Duration from, Duration length, Optional<String> camera) {
  /**
   * The only recording of a lesson.
   *
   * @param file path relative to the home, with {@code /}
   * @param sha256 hash of the content, 64 hexadecimal digits
   * @param length length by its frames
   */
  public Footage(String file, String sha256, Duration length) {
    this(file, sha256, Duration.ZERO, length, Optional.empty());
  }
}
