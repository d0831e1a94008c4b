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
import org.rollcall.identity.Tracklet;
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
        Optional.of(minutes(declared)),
        Stream.of(warnings).map(Message::english).toList());
  }

  private static Analysis of(AnalysedRecording... recordings) {
    return Analysis.of(List.of(recordings), List.of());
  }

  @Test
  void of_wholeRecording_provesAbsence() {
    Analysis analysis = of(at(0, 45, 45));

    assertThat(analysis.complete()).isTrue();
    assertThat(analysis.provesAbsence()).isTrue();
    assertThat(analysis.length()).isEqualTo(minutes(45));
  }

  @Test
  void of_halfOfIt_provesNothing() {
    Analysis analysis = of(at(0, 20, 45, "Cut off."));

    assertThat(analysis.complete()).isFalse();
    assertThat(analysis.provesAbsence()).isFalse();
    assertThat(analysis.warnings()).extracting(Message::toString).containsExactly("Cut off.");
  }

  @Test
  void of_ninetyPercent_provesAbsence() {
    assertThat(of(at(0, 90, 100, "Cut off.")).provesAbsence()).isTrue();
    assertThat(of(at(0, 89, 100, "Cut off.")).provesAbsence()).isFalse();
  }

  @Test
  void of_chunksWithoutGap_areAWhole() {
    Analysis analysis = of(at(0, 15, 15), at(15, 15, 15));

    assertThat(analysis.complete()).isTrue();
    assertThat(analysis.length()).isEqualTo(minutes(30));
  }

  @Test
  void of_chunkMissing_isToldAndCountsAsNotRead() {
    Analysis analysis = of(at(0, 15, 15), at(30, 15, 15));

    assertThat(analysis.complete()).isFalse();
    assertThat(analysis.provesAbsence()).isFalse();
    assertThat(analysis.warnings())
        .extracting(Message::toString)
        .containsExactly("15 minutes of the lesson were not recorded, from minute 15 on.");
  }

  @Test
  void of_secondCameraSeesTheGap_isAWhole() {
    Analysis analysis = of(at(0, 15, 15), at(30, 15, 15), at(10, 25, 25));

    assertThat(analysis.complete()).isTrue();
    assertThat(analysis.provesAbsence()).isTrue();
  }

  @Test
  void of_oneCameraCutOff_isStillSeenByTheOther() {
    Analysis analysis = of(at(0, 45, 45), at(0, 5, 45, "Cut off."));

    assertThat(analysis.complete()).isFalse();
    assertThat(analysis.provesAbsence()).isTrue();
  }

  @Test
  void of_oneRecordingLost_isNotComplete() {
    Analysis analysis =
        Analysis.of(List.of(at(0, 45, 45)), List.of(Message.english("Cannot be decoded.")));

    assertThat(analysis.complete()).isFalse();
    assertThat(analysis.warnings())
        .extracting(Message::toString)
        .containsExactly("Cannot be decoded.");
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
        blind.declared(),
        List.of());
  }
}
