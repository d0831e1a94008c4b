package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rollcall.coverage.ViewedRecording;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.Footage;
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Window;

class AnalysedRecordingTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final Duration SHIFT = Duration.ofMinutes(3);

  @Test
  void placedView_partOfARecording_liesAtItsPlaceInTheLesson() {
    Stretch dark = new Stretch(Duration.ofMinutes(12), Duration.ofMinutes(14), View.DARK);

    assertThat(recording(dark).placedView())
        .isEqualTo(
            new ViewedRecording(
                List.of(new Stretch(Duration.ofMinutes(15), Duration.ofMinutes(17), View.DARK)),
                2,
                100));
  }

  @Test
  void end_partOfARecording_isItsStartInTheLessonAndItsLength() {
    assertThat(recording().end()).isEqualTo(Duration.ofMinutes(13).plusSeconds(50));
  }

  @Test
  void footage_partOfARecording_startsAtItsPlaceInTheLesson() {
    assertThat(recording().footage())
        .isEqualTo(
            new Footage(
                "a.mp4",
                "abc",
                SHIFT.plus(Duration.ofMinutes(10)),
                Duration.ofSeconds(50),
                Optional.of("back")));
  }

  /** Fifty seconds of a recording from its tenth minute on, three minutes into the lesson. */
  private static AnalysedRecording recording(Stretch... stretches) {
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
        Duration.ofSeconds(50),
        new ViewedRecording(List.of(stretches), 2, 100),
        List.of());
  }
}
