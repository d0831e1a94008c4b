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
import org.rollcall.lesson.Observation.Fullest;
import org.rollcall.lesson.Observation.Watched;
import org.rollcall.lesson.Trace.Amount;
import org.rollcall.lesson.Trace.Stage;
import org.rollcall.model.Embedding;
import org.rollcall.model.Face;
import org.rollcall.model.FaceCrop;
import org.rollcall.model.VideoFrame;
import org.rollcall.video.FfmpegFrames;
import org.rollcall.video.SamplingSettings;
import org.rollcall.video.Window;

/** Watches a recording: finds the faces, follows them, and describes the best crops of each. */
final class Observer {
  /** So many tracks are embedded together. */
  private static final int ENOUGH_TRACKS = 8;

  /**
   * What is watched.
   *
   * @param file the recording
   * @param window which part of it
   */
  record Stretch(Path file, Window window) {}

  private final FaceEngine engine;
  private final SamplingSettings sampling;
  private final FaceSettings faceSettings;
  private final Trace trace;
  private final TrackDescriber describer;

  private final List<Track> ended = new ArrayList<>();
  private final List<FaceTrack> tracks = new ArrayList<>();
  private Optional<Fullest> fullest = Optional.empty();

  private Observer(FaceEngine engine, Cohort cohort, Settings settings, Trace trace) {
    this.engine = engine;
    this.sampling = settings.sampling();
    this.faceSettings = settings.face();
    this.trace = trace;
    this.describer = new TrackDescriber(this::embed, cohort, faceSettings.sparing());
  }

  static Watched watch(
      Stretch recording,
      FaceEngine engine,
      Cohort cohort,
      Settings settings,
      Progress progress,
      Trace trace) {
    return new Observer(engine, cohort, settings, trace).watch(recording, progress);
  }

  private Watched watch(Stretch recording, Progress progress) {
    Tracker tracker = new Tracker();
    Window window = recording.window;
    try (FfmpegFrames frames = FfmpegFrames.open(recording.file, sampling, window)) {
      Duration length = frames.declaredLength().orElse(Duration.ZERO);
      try (ReadAhead<VideoFrame> ahead = read(frames)) {
        FaceFinder finder = new FaceFinder(this::detect, engine.lanes(), ahead::next, faceSettings);
        for (List<Searched> some = finder.next(); !some.isEmpty(); some = finder.next()) {
          follow(some, tracker).forEach(frames::reuse);
          describeEnded(ENOUGH_TRACKS);
          Duration at = some.get(some.size() - 1).frame().at();
          progress.recording(at.minus(window.from()), length);
        }
      }
      ended.addAll(tracker.finish());
      describeEnded(1);
      return new Watched(
          tracks,
          fullest,
          window.from(),
          frames.length(),
          frames.declaredLength(),
          frames.warnings());
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
    sightings.forEach(sighting -> trace.count(sighting.quality()));
    ended.addAll(tracker.advance(frame.at(), sightings, searched::covers));
    return keepFullest(frame, sightings.size());
  }

  /** {@return the frame that is not kept, if any} */
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
