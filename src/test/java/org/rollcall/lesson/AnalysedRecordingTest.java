package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.Footage;
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Window;

class AnalysedRecordingTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final Duration SHIFT = Duration.ofMinutes(3);

  @ParameterizedTest
  @CsvSource({
    "100,98,true", // 2 s are usual in any recording
    "100,97.999,false",
    "1000,990,true", // and 1 % in a long one
    "1000,989.999,false"
  })
  void complete_endCutOff_onlyUsualLossIsForgiven(double declared, double read, boolean complete) {
    AnalysedRecording recording =
        recording(seconds(read), Optional.of(seconds(declared)), "The end is missing.");

    assertThat(recording.complete()).isEqualTo(complete);
  }

  @Test
  void complete_readWithoutWarning_isComplete() {
    assertThat(recording(seconds(50), Optional.of(seconds(100))).complete()).isTrue();
  }

  @Test
  void complete_warningButNoDeclaredLength_isComplete() {
    assertThat(recording(seconds(50), Optional.empty(), "A gap.").complete()).isTrue();
  }

  @Test
  void footage_partOfARecording_startsAtItsPlaceInTheLesson() {
    assertThat(recording(seconds(50), Optional.empty()).footage())
        .isEqualTo(
            new Footage(
                "a.mp4",
                "abc",
                SHIFT.plus(Duration.ofMinutes(10)),
                seconds(50),
                Optional.of("back")));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  private static AnalysedRecording recording(
      Duration read, Optional<Duration> declared, String... warnings) {
    Inspection recording =
        new Inspection(
            "abc",
            "a.mp4",
            Optional.empty(),
            Optional.empty(),
            Optional.of("back"),
            OptionalInt.empty(),
            List.of());
    Window window = new Window(Duration.ofMinutes(10), Optional.empty());
    return new AnalysedRecording(
        new PlacedPart(new RecordingPart(recording, LESSON, window), SHIFT, 0),
        List.of(),
        Optional.empty(),
        read,
        declared,
        Arrays.stream(warnings).map(Message::english).toList());
  }
}
