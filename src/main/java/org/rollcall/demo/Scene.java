package org.rollcall.demo;

import java.time.Duration;

/**
 * The specification of a fictitious lesson. The same scene always gives the same lesson.
 *
 * @param seed determines the people, their seats and their times
 * @param camera how it is filmed
 * @param length length of the lesson (at least 4 s)
 * @param cast the people in it
 */
public record Scene(long seed, Camera camera, Duration length, Cast cast) {
  private static final Duration SHORTEST = Duration.ofSeconds(4);

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is below 4 s
   */
  public Scene {
    if (length.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "length must be at least 4 s, got %d ms".formatted(length.toMillis()));
    }
  }

  /**
   * The camera that films a lesson.
   *
   * @param width width of the frame in pixels (even)
   * @param height height of the frame in pixels (even)
   * @param framesPerSecond frame rate
   * @param smallestFace width of a face in the last row, in pixels
   * @param largestFace width of a face in the first row, in pixels
   */
  public record Camera(
      int width, int height, int framesPerSecond, int smallestFace, int largestFace) {
    private static final int FRAMES_PER_SECOND = 10;
    private static final int WIDEST_FACE = 104;
    private static final int NARROWEST_FACE = 46;

    /**
     * Creates a camera that has a number of people in its frame, as large as will fit.
     *
     * @param width width of the frame in pixels (even)
     * @param height height of the frame in pixels (even)
     * @param people number of people in the room
     * @return the camera
     * @throws IllegalArgumentException if that many people would be too small to be recognised
     */
    public static Camera before(int width, int height, int people) {
      int largest = (int) Math.min(WIDEST_FACE, SeatingPlan.widestFace(width, height, people));
      if (largest < NARROWEST_FACE) {
        throw new IllegalArgumentException(
            "%d people do not fit into a picture of %d x %d pixels. Take fewer, or a larger picture."
                .formatted(people, width, height));
      }
      int smallest = Math.max(NARROWEST_FACE, largest * 55 / 100);
      return new Camera(width, height, FRAMES_PER_SECOND, smallest, largest);
    }
  }

  /**
   * The people in a scene. If at least three students are present, one comes late and one leaves
   * early.
   *
   * @param present students on the roster who come
   * @param absent students on the roster who do not
   * @param strangers people who come without being on the roster
   */
  public record Cast(int present, int absent, int strangers) {
    private static final int MOST_STRANGERS = 3;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative, or there are not enough people
     */
    public Cast {
      int all = present + absent + strangers;
      if (present < 0 || absent < 0 || strangers < 0 || all > Portrait.PEOPLE) {
        throw new IllegalArgumentException(
            "There are %d people, got %d present, %d absent, %d strangers"
                .formatted(Portrait.PEOPLE, present, absent, strangers));
      }
    }

    /**
     * Creates the cast of a class of which one in four is absent, with up to three strangers.
     *
     * @param students students on the roster (0 to 30)
     * @return the cast
     */
    static Cast of(int students) {
      int absent = students / 4;
      int strangers = Math.min(MOST_STRANGERS, Portrait.PEOPLE - students);
      return new Cast(students - absent, absent, strangers);
    }

    /**
     * {@return how many people come; all are there at the same time except the late and the early
     * one}
     */
    public int inTheRoom() {
      return present + strangers;
    }
  }
}
