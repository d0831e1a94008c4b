package org.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.demo.Scene;
import org.rollcall.lesson.Trace.Amount;
import org.rollcall.model.Progress;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class BenchTest {
  private static final Duration LENGTH = Duration.ofSeconds(10);

  @TempDir Path folder;
  private Path temporary;
  private Home school;
  private Bench bench;

  @BeforeEach
  void prepare() throws IOException {
    temporary = Files.createDirectory(folder.resolve("temporary"));
    school = Home.of(folder.resolve("school"));
    bench = new Bench(school, Settings.DEFAULT, Clock.systemUTC(), Progress.NONE);
  }

  @Test
  void measure_filmedClass_needsNoInstallation() {
    Scene scene =
        new Scene(
            3,
            new Scene.Camera(640, 360, 5, 60, 60),
            Duration.ofSeconds(6),
            new Scene.Cast(2, 1, 0));

    BenchResult result = bench.measure(new FilmedClass(scene), options(LENGTH));

    assertThat(result.recording().title()).isEqualTo("6 s of a made-up class, 2 people");
    assertThat(result.recording().length()).isBetween(LENGTH, LENGTH.plusSeconds(2));
    assertThat(result.decode().frames()).isEqualTo(5 * result.recording().length().toSeconds());
    assertThat(result.runs()).hasSize(1);
    assertThat(result.run().trace().count(Amount.FACES)).isPositive();
    assertThat(result.run().peakBytes()).isPositive();
    assertThat(result.realTimeFactor(result.decode().usage())).isPositive();
    assertThat(result.dense()).isEmpty();
    assertThat(school.root()).doesNotExist();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void measure_notARecording_leavesNothingBehind() throws IOException {
    FilmedLesson.enrol(school.root(), "7A");
    Path text = Files.writeString(folder.resolve("notes.mp4"), "Bring chalk. ".repeat(50));

    assertThatThrownBy(() -> bench.measure(TestMaterial.of(text, "7A", school), options(LENGTH)))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("notes.mp4: it is not a recording in a known format");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void measure_unknownClass_isRefused() throws IOException {
    FilmedLesson.enrol(school.root(), "7A");
    Path recording = FilmedLesson.record(folder.resolve("lesson.mp4"));

    assertThatThrownBy(
            () -> bench.measure(TestMaterial.of(recording, "7B", school), options(LENGTH)))
        .hasMessageContaining("There is no class '7B'")
        .hasMessageContaining("7A");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void measure_interrupted_stopsAndLeavesNothingBehind() throws IOException {
    FilmedLesson.enrol(school.root(), "7A");
    Path recording = FilmedLesson.record(folder.resolve("lesson.mp4"));

    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(
              () -> bench.measure(TestMaterial.of(recording, "7A", school), options(LENGTH)))
          .isInstanceOf(RollcallException.class)
          .hasMessageContaining("stopped");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void requireSpace_tooLittle_saysHowMuchIsNeeded() {
    assertThatThrownBy(() -> Bench.requireSpace(2_900_000_000L, 1_000_000_000L, options(LENGTH)))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("takes 2.9 GB")
        .hasMessageContaining("has 1.0 GB left")
        .hasMessageContaining("--folder");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 1, '--length must be 10 s to 12 h, got 0 s.'",
    "PT9S, 1, '--length must be 10 s to 12 h, got 9 s.'",
    "PT13H, 1, '--length must be 10 s to 12 h, got 46800 s.'",
    "PT1H, 0, '--repeat must be 1 to 100, got 0.'",
    "PT1H, 101, '--repeat must be 1 to 100, got 101.'"
  })
  void options_beyondLimits_areRefused(Duration length, int recordings, String message) {
    assertThatThrownBy(() -> new BenchOptions(length, recordings, false, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private BenchOptions options(Duration length) {
    return new BenchOptions(length, 1, false, temporary);
  }
}
