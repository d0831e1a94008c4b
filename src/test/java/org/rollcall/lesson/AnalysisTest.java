package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.coverage.ViewedRecording;
import org.rollcall.identity.Tracklet;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.Footage;
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Window;

class AnalysisTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  /** A recording of which some minutes could be read, from its place in the lesson on. */
  private static AnalysedRecording at(long minute, long read, long declared, String... warnings) {
    Inspection recording =
        new Inspection(
            "a",
            "a.mp4",
            Optional.empty(),
            Optional.empty(),
            Optional.of("back"),
            OptionalInt.empty(),
            List.of());
    return new AnalysedRecording(
        new PlacedPart(new RecordingPart(recording, LESSON, Window.ALL), minutes(minute), 0),
        List.of(),
        Optional.empty(),
        minutes(read),
        new ViewedRecording(stretches(minutes(read), minutes(declared)), 3, 100),
        Stream.of(warnings).map(Message::english).toList());
  }

  private static PlacedPart lost(Duration length) {
    RecordingPart part = at(0, 1, 1).placed().part();
    Inspection known = part.recording();
    Inspection recording =
        new Inspection(
            "b",
            "b.mp4",
            known.start(),
            Optional.of(length),
            known.camera(),
            known.chunk(),
            known.remarks());
    return new PlacedPart(new RecordingPart(recording, LESSON, Window.ALL), Duration.ZERO, 1);
  }

  private static List<Stretch> stretches(Duration read, Duration declared) {
    Stretch seen = new Stretch(Duration.ZERO, read, View.SEEN);
    return read.equals(declared)
        ? List.of(seen)
        : List.of(seen, new Stretch(read, declared, View.UNREADABLE));
  }

  private static Analysis of(AnalysedRecording... recordings) {
    return Analysis.of(List.of(recordings), List.of());
  }

  @Test
  void of_chunks_reachToTheEndOfTheLast() {
    assertThat(of(at(0, 15, 15), at(15, 12, 15)).length()).isEqualTo(minutes(27));
  }

  @Test
  void of_recordings_viewThemAtTheirPlaces() {
    assertThat(of(at(0, 15, 15), at(15, 12, 15)).viewed())
        .containsExactly(
            new ViewedRecording(List.of(new Stretch(minutes(0), minutes(15), View.SEEN)), 3, 100),
            new ViewedRecording(
                List.of(
                    new Stretch(minutes(15), minutes(27), View.SEEN),
                    new Stretch(minutes(27), minutes(30), View.UNREADABLE)),
                3,
                100));
  }

  @Test
  void of_oneRecordingLost_isALossAndAWarningAndUnseen() {
    PlacedPart lost = lost(minutes(45));
    Message failure = Message.english("Cannot be decoded.");

    Analysis analysis =
        Analysis.of(List.of(at(0, 45, 45, "Cut off.")), List.of(new Analysis.Loss(lost, failure)));

    assertThat(analysis.losses()).containsExactly(failure);
    assertThat(analysis.warnings()).hasSize(2).startsWith(failure);
    assertThat(analysis.viewed().get(1).stretches())
        .containsExactly(new Stretch(minutes(0), minutes(45), View.UNREADABLE));
  }

  @Test
  void of_recordings_namesThemAsTheResultDoes() {
    assertThat(of(at(0, 15, 15), at(15, 14, 15)).footage())
        .containsExactly(
            new Footage("a.mp4", "a", minutes(0), minutes(15), Optional.of("back")),
            new Footage("a.mp4", "a", minutes(15), minutes(14), Optional.of("back")));
  }

  @Test
  void of_tracks_moveToTheirPlaceInTheLessonAndTheirCamera() {
    AnalysedRecording second = seen(10, 1, 2, 3);

    assertThat(of(seen(0, 0, 1, 1), second).tracks())
        .extracting(Tracklet::first, Tracklet::last, Tracklet::camera)
        .containsExactly(tuple(minutes(1), minutes(2), 0), tuple(minutes(11), minutes(12), 1));
  }

  @Test
  void of_fullestFrames_keepsTheOneWithMostFacesAtItsPlaceInTheLesson() {
    Analysis analysis = of(seen(0, 0, 2, 1), seen(10, 1, 3, 2), seen(20, 2, 1, 3));

    Analysis.Fullest fullest = analysis.fullest().orElseThrow();
    assertThat(fullest.faces()).isEqualTo(3);
    assertThat(fullest.camera()).isEqualTo(1);
    assertThat(fullest.frame().at()).isEqualTo(minutes(12));
  }

  @Test
  void of_noFaces_hasNoFullestFrame() {
    assertThat(of(at(0, 15, 15)).fullest()).isEmpty();
  }

  /** A recording with a track in its minutes 1 and 2 and a frame with some faces. */
  private static AnalysedRecording seen(long minute, int camera, int faces, long fullestAt) {
    AnalysedRecording blind = at(minute, 5, 5);
    return new AnalysedRecording(
        new PlacedPart(blind.placed().part(), blind.placed().shift(), camera),
        List.of(MadeFaces.track(0, 1, 2)),
        Optional.of(new Analysis.Fullest(MadeFaces.frame(minutes(fullestAt)), 0, faces)),
        blind.length(),
        blind.viewed(),
        List.of());
  }
}
