package org.rollcall.coverage;

import java.time.Duration;
import java.util.function.IntFunction;

/**
 * Notices a camera that hangs upside down or on its side, by its faces: detectors find hardly any
 * unless they are upright. Frames with few faces are searched turned, too, now and then, until two
 * of them agree.
 */
public final class Upright {
  /** Frames with this many faces are upright. */
  private static final int ENOUGH = 4;

  private static final int LEAST_FACES = 3;
  private static final int TIMES_MORE = 2;

  /** Detectors that find some faces upside down, too, find more of them upright every time. */
  private static final int FRAMES_IN_A_ROW = 4;

  private static final double TIMES_MORE_IN_A_ROW = 1.3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final int[] faces = new int[4];
  private final int[] frames = new int[4];
  private int searches;
  private Duration pause = FIRST_PAUSE;
  private Duration next = Duration.ZERO;

  /**
   * Tells whether a frame should be searched turned.
   *
   * @param at its time
   * @param upright number of faces found in it as it is
   * @return true now and then if there are few
   */
  public boolean isDue(Duration at, int upright) {
    return upright < ENOUGH && at.compareTo(next) >= 0;
  }

  /**
   * Searches a frame in the other orientations.
   *
   * @param at its time
   * @param upright number of faces found in it as it is
   * @param search returns the number of faces after 1, 2 or 3 clockwise quarter turns
   * @return how many clockwise quarter turns bring the pictures upright; 0 as long as nothing
   *     speaks against their being so
   */
  public int turns(Duration at, int upright, IntFunction<Integer> search) {
    next = at.plus(pause);
    pause = pause.multipliedBy(3).dividedBy(2);
    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    if (upright >= ENOUGH) {
      return 0;
    }
    searches++;
    faces[0] += upright;
    for (int turns = 1; turns < faces.length; turns++) {
      int found = search.apply(turns);
      faces[turns] += found;
      frames[turns] += found > upright ? 1 : 0;
    }
    int best = best();
    return isManyMore(best) || isAlwaysMore(best) ? best : 0;
  }

  private boolean isManyMore(int turns) {
    return frames[turns] > 1 && faces[turns] >= LEAST_FACES && faces[turns] > TIMES_MORE * faces[0];
  }

  private boolean isAlwaysMore(int turns) {
    return searches >= FRAMES_IN_A_ROW
        && frames[turns] == searches
        && faces[turns] > TIMES_MORE_IN_A_ROW * faces[0];
  }

  private int best() {
    int best = 1;
    for (int turns = 2; turns < faces.length; turns++) {
      best = faces[turns] > faces[best] ? turns : best;
    }
    return best;
  }
}
