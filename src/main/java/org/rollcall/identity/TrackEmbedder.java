package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;

/**
 * Embeds the crops of tracks, and no more of them than necessary.
 *
 * <p>Embedding is the most expensive step, and most tracks show a person in a seat where the same
 * person was seen before. Of such a track only a few crops are embedded at first, and the others
 * only if one of the few may show someone else.
 *
 * <p>Not thread-safe.
 */
public final class TrackEmbedder {
  /** Length of a part of a track, in sightings, from which one crop is embedded at first. */
  private static final int SIGHTINGS_FOR_A_CROP = 40;

  private final Function<List<FaceCrop>, List<Embedding>> embedder;
  private final Cohort cohort;
  private final SeatMemory seats;
  private final boolean sparing;

  /**
   * Creates an embedder that has not seen anyone yet.
   *
   * @param embedder computes an embedding for each crop
   * @param cohort cohort of the embedding space
   * @param sparing whether to embed only a few crops where a well-known person was seen before;
   *     otherwise all are embedded
   */
  public TrackEmbedder(
      Function<List<FaceCrop>, List<Embedding>> embedder, Cohort cohort, boolean sparing) {
    this.embedder = embedder;
    this.cohort = cohort;
    this.seats = new SeatMemory(cohort);
    this.sparing = sparing;
  }

  /**
   * Embeds tracks that have ended. Many at once are faster than one by one.
   *
   * @param tracks the tracks
   * @return for each track, one or more tracks of one person each
   */
  public List<Tracklet> embed(List<Track> tracks) {
    IdentityHashMap<Sighting, Embedding> embeddings = new IdentityHashMap<>();
    embed(tracks.stream().flatMap(track -> firstCrops(track).stream()).toList(), embeddings);
    embed(
        tracks.stream()
            .filter(track -> !isKnown(track, embeddings))
            .flatMap(track -> track.best().stream())
            .filter(crop -> !embeddings.containsKey(crop))
            .toList(),
        embeddings);
    return tracks.stream().flatMap(track -> embed(track, embeddings).stream()).toList();
  }

  /**
   * {@return the crops to embed first: all, or only a few where a well-known person was seen
   * before}
   */
  private List<Sighting> firstCrops(Track track) {
    List<Sighting> best = track.best();
    if (!sparing || !seats.isTaken(track)) {
      return best;
    }
    int parts = Math.min(best.size(), 1 + track.path().size() / SIGHTINGS_FOR_A_CROP);
    List<Sighting> few = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      best.subList(part * best.size() / parts, (part + 1) * best.size() / parts).stream()
          .max(Comparator.comparingDouble(Sighting::weight))
          .ifPresent(few::add);
    }
    return few;
  }

  private boolean isKnown(Track track, IdentityHashMap<Sighting, Embedding> embeddings) {
    return seats.isKnown(track, embedded(track, embeddings).stream().map(embeddings::get).toList());
  }

  private List<Tracklet> embed(Track track, IdentityHashMap<Sighting, Embedding> embeddings) {
    List<Sighting> crops = embedded(track, embeddings);
    List<Tracklet> faces =
        Tracklet.of(
            new Track(track.path(), crops), crops.stream().map(embeddings::get).toList(), cohort);
    if (faces.size() == 1) {
      seats.add(faces.get(0), crops.size());
    }
    return faces;
  }

  private static List<Sighting> embedded(
      Track track, IdentityHashMap<Sighting, Embedding> embeddings) {
    return track.best().stream().filter(embeddings::containsKey).toList();
  }

  private void embed(List<Sighting> crops, IdentityHashMap<Sighting, Embedding> embeddings) {
    if (!crops.isEmpty()) {
      List<Embedding> found = embedder.apply(crops.stream().map(Sighting::crop).toList());
      for (int i = 0; i < crops.size(); i++) {
        embeddings.put(crops.get(i), found.get(i));
      }
    }
  }
}
