package org.rollcall.testing;

import java.time.Duration;

/**
 * What a made lesson is to look like. The same scene gives the same lesson.
 *
 * @param seed chooses the people, their seats and their times
 * @param camera how it is filmed
 * @param length how long it lasts (at least 4 s)
 * @param cast how many people
 */
public record Scene(long seed, Camera camera, Duration length, Cast cast) {
  private static final Duration SHORTEST = Duration.ofSeconds(4);

  public Scene {
    if (length.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "length must be at least 4 s, got %d ms".formatted(length.toMillis()));
    }
  }

  /** {@return a lesson of 20 seconds with twelve students, one in four absent, and a stranger} */
  public static Scene small(long seed) {
    return new Scene(seed, Camera.DEFAULT, Duration.ofSeconds(20), new Cast(9, 3, 1));
  }

  /**
   * How a lesson is filmed.
   *
   * @param width pixels in a row (even)
   * @param height rows (even)
   * @param framesPerSecond frame rate
   * @param smallestFace width of a face in the last row, in pixels
   * @param largestFace width of a face in the first row, in pixels
   */
  public record Camera(
      int width, int height, int framesPerSecond, int smallestFace, int largestFace) {
    /** A usual classroom camera. */
    public static final Camera DEFAULT = new Camera(1280, 720, 10, 60, 110);
  }

  /**
   * Who is there. Of three students and more who are present, one comes late and one leaves early.
   *
   * @param present students of the roster who come
   * @param absent students of the roster who do not
   * @param strangers people who come without being on the roster
   */
  public record Cast(int present, int absent, int strangers) {
    public Cast {
      int all = present + absent + strangers;
      if (present < 0 || absent < 0 || strangers < 0 || all > Portraits.PEOPLE) {
        throw new IllegalArgumentException(
            "There are %d people, got %d present, %d absent, %d strangers"
                .formatted(Portraits.PEOPLE, present, absent, strangers));
      }
    }
  }
}
