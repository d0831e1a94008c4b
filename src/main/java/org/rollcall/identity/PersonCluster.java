package org.rollcall.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rollcall.model.picture.Embedding;

/**
 * The tracks of one person, who need not be identified. Tracks from one camera do not overlap in
 * time; those from different cameras may.
 *
 * @param tracks the tracks, in chronological order (not empty)
 */
public record PersonCluster(List<Tracklet> tracks) {
  public PersonCluster {
    tracks = tracks.stream().sorted(Comparator.comparing(Tracklet::first)).toList();
    if (tracks.isEmpty()) {
      throw new IllegalArgumentException("A person needs at least one track");
    }
  }

  static PersonCluster of(Tracklet track) {
    return new PersonCluster(List.of(track));
  }

  PersonCluster with(PersonCluster other) {
    List<Tracklet> all = new ArrayList<>(tracks);
    all.addAll(other.tracks);
    return new PersonCluster(all);
  }

  /** {@return whether one camera saw both at the same moment, so that they are two people} */
  boolean excludes(PersonCluster other) {
    return tracks.stream().anyMatch(t -> other.tracks.stream().anyMatch(t::excludes));
  }

  /** {@return time of the first sighting} */
  public Duration first() {
    return tracks.get(0).first();
  }

  /** {@return time of the last sighting} */
  public Duration last() {
    return tracks.stream().map(Tracklet::last).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** {@return number of sampled frames with the face, over all cameras} */
  public int sightings() {
    return tracks.stream().mapToInt(track -> track.path().size()).sum();
  }

  /** {@return the sighting with the greatest weight} */
  public Sighting best() {
    return tracks.stream()
        .map(Tracklet::best)
        .max(Comparator.comparingDouble(Sighting::weight))
        .orElseThrow();
  }

  /** {@return total weight of the tracks; above 0} */
  public double weight() {
    return tracks.stream().mapToDouble(Tracklet::leastWeight).sum();
  }

  /** {@return the weighted mean of the tracks' embeddings} */
  public Embedding mean() {
    float[] sum = new float[tracks.get(0).mean().dimension()];
    for (Tracklet track : tracks) {
      track.mean().addTo(sum, track.leastWeight());
    }
    return Embedding.normalised(sum);
  }
}
