package org.rollcall.lesson;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.face.FaceEngine;
import org.rollcall.identity.Cohort;
import org.rollcall.identity.FaceTrack;
import org.rollcall.identity.Sighting;
import org.rollcall.identity.Track;
import org.rollcall.identity.Tracker;
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
  private final Cohort cohort;
  private final SamplingSettings sampling;

  private final List<Track> ended = new ArrayList<>();
  private final List<FaceTrack> tracks = new ArrayList<>();
  private Optional<VideoFrame> fullest = Optional.empty();
  private int mostFaces;

  private Observer(FaceEngine engine, Cohort cohort, SamplingSettings sampling) {
    this.engine = engine;
    this.cohort = cohort;
    this.sampling = sampling;
  }

  static Observation watch(
      Path recording,
      FaceEngine engine,
      Cohort cohort,
      SamplingSettings sampling,
      Progress progress) {
    return new Observer(engine, cohort, sampling).watch(recording, progress);
  }

  private Observation watch(Path recording, Progress progress) {
    Tracker tracker = new Tracker(sampling.interval());
    try (FfmpegFrames frames = FfmpegFrames.open(recording, sampling)) {
      Duration length = frames.declaredLength().orElse(Duration.ZERO);
      try (ReadAhead<VideoFrame> ahead = new ReadAhead<>(frames::next)) {
        for (List<VideoFrame> some = some(ahead); !some.isEmpty(); some = some(ahead)) {
          follow(some, tracker);
          progress.recording(some.get(some.size() - 1).at(), length);
        }
      }
      ended.addAll(tracker.finish());
      describeEnded();
      return new Observation(
          tracks, fullest, frames.length(), frames.declaredLength(), frames.warnings());
    }
  }

  /** {@return as many frames as the engine takes at once; fewer only at the end} */
  private List<VideoFrame> some(ReadAhead<VideoFrame> ahead) {
    List<VideoFrame> frames = new ArrayList<>();
    while (frames.size() < engine.lanes()) {
      Optional<VideoFrame> frame = ahead.next();
      if (frame.isEmpty()) {
        break;
      }
      frames.add(frame.get());
    }
    return frames;
  }

  private void follow(List<VideoFrame> frames, Tracker tracker) {
    List<List<Face>> faces = engine.detect(frames.stream().map(VideoFrame::picture).toList());
    for (int i = 0; i < frames.size(); i++) {
      VideoFrame frame = frames.get(i);
      List<Sighting> sightings = faces.get(i).stream().map(face -> sighting(frame, face)).toList();
      if (sightings.size() > mostFaces) {
        mostFaces = sightings.size();
        fullest = Optional.of(frame);
      }
      ended.addAll(tracker.advance(frame.at(), sightings));
    }
    if (ended.size() >= ENOUGH_TRACKS) {
      describeEnded();
    }
  }

  private Sighting sighting(VideoFrame frame, Face face) {
    FaceCrop crop = FaceCrop.of(frame.picture(), face);
    return new Sighting(frame.at(), face, crop, engine.quality(crop));
  }

  /** Embeds the crops of several tracks at once: the networks are faster so. */
  private void describeEnded() {
    List<Embedding> embeddings =
        engine.embed(
            ended.stream().flatMap(track -> track.best().stream()).map(Sighting::crop).toList());
    int from = 0;
    for (Track track : ended) {
      int to = from + track.best().size();
      tracks.addAll(FaceTrack.describe(track, embeddings.subList(from, to), cohort));
      from = to;
    }
    ended.clear();
  }
}
