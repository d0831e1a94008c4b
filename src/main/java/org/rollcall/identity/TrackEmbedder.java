package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;

/**
 * Says what the crops of tracks tell about who it is, and embeds no more of them than that takes.
 *
 * <p>To embed faces is the dearest step, and most tracks show somebody who sits where the same
 * person sat before. Of such a track few crops are embedded, and the others only if one of the few
 * may be somebody else.
 *
 * <p>Not thread-safe.
 */
public final class TrackEmbedder {
  /** One crop is embedded of each part of a track that is so many sightings long, at first. */
  private static final int SIGHTINGS_FOR_A_CROP = 40;

  private final Function<List<FaceCrop>, List<Embedding>> embedder;
  private final Cohort cohort;
  private final SeatMemory seats;
  private final boolean sparing;

  /**
   * Starts without having seen anybody.
   *
   * @param embedder gives an embedding for each crop
   * @param cohort of the space of the embeddings
   * @param sparing whether few crops are embedded where somebody well known was seen before; else
   *     all are
   */
  public TrackEmbedder(
      Function<List<FaceCrop>, List<Embedding>> embedder, Cohort cohort, boolean sparing) {
    this.embedder = embedder;
    this.cohort = cohort;
    this.seats = new SeatMemory(cohort);
    this.sparing = sparing;
  }

  /**
   * Describes tracks that have ended. Many at once are faster than one after the other.
   *
   * @param tracks the tracks
   * @return for each of them one or more tracks of one person each
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

  /** {@return all crops; or few, where somebody well known was seen before} */
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
        Tracklet.describe(
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
