package org.rollcall.lesson;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceFinder;
import org.rollcall.face.FaceFinder.Searched;
import org.rollcall.identity.Cohort;
import org.rollcall.lesson.Trace.Stage;
import org.rollcall.model.Progress;
import org.rollcall.model.Window;
import org.rollcall.model.picture.VideoFrame;
import org.rollcall.settings.Settings;
import org.rollcall.store.ledger.Ledger;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.video.FfmpegFrames;
import org.rollcall.video.ReadAhead;
import org.rollcall.video.UndecodableRecording;

/** Analyses recordings: reads them from start to end, then detects and tracks the faces. */
final class RecordingAnalyser {
  private final FaceEngine engine;
  private final Cohort cohort;
  private final Settings settings;
  private final Trace trace;

  RecordingAnalyser(FaceEngine engine, Cohort cohort, Settings settings, Trace trace) {
    this.engine = engine;
    this.cohort = cohort;
    this.settings = settings;
    this.trace = trace;
  }

  /**
   * Analyses the recordings of a lesson one after another. A recording that cannot be decoded is
   * set to failed in the ledger and left out.
   *
   * @throws UndecodableRecording if none of them can be decoded
   */
  Analysis analyse(LessonFootage footage, Ledger ledger, Progress progress) {
    List<AnalysedRecording> analysed = new ArrayList<>();
    List<UndecodableRecording> losses = new ArrayList<>();
    for (PlacedPart placed : footage.parts()) {
      String sha256 = placed.part().recording().sha256();
      progress.reading(sha256);
      try {
        analysed.add(analyse(footage.file(placed), placed, progress));
      } catch (UndecodableRecording e) {
        ledger.refuse(sha256, RecordingState.FAILED, e.message());
        losses.add(e);
      }
    }
    if (analysed.isEmpty()) {
      throw losses.get(0);
    }
    return Analysis.of(analysed, losses.stream().map(UndecodableRecording::message).toList());
  }

  /**
   * Analyses one part of a recording.
   *
   * @param file path of the recording
   * @param placed the part to analyse
   * @throws UndecodableRecording if no frame can be decoded
   */
  AnalysedRecording analyse(Path file, PlacedPart placed, Progress progress) {
    Window window = placed.part().window();
    try (FfmpegFrames frames = FfmpegFrames.open(file, settings.sampling(), window)) {
      Duration length = frames.declaredLength().orElse(Duration.ZERO);
      FrameAnalyser analyser = new FrameAnalyser(engine, cohort, settings.face().sparing(), trace);
      read(frames, analyser, at -> progress.recording(at.minus(window.from()), length));
      analyser.finish();
      return new AnalysedRecording(
          placed,
          analyser.tracks(),
          analyser.fullest(),
          frames.length(),
          frames.declaredLength(),
          frames.warnings());
    }
  }

  private void read(FfmpegFrames frames, FrameAnalyser analyser, Consumer<Duration> position) {
    try (ReadAhead<VideoFrame> ahead =
        new ReadAhead<>(() -> trace.time(Stage.DECODE, frames::next))) {
      FaceFinder finder =
          new FaceFinder(analyser::detect, engine.lanes(), ahead::next, settings.face());
      for (List<Searched> some = finder.next(); !some.isEmpty(); some = finder.next()) {
        analyser.take(some).forEach(frames::reuse);
        position.accept(some.get(some.size() - 1).frame().at());
      }
    }
  }
}
