package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;

/**
 * Embeds the crops of tracks, and no more of them than necessary.
 *
 * <p>Embedding is expensive, and most tracks show a person in a seat where the same person was seen
 * before. So each track is glanced at first: a few crops are embedded by the fastest network alone.
 * If all of them show the person who is well known in that seat, the track takes over the embedding
 * of that person. Only of other tracks are all crops embedded in full.
 *
 * <p>Not thread-safe.
 */
public final class TrackEmbedder {
  /** Length of a part of a track, in sightings, from which one crop is glanced at. */
  private static final int SIGHTINGS_FOR_A_GLANCE = 20;

  private final CropEmbedder full;
  private final CropEmbedder glance;
  private final SeatMemory seats;
  private final boolean sparing;

  /**
   * Creates an embedder that has not seen anyone yet.
   *
   * @param full embeds in the space of the results
   * @param glance embeds faster, in a space of its own; may be the same
   * @param sparing whether to glance first; otherwise all crops are embedded in full
   */
  public TrackEmbedder(CropEmbedder full, CropEmbedder glance, boolean sparing) {
    this.full = full;
    this.glance = glance;
    this.seats = new SeatMemory(full.cohort(), glance.cohort());
    this.sparing = sparing;
  }

  /**
   * Creates an embedder that has not seen anyone yet, for a space that has no faster one.
   *
   * @param embedder computes an embedding for each crop
   * @param cohort cohort of the embedding space
   * @param sparing whether to glance at a few crops first; otherwise all are embedded
   */
  public TrackEmbedder(
      Function<List<FaceCrop>, List<Embedding>> embedder, Cohort cohort, boolean sparing) {
    this(new CropEmbedder(embedder, cohort), new CropEmbedder(embedder, cohort), sparing);
  }

  /**
   * Embeds tracks that have ended. Many at once are faster than one by one.
   *
   * @param tracks the tracks
   * @return for each track, one or more tracks of one person each
   */
  public List<Tracklet> embed(List<Track> tracks) {
    IdentityHashMap<Track, List<Embedding>> glances = glances(tracks);
    IdentityHashMap<Track, SeatMemory.Occupant> known = new IdentityHashMap<>();
    for (Track track : tracks) {
      occupant(track, glances).ifPresent(occupant -> known.put(track, occupant));
    }
    IdentityHashMap<Track, List<Embedding>> embeddings =
        embed(tracks.stream().filter(track -> !known.containsKey(track)).toList(), full);
    List<Tracklet> faces = new ArrayList<>();
    for (Track track : tracks) {
      if (known.containsKey(track)) {
        faces.add(known.get(track).seenAgain(withFewCrops(track)));
      } else {
        faces.addAll(people(track, embeddings.get(track), glances.get(track)));
      }
    }
    return faces;
  }

  private IdentityHashMap<Track, List<Embedding>> glances(List<Track> tracks) {
    List<Track> few = tracks.stream().map(TrackEmbedder::withFewCrops).toList();
    IdentityHashMap<Track, List<Embedding>> embeddings = embed(sparing ? few : List.of(), glance);
    IdentityHashMap<Track, List<Embedding>> glances = new IdentityHashMap<>();
    for (int i = 0; i < tracks.size(); i++) {
      glances.put(tracks.get(i), embeddings.getOrDefault(few.get(i), List.of()));
    }
    return glances;
  }

  private Optional<SeatMemory.Occupant> occupant(
      Track track, IdentityHashMap<Track, List<Embedding>> glances) {
    return sparing ? seats.occupant(track, glances.get(track)) : Optional.empty();
  }

  private List<Tracklet> people(Track track, List<Embedding> embeddings, List<Embedding> glances) {
    List<Tracklet> faces = Tracklet.of(track, embeddings, full.cohort());
    if (faces.size() == 1) {
      seats.add(faces.get(0), track.best().size(), glances);
    }
    return faces;
  }

  /** Keeps the best crop of each part of a track. */
  private static Track withFewCrops(Track track) {
    List<Sighting> best = track.best();
    int parts = Math.min(best.size(), 1 + track.path().size() / SIGHTINGS_FOR_A_GLANCE);
    List<Sighting> few = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      best.subList(part * best.size() / parts, (part + 1) * best.size() / parts).stream()
          .max(Comparator.comparingDouble(Sighting::weight))
          .ifPresent(few::add);
    }
    return new Track(track.path(), few);
  }

  /** {@return the embeddings of the best crops of each track} */
  private static IdentityHashMap<Track, List<Embedding>> embed(
      List<Track> tracks, CropEmbedder embedder) {
    List<Embedding> all =
        embedder.embed(tracks.stream().flatMap(track -> track.best().stream()).toList());
    IdentityHashMap<Track, List<Embedding>> embeddings = new IdentityHashMap<>();
    int from = 0;
    for (Track track : tracks) {
      int to = from + track.best().size();
      embeddings.put(track, all.subList(from, to));
      from = to;
    }
    return embeddings;
  }
}
