package org.rollcall.lesson;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.config.Settings;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceFinder;
import org.rollcall.face.FaceFinder.Searched;
import org.rollcall.face.FaceSettings;
import org.rollcall.face.Search;
import org.rollcall.identity.Cohort;
import org.rollcall.identity.FaceTrack;
import org.rollcall.identity.Sighting;
import org.rollcall.identity.Track;
import org.rollcall.identity.TrackDescriber;
import org.rollcall.identity.Tracker;
import org.rollcall.lesson.Trace.Amount;
import org.rollcall.lesson.Trace.Stage;
import org.rollcall.model.Embedding;
import org.rollcall.model.Face;
import org.rollcall.model.FaceCrop;
import org.rollcall.model.VideoFrame;
import org.rollcall.video.FfmpegFrames;
import org.rollcall.video.SamplingSettings;

/** Watches a recording: finds the faces, follows them, and describes the best crops of each. */
final class Observer {
  /** So many tracks are embedded together. */
  private static final int ENOUGH_TRACKS = 8;

  private final FaceEngine engine;
  private final SamplingSettings sampling;
  private final FaceSettings faceSettings;
  private final Trace trace;
  private final TrackDescriber describer;

  private final List<Track> ended = new ArrayList<>();
  private final List<FaceTrack> tracks = new ArrayList<>();
  private Optional<VideoFrame> fullest = Optional.empty();
  private int mostFaces;

  private Observer(FaceEngine engine, Cohort cohort, Settings settings, Trace trace) {
    this.engine = engine;
    this.sampling = settings.sampling();
    this.faceSettings = settings.face();
    this.trace = trace;
    this.describer = new TrackDescriber(this::embed, cohort);
  }

  static Observation watch(
      Path recording,
      FaceEngine engine,
      Cohort cohort,
      Settings settings,
      Progress progress,
      Trace trace) {
    return new Observer(engine, cohort, settings, trace).watch(recording, progress);
  }

  private Observation watch(Path recording, Progress progress) {
    Tracker tracker = new Tracker();
    try (FfmpegFrames frames = FfmpegFrames.open(recording, sampling)) {
      Duration length = frames.declaredLength().orElse(Duration.ZERO);
      try (ReadAhead<VideoFrame> ahead = read(frames)) {
        FaceFinder finder = new FaceFinder(this::detect, engine.lanes(), ahead::next, faceSettings);
        for (List<Searched> some = finder.next(); !some.isEmpty(); some = finder.next()) {
          follow(some, tracker).forEach(frames::reuse);
          describeEnded(ENOUGH_TRACKS);
          progress.recording(some.get(some.size() - 1).frame().at(), length);
        }
      }
      ended.addAll(tracker.finish());
      describeEnded(1);
      return new Observation(
          tracks, fullest, frames.length(), frames.declaredLength(), frames.warnings());
    }
  }

  private ReadAhead<VideoFrame> read(FfmpegFrames frames) {
    return new ReadAhead<>(() -> trace.time(Stage.DECODE, frames::next));
  }

  private List<List<Face>> detect(List<Search> searches) {
    return trace.time(Stage.DETECT, () -> engine.detect(searches));
  }

  /** {@return the frames that are not needed any more} */
  private List<VideoFrame> follow(List<Searched> frames, Tracker tracker) {
    return trace.time(
        Stage.TRACK,
        () -> frames.stream().flatMap(searched -> follow(searched, tracker).stream()).toList());
  }

  private Optional<VideoFrame> follow(Searched searched, Tracker tracker) {
    VideoFrame frame = searched.frame();
    List<Sighting> sightings =
        searched.faces().stream().map(face -> sighting(frame, face)).toList();
    trace.count(Amount.SAMPLES, 1);
    trace.count(Amount.FACES, sightings.size());
    ended.addAll(tracker.advance(frame.at(), sightings, searched::lookedAt));
    return keepFullest(frame, sightings.size());
  }

  /** {@return the frame that is not kept, if any} */
  private Optional<VideoFrame> keepFullest(VideoFrame frame, int faces) {
    if (faces <= mostFaces) {
      return Optional.of(frame);
    }
    Optional<VideoFrame> before = fullest;
    mostFaces = faces;
    fullest = Optional.of(frame);
    return before;
  }

  private Sighting sighting(VideoFrame frame, Face face) {
    FaceCrop crop = FaceCrop.of(frame.picture(), face);
    return new Sighting(frame.at(), face, crop, engine.quality(crop));
  }

  /** Describes several tracks at once, if there are enough: it is faster so. */
  private void describeEnded(int enough) {
    if (ended.size() >= enough) {
      tracks.addAll(describer.describe(ended));
      ended.clear();
    }
  }

  private List<Embedding> embed(List<FaceCrop> crops) {
    trace.count(Amount.CROPS, crops.size());
    return trace.time(Stage.EMBED, () -> engine.embed(crops));
  }
}
