package org.rollcall.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Embedding;

/**
 * Remembers which face was seen in which seat so far, without identifying anyone. Not thread-safe.
 */
final class SeatMemory {
  /**
   * Number of crops from which a person is well known: more from the same seat add hardly anything.
   */
  private static final int ENOUGH_CROPS = 24;

  private final Cohort cohort;
  private final List<Occupant> occupants = new ArrayList<>();

  SeatMemory(Cohort cohort) {
    this.cohort = cohort;
  }

  /** {@return whether a well-known person was seen in the place before} */
  boolean isTaken(Track track) {
    return known(track).findAny().isPresent();
  }

  /** {@return whether all the embeddings match the same well-known person of the place} */
  boolean isKnown(Track track, List<Embedding> embeddings) {
    List<Cohort.Measured> faces = embeddings.stream().map(cohort::measure).toList();
    return known(track)
        .anyMatch(occupant -> faces.stream().allMatch(face -> occupant.isLike(face)));
  }

  /**
   * Records a person in a seat.
   *
   * @param face the place and the embedding
   * @param crops number of crops that were embedded
   */
  void add(Tracklet face, int crops) {
    Box from = face.path().get(0).box();
    Box to = face.path().get(face.path().size() - 1).box();
    Cohort.Measured measured = cohort.measure(face.mean());
    occupants.stream()
        .filter(occupant -> occupant.isAt(from) && occupant.isLike(measured))
        .findFirst()
        .ifPresentOrElse(
            occupant -> occupant.add(face, crops, to),
            () -> occupants.add(new Occupant(face, crops, to)));
  }

  private Stream<Occupant> known(Track track) {
    Box box = track.path().get(0).box();
    return occupants.stream()
        .filter(occupant -> occupant.crops >= ENOUGH_CROPS && occupant.isAt(box));
  }

  /** A person in a seat. */
  private final class Occupant {
    private final float[] sum;
    private Cohort.Measured mean;
    private Box box;
    private int crops;

    Occupant(Tracklet face, int crops, Box box) {
      this.sum = new float[face.mean().dimension()];
      add(face, crops, box);
    }

    void add(Tracklet face, int more, Box last) {
      face.mean().addTo(sum, face.leastWeight());
      mean = cohort.measure(Embedding.normalised(sum));
      crops += more;
      box = last;
    }

    boolean isAt(Box place) {
      return Tracker.nearness(place, box) > Grouping.NEAR;
    }

    boolean isLike(Cohort.Measured face) {
      return mean.score(face) >= cohort.limit(Grouping.SAME_SEAT_RATE);
    }
  }
}
