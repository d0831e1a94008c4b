package org.rollcall.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Point;

/**
 * Tracks faces from one sampled frame to the next by place and size: in a lesson most faces stay in
 * their seats. Whether a track really shows only one person is checked later by its embeddings.
 *
 * <p>Not thread-safe.
 */
public final class Tracker {
  /** Distance that a face must stay below between two samples, in face widths. */
  private static final double FARTHEST = 0.8;

  /** Factor that its growth or shrinkage must stay below. */
  private static final double GREATEST_GROWTH = 1.5;

  /**
   * Number of consecutive samples that should show the face but do not, after which its track ends.
   */
  private static final int GAP_SAMPLES = 2;

  /** Time without the face after which its track ends: samples may be far apart or frames lost. */
  private static final Duration GAP = Duration.ofSeconds(20);

  /**
   * Length at which a track ends and continues as a new one. This limits memory, and the damage
   * when another person takes the seat.
   */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final List<Track.Growing> active = new ArrayList<>();

  /**
   * Adds the faces of the next frame.
   *
   * @param at time of the frame (later than the previous one)
   * @param sightings the faces in the frame
   * @param lookedAt whether the detector searched a place, so that a face there would have been
   *     found
   * @return the tracks that ended
   */
  public List<Track> advance(Duration at, List<Sighting> sightings, Predicate<Box> lookedAt) {
    List<Track> ended = endTracks(at);
    int[] trackOf = Assignment.best(nearness(sightings));
    for (int i = 0; i < sightings.size(); i++) {
      if (trackOf[i] == Assignment.NONE) {
        active.add(new Track.Growing(sightings.get(i)));
      } else {
        active.get(trackOf[i]).add(sightings.get(i));
      }
    }
    active.stream()
        .filter(track -> track.last().at().compareTo(at) < 0)
        .filter(track -> lookedAt.test(track.last().box()))
        .forEach(Track.Growing::miss);
    return ended;
  }

  /**
   * Ends all tracks.
   *
   * @return the tracks that had not ended before
   */
  public List<Track> finish() {
    List<Track> ended = active.stream().map(Track.Growing::ended).toList();
    active.clear();
    return ended;
  }

  private List<Track> endTracks(Duration at) {
    List<Track.Growing> over =
        active.stream()
            .filter(
                track ->
                    track.missed() >= GAP_SAMPLES
                        || at.minus(track.last().at()).compareTo(GAP) > 0
                        || track.length().compareTo(LONGEST) >= 0)
            .toList();
    active.removeAll(over);
    return over.stream().map(Track.Growing::ended).toList();
  }

  /**
   * Gains for the assignment: 1 if a face is exactly where a track was, 0 if it cannot belong to
   * it.
   */
  private double[][] nearness(List<Sighting> sightings) {
    double[][] nearness = new double[sightings.size()][active.size()];
    for (int i = 0; i < sightings.size(); i++) {
      for (int j = 0; j < active.size(); j++) {
        nearness[i][j] = nearness(sightings.get(i).face().box(), active.get(j).last().box());
      }
    }
    return nearness;
  }

  /**
   * Returns how plausible it is that one box is the other one a moment later.
   *
   * @return 0 (impossible) to 1 (the same place and size)
   */
  static double nearness(Box box, Box before) {
    double size = Math.max(1, Math.max(before.width(), box.width()));
    double growth = size / Math.max(1, Math.min(before.width(), box.width()));
    Point to = box.centre();
    Point from = before.centre();
    double moved = Math.hypot(to.x() - from.x(), to.y() - from.y()) / size;
    if (moved >= FARTHEST || growth >= GREATEST_GROWTH) {
      return 0;
    }
    return (1 - moved / FARTHEST) * (1 - Math.log(growth) / Math.log(GREATEST_GROWTH));
  }
}
