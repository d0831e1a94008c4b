package org.rollcall.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.picture.Embedding;

/**
 * A track of one person, with the mean embedding of its crops.
 *
 * @param path position of the face in each frame, in chronological order
 * @param mean mean of the crops' embeddings, weighted by quality
 * @param weight sum of the crops' weights
 * @param best the sighting with the greatest weight
 * @param camera number of the camera in the lesson, from 0
 */
public record Tracklet(
    List<Track.Step> path, Embedding mean, float weight, Sighting best, int camera) {
  /** The camera of a track that has not been {@linkplain #shifted assigned} to another one. */
  static final int FIRST_CAMERA = 0;

  /** Two sides of a track show two people if this share of strangers is more alike. */
  private static final double OTHER_PERSON_RATE = 0.1;

  /** Least number of crops on either side that is needed to decide so. */
  private static final int LEAST_CROPS = 3;

  public Tracklet {
    path = List.copyOf(path);
    if (camera < 0) {
      throw new IllegalArgumentException("camera must be 0 or more, got " + camera);
    }
  }

  /**
   * Combines a track with the embeddings of its crops. If the embeddings change in the middle of
   * the track because another person took the seat, the track is split.
   *
   * @param track the track
   * @param embeddings one embedding for each of its best sightings
   * @param cohort cohort of the embedding space, for scoring similarity
   * @return one or more tracks of one person each
   */
  public static List<Tracklet> of(Track track, List<Embedding> embeddings, Cohort cohort) {
    if (embeddings.size() != track.best().size()) {
      throw new IllegalArgumentException(
          "%d embeddings for %d crops".formatted(embeddings.size(), track.best().size()));
    }
    int change = change(track.best(), embeddings, cohort);
    if (change == 0) {
      return List.of(single(track, embeddings));
    }
    Duration at = track.best().get(change).at();
    int step = 0;
    while (track.path().get(step).at().compareTo(at) < 0) {
      step++;
    }
    List<Tracklet> parts = new ArrayList<>();
    parts.addAll(
        of(
            new Track(track.path().subList(0, step), track.best().subList(0, change)),
            embeddings.subList(0, change),
            cohort));
    parts.addAll(
        of(
            new Track(
                track.path().subList(step, track.path().size()),
                track.best().subList(change, track.best().size())),
            embeddings.subList(change, embeddings.size()),
            cohort));
    return parts;
  }

  /** {@return time of the first sighting} */
  public Duration first() {
    return path.get(0).at();
  }

  /** {@return time of the last sighting} */
  public Duration last() {
    return path.get(path.size() - 1).at();
  }

  /** {@return the weight to use in sums, never zero: a zero vector has no direction} */
  float leastWeight() {
    return Math.max(1e-3f, weight);
  }

  /**
   * Converts a track from recording time to lesson time.
   *
   * @param by time from the start of the lesson to that of the recording; negative if the recording
   *     started earlier
   * @param seenBy number of the camera that made the recording (0 or more); recordings of one
   *     camera follow one another
   * @return the same track with all times shifted
   */
  public Tracklet shifted(Duration by, int seenBy) {
    List<Track.Step> moved =
        path.stream().map(step -> new Track.Step(step.at().plus(by), step.box())).toList();
    return new Tracklet(moved, mean, weight, best.shifted(by), seenBy);
  }

  /** {@return whether one camera saw both at the same moment, so that they are two people} */
  boolean excludes(Tracklet other) {
    return camera == other.camera && overlaps(other);
  }

  private boolean overlaps(Tracklet other) {
    return first().compareTo(other.last()) <= 0 && other.first().compareTo(last()) <= 0;
  }

  /** {@return index of the first crop that shows another person, or 0 if none does} */
  private static int change(List<Sighting> crops, List<Embedding> embeddings, Cohort cohort) {
    int change = 0;
    double least = 1;
    int end = crops.size();
    Embedding before = null;
    Embedding after = null;
    for (int i = LEAST_CROPS; i <= end - LEAST_CROPS; i++) {
      Embedding one = mean(crops.subList(0, i), embeddings.subList(0, i));
      Embedding other = mean(crops.subList(i, end), embeddings.subList(i, end));
      if (one.cosine(other) < least) {
        least = one.cosine(other);
        change = i;
        before = one;
        after = other;
      }
    }
    boolean changes =
        change > 0
            && cohort.measure(before).score(cohort.measure(after))
                < cohort.limit(OTHER_PERSON_RATE);
    return changes ? change : 0;
  }

  private static Tracklet single(Track track, List<Embedding> embeddings) {
    float weight = 0;
    for (Sighting sighting : track.best()) {
      weight += sighting.weight();
    }
    Sighting best =
        track.best().stream().max(Comparator.comparingDouble(Sighting::weight)).orElseThrow();
    return new Tracklet(track.path(), mean(track.best(), embeddings), weight, best, FIRST_CAMERA);
  }

  private static Embedding mean(List<Sighting> crops, List<Embedding> embeddings) {
    float[] sum = new float[embeddings.get(0).dimension()];
    for (int i = 0; i < crops.size(); i++) {
      // Even the poorest crop keeps a little weight so that the sum is never zero.
      embeddings.get(i).addTo(sum, Math.max(1e-3f, crops.get(i).weight()));
    }
    return Embedding.normalised(sum);
  }
}
