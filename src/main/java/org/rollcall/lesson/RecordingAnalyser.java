package org.rollcall.lesson;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rollcall.coverage.ViewedRecording;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceFinder;
import org.rollcall.face.FaceFinder.Searched;
import org.rollcall.face.FaceSearch;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.lesson.Trace.Stage;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.Progress;
import org.rollcall.model.Window;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Sample;
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
    List<Analysis.Loss> losses = new ArrayList<>();
    List<UndecodableRecording> failures = new ArrayList<>();
    for (PlacedPart placed : footage.parts()) {
      String sha256 = placed.part().recording().sha256();
      progress.reading(sha256);
      try {
        analysed.add(analyse(footage.file(placed), placed, progress));
      } catch (UndecodableRecording e) {
        ledger.refuse(sha256, RecordingState.FAILED, e.message());
        losses.add(new Analysis.Loss(placed, e.message()));
        failures.add(e);
      }
    }
    if (analysed.isEmpty()) {
      throw failures.get(0);
    }
    return Analysis.of(analysed, losses);
  }

  /**
   * Analyses one part of a recording, again from its start if the camera proves turned.
   *
   * @param file path of the recording
   * @param placed the part to analyse
   * @throws UndecodableRecording if no frame can be decoded
   */
  AnalysedRecording analyse(Path file, PlacedPart placed, Progress progress) {
    CameraTurn turn = new CameraTurn(this::detect, placed.part().window().from());
    return analyse(file, placed, turn, progress)
        .orElseGet(
            () -> {
              turn.restart();
              return analyse(file, placed, turn, progress).orElseThrow();
            });
  }

  /** {@return the analysis; empty if the camera proved turned, so that it must start again} */
  private Optional<AnalysedRecording> analyse(
      Path file, PlacedPart placed, CameraTurn turn, Progress progress) {
    Window window = placed.part().window();
    try (FfmpegFrames frames = FfmpegFrames.open(file, settings.sampling(), window)) {
      frames.postpone(settings.face().wholePictureEvery());
      Duration length = frames.declaredLength().orElse(Duration.ZERO);
      FrameAnalyser analyser = new FrameAnalyser(engine, cohort, settings.face().sparing(), trace);
      read(frames, analyser, turn, at -> progress.recording(at.minus(window.from()), length));
      if (turn.isFoundEarly()) {
        return Optional.empty();
      }
      analyser.finish();
      return Optional.of(analysed(placed, frames, analyser, turn));
    }
  }

  private static AnalysedRecording analysed(
      PlacedPart placed, FfmpegFrames frames, FrameAnalyser analyser, CameraTurn turn) {
    Duration from = placed.part().window().from();
    ViewedRecording viewed = analyser.viewed(from.plus(frames.length()));
    Stream<Stretch> gaps =
        frames.gaps().stream()
            .map(gap -> new Stretch(gap.from(), gap.to().orElseThrow(), View.UNREADABLE));
    return new AnalysedRecording(
        placed,
        analyser.tracks(),
        analyser.fullest(),
        frames.length(),
        new ViewedRecording(
            Stream.concat(viewed.stretches().stream(), gaps).toList(),
            viewed.faces(),
            viewed.pictures()),
        Stream.concat(frames.warnings().stream(), turn.remark().stream()).toList());
  }

  /** Reads to the end, or until the camera proves turned. */
  private void read(
      FfmpegFrames frames, FrameAnalyser analyser, CameraTurn turn, Consumer<Duration> position) {
    try (ReadAhead<Sample> ahead = new ReadAhead<>(() -> next(frames))) {
      FaceFinder finder =
          new FaceFinder(
              this::detect, engine.lanes(), () -> ahead.next().map(turn::upright), settings.face());
      List<Searched> some = finder.next();
      while (!some.isEmpty() && !turn.isFoundEarly()) {
        some.forEach(turn::look);
        analyser.take(some).forEach(frames::reuse);
        finder.unused().forEach(frames::reuse);
        position.accept(some.get(some.size() - 1).frame().at());
        some = finder.next();
      }
    }
  }

  /** {@return the next sample, whose decoding counts whenever it happens} */
  private Optional<Sample> next(FfmpegFrames frames) {
    return trace
        .time(Stage.DECODE, frames::sample)
        .map(one -> one.with(() -> trace.time(Stage.DECODE, one::frame)));
  }

  /** {@return the faces found by each search} */
  private List<List<Face>> detect(List<FaceSearch> searches) {
    return trace.time(Stage.DETECT, () -> engine.detect(searches));
  }
}
