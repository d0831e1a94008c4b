package org.rollcall.evaluation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceSearch;
import org.rollcall.identity.Sighting;
import org.rollcall.identity.Track;
import org.rollcall.identity.Tracklet;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Picture;
import org.rollcall.video.Photos;
import org.rollcall.video.UnreadablePhoto;

/**
 * Reads the largest face of each photo as a track, as if the photo were a recording of a single
 * frame.
 */
final class PhotoReader {
  private final FaceEngine engine;
  private final Cohort cohort;

  PhotoReader(FaceEngine engine) {
    this.engine = engine;
    this.cohort = Cohort.of(engine.embeddingSpace());
  }

  /**
   * The reading of a photo.
   *
   * @param track the face; empty if none was found
   * @param light mean brightness of the face, or of the photo if there is no face, 0..255
   * @param problem why the photo cannot be read, as a sentence; empty if it can
   */
  record ReadPhoto(Optional<Tracklet> track, double light, Optional<String> problem) {}

  /** {@return a reading for each file, in the same order} */
  List<ReadPhoto> read(List<Path> files) {
    List<SeenPhoto> seen = new ArrayList<>();
    for (int from = 0; from < files.size(); from += engine.lanes()) {
      seen.addAll(see(files.subList(from, Math.min(from + engine.lanes(), files.size()))));
    }
    List<FaceCrop> crops =
        seen.stream().flatMap(one -> one.sighting.stream()).map(Sighting::crop).toList();
    List<Embedding> embeddings = crops.isEmpty() ? List.of() : engine.embed(crops);
    List<ReadPhoto> readings = new ArrayList<>();
    int next = 0;
    for (SeenPhoto one : seen) {
      if (one.sighting.isPresent()) {
        Optional<Tracklet> track = track(one.sighting.get(), embeddings.get(next++));
        readings.add(new ReadPhoto(track, one.light, Optional.empty()));
      } else {
        readings.add(new ReadPhoto(Optional.empty(), one.light, one.problem));
      }
    }
    return readings;
  }

  private record SeenPhoto(Optional<Sighting> sighting, double light, Optional<String> problem) {}

  /** Reads a batch of files, at most as many as the engine processes at once. */
  private List<SeenPhoto> see(List<Path> files) {
    List<SeenPhoto> seen = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (Path file : files) {
      try {
        pictures.add(Photos.read(file));
        places.add(seen.size());
        seen.add(null);
      } catch (UnreadablePhoto e) {
        seen.add(new SeenPhoto(Optional.empty(), 0, Optional.of(e.getMessage())));
      }
    }
    List<List<Face>> faces = engine.detect(pictures.stream().map(FaceSearch::whole).toList());
    for (int i = 0; i < pictures.size(); i++) {
      seen.set(places.get(i), see(pictures.get(i), faces.get(i)));
    }
    return seen;
  }

  private SeenPhoto see(Picture picture, List<Face> faces) {
    Optional<Face> largest =
        faces.stream().max(Comparator.comparingDouble(face -> face.box().width()));
    if (largest.isEmpty()) {
      return new SeenPhoto(Optional.empty(), Brightness.of(picture), Optional.empty());
    }
    Face face = largest.get();
    FaceCrop crop = FaceCrop.of(picture, face);
    Sighting sighting = new Sighting(Duration.ZERO, face, crop, engine.quality(crop));
    double light = Brightness.of(picture.crop(face.box()));
    return new SeenPhoto(Optional.of(sighting), light, Optional.empty());
  }

  private Optional<Tracklet> track(Sighting sighting, Embedding embedding) {
    Track.Step step = new Track.Step(sighting.at(), sighting.face().box());
    Track track = new Track(List.of(step), List.of(sighting));
    return Tracklet.of(track, List.of(embedding), cohort).stream().findFirst();
  }
}
