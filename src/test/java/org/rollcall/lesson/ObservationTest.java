package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.lesson.Observation.Placed;
import org.rollcall.lesson.Observation.Watched;

class ObservationTest {
  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  /** A recording of which some minutes could be read. */
  private static Watched watched(long read, long declared, String... warnings) {
    return new Watched(
        List.of(),
        Optional.empty(),
        Duration.ZERO,
        minutes(read),
        Optional.of(minutes(declared)),
        List.of(warnings));
  }

  private static Placed at(long minute, Watched watched) {
    return new Placed(watched, minutes(minute), 0);
  }

  private static Observation of(Placed... recordings) {
    return Observation.of(List.of(recordings), List.of());
  }

  @Test
  void of_wholeRecording_provesAbsence() {
    Observation observation = Observation.of(watched(45, 45));

    assertThat(observation.complete()).isTrue();
    assertThat(observation.provesAbsence()).isTrue();
    assertThat(observation.length()).isEqualTo(minutes(45));
  }

  @Test
  void of_halfOfIt_provesNothing() {
    Observation observation = Observation.of(watched(20, 45, "Cut off."));

    assertThat(observation.complete()).isFalse();
    assertThat(observation.provesAbsence()).isFalse();
    assertThat(observation.warnings()).containsExactly("Cut off.");
  }

  @Test
  void of_ninetyPercent_provesAbsence() {
    assertThat(Observation.of(watched(90, 100, "Cut off.")).provesAbsence()).isTrue();
    assertThat(Observation.of(watched(89, 100, "Cut off.")).provesAbsence()).isFalse();
  }

  @Test
  void of_chunksWithoutGap_areAWhole() {
    Observation observation = of(at(0, watched(15, 15)), at(15, watched(15, 15)));

    assertThat(observation.complete()).isTrue();
    assertThat(observation.length()).isEqualTo(minutes(30));
  }

  @Test
  void of_chunkMissing_isToldAndCountsAsNotRead() {
    Observation observation = of(at(0, watched(15, 15)), at(30, watched(15, 15)));

    assertThat(observation.complete()).isFalse();
    assertThat(observation.provesAbsence()).isFalse();
    assertThat(observation.warnings())
        .containsExactly("Nobody recorded 15 minutes of the lesson, from minute 15 on.");
  }

  @Test
  void of_secondCameraSeesTheGap_isAWhole() {
    Observation observation =
        of(at(0, watched(15, 15)), at(30, watched(15, 15)), at(10, watched(25, 25)));

    assertThat(observation.complete()).isTrue();
    assertThat(observation.provesAbsence()).isTrue();
  }

  @Test
  void of_oneCameraCutOff_isStillSeenByTheOther() {
    Observation observation = of(at(0, watched(45, 45)), at(0, watched(5, 45, "Cut off.")));

    assertThat(observation.complete()).isFalse();
    assertThat(observation.provesAbsence()).isTrue();
  }

  @Test
  void of_oneRecordingLost_isNotComplete() {
    Observation observation =
        Observation.of(List.of(at(0, watched(45, 45))), List.of("Cannot be decoded."));

    assertThat(observation.complete()).isFalse();
    assertThat(observation.warnings()).containsExactly("Cannot be decoded.");
  }
}
