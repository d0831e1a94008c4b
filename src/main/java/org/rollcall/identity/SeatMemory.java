package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Embedding;

/**
 * Remembers which face was seen in which seat so far, without identifying anyone. Not thread-safe.
 */
final class SeatMemory {
  /**
   * Sum of the weights of crops from which a person is well known: that of about 12 crops of a face
   * of 70 pixels in a bright room, and of more where faces are small or dark.
   */
  private static final double ENOUGH_EVIDENCE = 3.5;

  /** So many crops are enough, however poor they are: more of them add hardly anything. */
  private static final int ENOUGH_CROPS = 24;

  private final Cohort full;
  private final Cohort glance;
  private final List<Occupant> occupants = new ArrayList<>();

  /**
   * Starts with empty seats.
   *
   * @param full cohort of the space of the results
   * @param glance cohort of the space of the glances
   */
  SeatMemory(Cohort full, Cohort glance) {
    this.full = full;
    this.glance = glance;
  }

  /** {@return the well-known person of the place whom all the glances match, if any} */
  Optional<Occupant> occupant(Track track, List<Embedding> glances) {
    Box box = track.path().get(0).box();
    List<Cohort.Measured> faces = glances.stream().map(glance::measure).toList();
    return occupants.stream()
        .filter(occupant -> occupant.isWellKnown() && occupant.isAt(box))
        .filter(occupant -> faces.stream().allMatch(occupant::looksLike))
        .findFirst();
  }

  /**
   * Records a person in a seat.
   *
   * @param face the place and the embedding
   * @param crops number of crops that were embedded
   * @param glances glances at some of them; the person cannot be recognised without
   */
  void add(Tracklet face, int crops, List<Embedding> glances) {
    if (glances.isEmpty()) {
      return;
    }
    Box from = face.path().get(0).box();
    Cohort.Measured measured = full.measure(face.mean());
    Occupant occupant =
        occupants.stream()
            .filter(one -> one.isAt(from) && one.isLike(measured))
            .findFirst()
            .orElseGet(() -> newOccupant(face, glances));
    occupant.add(face, crops, glances);
  }

  private Occupant newOccupant(Tracklet face, List<Embedding> glances) {
    Occupant occupant =
        new Occupant(new float[face.mean().dimension()], new float[glances.get(0).dimension()]);
    occupants.add(occupant);
    return occupant;
  }

  /** A person in a seat. */
  final class Occupant {
    private final float[] sum;
    private final float[] glanceSum;
    private Embedding mean;
    private Cohort.Measured measured;
    private Cohort.Measured glanced;
    private Box box;
    private int crops;
    private double evidence;

    private Occupant(float[] sum, float[] glanceSum) {
      this.sum = sum;
      this.glanceSum = glanceSum;
    }

    private void add(Tracklet face, int more, List<Embedding> glances) {
      face.mean().addTo(sum, face.leastWeight());
      mean = Embedding.normalised(sum);
      measured = full.measure(mean);
      glances.forEach(one -> one.addTo(glanceSum, 1));
      glanced = glance.measure(Embedding.normalised(glanceSum));
      crops += more;
      evidence += face.weight();
      box = lastBox(face.path());
    }

    /** {@return a track on which the person was seen again, with the embedding known before} */
    Tracklet seenAgain(Track track) {
      box = lastBox(track.path());
      float weight = (float) track.best().stream().mapToDouble(Sighting::weight).sum();
      Sighting best =
          track.best().stream().max(Comparator.comparingDouble(Sighting::weight)).orElseThrow();
      return new Tracklet(track.path(), mean, weight, best, Tracklet.FIRST_CAMERA);
    }

    private boolean isWellKnown() {
      return evidence >= ENOUGH_EVIDENCE || crops >= ENOUGH_CROPS;
    }

    private boolean isAt(Box place) {
      return Tracker.nearness(place, box) > Grouping.NEAR;
    }

    private boolean isLike(Cohort.Measured face) {
      return measured.score(face) >= full.limit(Grouping.SAME_SEAT_RATE);
    }

    private boolean looksLike(Cohort.Measured face) {
      return glanced.score(face) >= glance.limit(Grouping.SAME_SEAT_RATE);
    }
  }

  private static Box lastBox(List<Track.Step> path) {
    return path.get(path.size() - 1).box();
  }
}
