package org.rollcall.lesson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.coverage.ViewWatch;
import org.rollcall.coverage.ViewedRecording;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceFinder.Searched;
import org.rollcall.identity.CropEmbedder;
import org.rollcall.identity.Sighting;
import org.rollcall.identity.Track;
import org.rollcall.identity.TrackEmbedder;
import org.rollcall.identity.Tracker;
import org.rollcall.identity.Tracklet;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.lesson.Analysis.Fullest;
import org.rollcall.lesson.Trace.Amount;
import org.rollcall.lesson.Trace.Stage;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.VideoFrame;

/**
 * Analyses the frames of one recording: detects faces, tracks them from frame to frame and embeds
 * the best crops of each track.
 */
final class FrameAnalyser {
  /** Number of ended tracks that are embedded together, which is faster than one by one. */
  private static final int ENOUGH_TRACKS = 8;

  private final FaceEngine engine;
  private final Trace trace;
  private final TrackEmbedder embedder;
  private final Tracker tracker = new Tracker();

  private final List<Track> ended = new ArrayList<>();
  private final List<Tracklet> tracks = new ArrayList<>();
  private final ViewWatch views = new ViewWatch();
  private final List<FaceCount> counts = new ArrayList<>();
  private Optional<Fullest> fullest = Optional.empty();

  /**
   * How many faces were found in a frame.
   *
   * @param at its time
   * @param faces their number
   * @param whole whether all of it was searched
   */
  private record FaceCount(Duration at, int faces, boolean whole) {}

  FrameAnalyser(FaceEngine engine, Cohort cohort, boolean sparing, Trace trace) {
    this.engine = engine;
    this.trace = trace;
    this.embedder =
        new TrackEmbedder(
            new CropEmbedder(this::embed, cohort),
            new CropEmbedder(this::glance, Cohort.of(engine.glanceSpace())),
            sparing);
  }

  /**
   * Analyses the next frames.
   *
   * @return frames that are no longer needed
   */
  List<VideoFrame> take(List<Searched> frames) {
    List<VideoFrame> done =
        trace.time(
            Stage.TRACK, () -> frames.stream().flatMap(one -> follow(one).stream()).toList());
    embedEnded(ENOUGH_TRACKS);
    return done;
  }

  /** Ends all tracks; call it after the last frame. */
  void finish() {
    ended.addAll(tracker.finish());
    embedEnded(1);
  }

  /** {@return the faces, each tracked for as long as it stayed in sight} */
  List<Tracklet> tracks() {
    return tracks;
  }

  /** {@return the frame with the most faces} */
  Optional<Fullest> fullest() {
    return fullest;
  }

  /**
   * {@return what the frames show}
   *
   * @param end the end of the last frame
   */
  ViewedRecording viewed(Duration end) {
    List<Stretch> stretches = views.stretches(end);
    List<FaceCount> seen =
        counts.stream()
            .filter(count -> stretches.stream().anyMatch(one -> isSeen(count.at(), one)))
            .toList();
    double faces =
        seen.stream().filter(FaceCount::whole).mapToInt(FaceCount::faces).average().orElse(0);
    return new ViewedRecording(stretches, faces, seen.size());
  }

  private static boolean isSeen(Duration at, Stretch stretch) {
    return stretch.view() == View.SEEN
        && stretch.from().compareTo(at) <= 0
        && stretch.to().compareTo(at) > 0;
  }

  private Optional<VideoFrame> follow(Searched searched) {
    VideoFrame frame = searched.frame();
    views.add(frame.at(), frame.picture(), searched.faces().stream().map(Face::box).toList());
    counts.add(new FaceCount(frame.at(), searched.faces().size(), searched.places().isEmpty()));
    List<Sighting> sightings =
        searched.faces().stream().map(face -> sighting(frame, face)).toList();
    trace.count(Amount.SAMPLES, 1);
    sightings.forEach(sighting -> trace.count(sighting.quality()));
    ended.addAll(tracker.advance(frame.at(), sightings, searched::covers));
    return keepFullest(frame, sightings.size());
  }

  /** {@return the frame that is no longer needed, if any} */
  private Optional<VideoFrame> keepFullest(VideoFrame frame, int faces) {
    if (faces <= fullest.map(Fullest::faces).orElse(0)) {
      return Optional.of(frame);
    }
    Optional<VideoFrame> before = fullest.map(Fullest::frame);
    fullest = Optional.of(new Fullest(frame, 0, faces));
    return before;
  }

  private Sighting sighting(VideoFrame frame, Face face) {
    FaceCrop crop = FaceCrop.of(frame.picture(), face);
    return new Sighting(frame.at(), face, crop, engine.quality(crop));
  }

  private void embedEnded(int enough) {
    if (ended.size() >= enough) {
      tracks.addAll(embedder.embed(ended));
      ended.clear();
    }
  }

  private List<Embedding> glance(List<FaceCrop> crops) {
    return trace.time(Stage.EMBED, () -> engine.glance(crops));
  }

  private List<Embedding> embed(List<FaceCrop> crops) {
    trace.count(Amount.CROPS, crops.size());
    return trace.time(Stage.EMBED, () -> engine.embed(crops));
  }
}
