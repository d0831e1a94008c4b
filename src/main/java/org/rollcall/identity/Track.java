package org.rollcall.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.picture.Box;

/**
 * One face, tracked from frame to frame.
 *
 * @param path its position in each frame, in chronological order (not empty)
 * @param best the best sightings, spread over the track, in chronological order (not empty); an
 *     unreadable one only if there is no other
 */
public record Track(List<Step> path, List<Sighting> best) {
  /**
   * Greatest number of crops kept of the shortest tracks; {@code MOST_CROPS} is that of the
   * longest. More would hardly change the mean.
   */
  private static final int FEWEST_CROPS = 6;

  private static final int MOST_CROPS = 12;

  /** Number of sightings for which one more crop is kept. */
  private static final int SIGHTINGS_FOR_A_CROP = 10;

  public Track {
    path = List.copyOf(path);
    best = List.copyOf(best);
    if (path.isEmpty() || best.isEmpty()) {
      throw new IllegalArgumentException("A track needs at least one sighting");
    }
  }

  /**
   * One frame of a track.
   *
   * @param at time of the frame
   * @param box position of the face
   */
  public record Step(Duration at, Box box) {}

  /** A track that is still growing. Keeps few crops, however long the track becomes. */
  static final class Growing {
    private final List<Step> path = new ArrayList<>();
    private final List<Sighting> best = new ArrayList<>();
    private int missed;

    Growing(Sighting first) {
      add(first);
    }

    void add(Sighting sighting) {
      missed = 0;
      path.add(new Step(sighting.at(), sighting.face().box()));
      if (sighting.readable() || best.isEmpty()) {
        best.removeIf(kept -> !kept.readable());
        best.add(sighting);
      }
      if (best.size() > wantedCrops()) {
        best.remove(leastInformative());
      }
    }

    /** Records a sample without the face. */
    void miss() {
      missed++;
    }

    /** {@return number of samples without the face since the last one with it} */
    int missed() {
      return missed;
    }

    private int wantedCrops() {
      return Math.min(MOST_CROPS, FEWEST_CROPS + path.size() / SIGHTINGS_FOR_A_CROP);
    }

    Step last() {
      return path.get(path.size() - 1);
    }

    Duration length() {
      return last().at().minus(path.get(0).at());
    }

    Track ended() {
      return new Track(path, best);
    }

    /** Index of the least valuable crop: one of poor quality, or one close in time to others. */
    private int leastInformative() {
      int least = 0;
      double leastValue = Double.MAX_VALUE;
      for (int i = 0; i < best.size(); i++) {
        double value = best.get(i).weight() * Math.sqrt(secondsAround(i));
        if (value < leastValue) {
          leastValue = value;
          least = i;
        }
      }
      return least;
    }

    private double secondsAround(int i) {
      Duration before = best.get(Math.max(0, i - 1)).at();
      Duration after = best.get(Math.min(best.size() - 1, i + 1)).at();
      return after.minus(before).toMillis() / 1000.0;
    }
  }
}
