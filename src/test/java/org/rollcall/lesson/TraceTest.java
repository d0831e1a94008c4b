package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.lesson.Trace.Amount;
import org.rollcall.lesson.Trace.Stage;
import org.rollcall.model.picture.Quality;
import org.rollcall.model.picture.Quality.Flaw;
import org.rollcall.school.Home;
import org.rollcall.store.ledger.ProcessingStatistics;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.HandWork;
import org.rollcall.testing.UsesNatives;

class TraceTest {
  private static final Duration NAP = Duration.ofMillis(20);

  @TempDir Path folder;

  @Test
  void time_severalCallsOfOneStage_addsThemUp() {
    Trace trace = new Trace();

    assertThat(trace.time(Stage.DETECT, () -> sleep(1))).isEqualTo(1);
    assertThat(trace.time(Stage.DETECT, () -> sleep(2))).isEqualTo(2);

    assertThat(trace.time(Stage.DETECT)).isGreaterThanOrEqualTo(NAP.multipliedBy(2));
    assertThat(trace.time(Stage.EMBED)).isZero();
  }

  @Test
  void time_workFails_countsItsTimeAndPassesTheFailureOn() {
    Trace trace = new Trace();

    assertThatThrownBy(
            () ->
                trace.time(
                    Stage.WRITE,
                    () -> {
                      sleep(0);
                      throw new IllegalStateException("full");
                    }))
        .hasMessage("full");

    assertThat(trace.time(Stage.WRITE)).isGreaterThanOrEqualTo(NAP);
  }

  @Test
  void toString_newTrace_namesAllStagesAndAmounts() {
    Trace trace = new Trace();
    trace.count(Amount.FACES, 12);
    trace.count(Amount.FACES, 3);

    assertThat(trace)
        .hasToString(
            "hash 0.0 s, enrol 0.0 s, decode 0.0 s, detect 0.0 s, track 0.0 s, embed 0.0 s, "
                + "identify 0.0 s, write 0.0 s; 0 samples, 15 faces, 0 crops, 0 unreadable");
  }

  @Test
  void count_faces_tellsThoseWithoutASayByTheirFlaw() {
    Trace trace = new Trace();

    trace.count(new Quality(80, 1, 1, 1, 1));
    trace.count(new Quality(20, 0.2f, 0, 1, 1));
    trace.count(new Quality(20, 0.2f, 1, 1, 0));
    trace.count(new Quality(4, 0.5f, 0.5f, 0.5f, 0.5f));

    assertThat(trace.refused())
        .containsOnlyKeys(Flaw.values())
        .containsEntry(Flaw.BLURRED, 0L)
        .containsEntry(Flaw.TURNED, 1L)
        .containsEntry(Flaw.SMALL, 1L)
        .containsEntry(Flaw.HIDDEN, 1L);
    assertThat(trace.workload(Duration.ofMinutes(45), Duration.ofMinutes(1)))
        .isEqualTo(
            new ProcessingStatistics(
                Duration.ofMinutes(45), Duration.ofMinutes(1), 0, 4, 0, trace.refused()));
  }

  @Test
  @UsesNatives
  void process_recording_leavesATraceOfAllStages() throws IOException {
    Home home = Home.of(folder);
    FilmedLesson.enrol(folder, "7A");
    Path recording = FilmedLesson.record(home.footage().resolve("7A/2026-11-16_0900.mp4"));

    Trace trace = HandWork.process(home, recording).trace().orElseThrow();

    assertThat(Stage.values()).allSatisfy(stage -> assertThat(trace.time(stage)).isPositive());
    assertThat(trace.count(Amount.SAMPLES)).isPositive();
    assertThat(trace.count(Amount.FACES)).isGreaterThan(3 * trace.count(Amount.SAMPLES));
    assertThat(trace.count(Amount.CROPS)).isBetween(6L, trace.count(Amount.FACES));
  }

  private static int sleep(int result) {
    try {
      Thread.sleep(NAP.toMillis());
      return result;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
