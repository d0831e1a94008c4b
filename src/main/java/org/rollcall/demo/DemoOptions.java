package org.rollcall.demo;

import java.time.Duration;
import org.rollcall.basics.setting.Times;

/**
 * The options of a demo.
 *
 * @param students students on the roster (4 to 28)
 * @param length length of the lesson (16 s to 1 h)
 * @param seed determines the people, their seats and what they do
 * @param width width of the recording in pixels (640 to 3840, even)
 * @param height height of the recording in pixels (360 to 2160, even)
 */
public record DemoOptions(int students, Duration length, long seed, int width, int height) {
  /** One student comes late, one leaves early, one is absent, and one more attends throughout. */
  private static final int FEWEST_STUDENTS = 4;

  /** Leaves two people to be strangers. */
  private static final int MOST_STUDENTS = 28;

  private static final Duration SHORTEST = Duration.ofSeconds(16);
  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * Checks all limits.
   *
   * @throws IllegalArgumentException if a value is out of range, or the people do not all fit into
   *     the frame; the message says which, what was found and what was expected
   */
  public DemoOptions {
    if (students < FEWEST_STUDENTS || students > MOST_STUDENTS) {
      throw new IllegalArgumentException(
          "--students must be %d to %d, got %d."
              .formatted(FEWEST_STUDENTS, MOST_STUDENTS, students));
    }
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "--length must be %d s to %d min, got %d s."
              .formatted(SHORTEST.toSeconds(), LONGEST.toMinutes(), length.toSeconds()));
    }
    if (width < 640 || width > 3840 || height < 360 || height > 2160) {
      throw new IllegalArgumentException(
          "--size must be 640x360 to 3840x2160, got %dx%d.".formatted(width, height));
    }
    if (width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException(
          "--size must be even numbers, got %dx%d.".formatted(width, height));
    }
    camera(students, width, height);
  }

  /** {@return the scene that these options describe} */
  Scene scene() {
    return new Scene(seed, camera(students, width, height), length, Scene.Cast.of(students));
  }

  private static Scene.Camera camera(int students, int width, int height) {
    return Scene.Camera.before(width, height, Scene.Cast.of(students).inTheRoom());
  }

  /** {@return the options on one line, as typed on the command line} */
  String typed() {
    return "--students %d --length %s --seed %d --size %dx%d"
        .formatted(students, Times.write(length), seed, width, height);
  }
}
