package org.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.bench.DenseComparison.DenseLine;
import org.rollcall.lesson.Trace;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Status;
import org.rollcall.video.RecordingFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchFileTest {
  private static final long GIB = 1L << 30;

  @TempDir Path folder;

  private JsonNode written(Optional<DenseComparison> dense) {
    Path file = folder.resolve("bench.json");
    BenchFile.write(
        new BenchResult(
            new MachineInfo(8, "Fast One", "17.0.9", "Linux"),
            "1.0",
            Map.of("detection", "mtcnn"),
            new BenchResult.MeasuredRecording(
                "7A on Monday",
                Duration.ofMinutes(45),
                new RecordingFormat("h264", 1920, 1080, 29.97),
                1_500_000_000L),
            List.of(
                new BenchResult.MeasuredRun(usage(100), new Trace(), 2 * GIB, true),
                new BenchResult.MeasuredRun(usage(90), new Trace(), 3 * GIB, false)),
            new BenchResult.Decode(usage(50), 81_000, 4),
            dense),
        file);
    return JsonMapper.shared().readTree(file.toFile());
  }

  private static Usage usage(long seconds) {
    return new Usage(Duration.ofSeconds(seconds), Duration.ofMillis(2500 * seconds));
  }

  private static DenseLine line(String id, Status usual, Status dense) {
    return new DenseLine(
        id, usual, dense, Optional.of(Duration.ofMillis(1500)), Optional.of(Duration.ZERO));
  }

  @Test
  void write_result_hasAllFiguresInSeconds() {
    JsonNode json = written(Optional.empty());

    assertThat(json.at("/version").asString()).isEqualTo("1.0");
    assertThat(json.at("/machine/cores").asInt()).isEqualTo(8);
    assertThat(json.at("/models/detection").asString()).isEqualTo("mtcnn");
    assertThat(json.at("/recording/title").asString()).isEqualTo("7A on Monday");
    assertThat(json.at("/recording/seconds").asDouble()).isEqualTo(2700);
    assertThat(json.at("/recording/bytes").asLong()).isEqualTo(1_500_000_000L);
    assertThat(json.at("/recording/format/width").asInt()).isEqualTo(1920);
    assertThat(json.at("/decode/seconds").asDouble()).isEqualTo(50);
    assertThat(json.at("/decode/cpuSeconds").asDouble()).isEqualTo(125);
    assertThat(json.at("/decode/frames").asInt()).isEqualTo(81_000);
    assertThat(json.at("/decode/threads").asInt()).isEqualTo(4);
    assertThat(json.at("/realTimeFactor").asDouble()).isEqualTo(27);
    assertThat(json.at("/ratioToDecode").asDouble()).isEqualTo(2);
    assertThat(json.at("/memoryGrowth").asDouble()).isEqualTo(0.5);
  }

  @Test
  void write_runs_haveEveryStageAndAmount() {
    JsonNode runs = written(Optional.empty()).at("/runs");

    assertThat(runs).hasSize(2);
    JsonNode first = runs.get(0);
    assertThat(first.at("/seconds").asDouble()).isEqualTo(100);
    assertThat(first.at("/cpuSeconds").asDouble()).isEqualTo(250);
    assertThat(first.at("/peakBytes").asLong()).isEqualTo(2 * GIB);
    assertThat(first.at("/resident").asBoolean()).isTrue();
    assertThat(first.at("/stages").propertyNames())
        .hasSize(Trace.Stage.values().length)
        .contains("decode", "detect", "embed");
    assertThat(first.at("/amounts").propertyNames())
        .hasSize(Trace.Amount.values().length)
        .contains("faces");
    assertThat(runs.get(1).at("/resident").asBoolean(true)).isFalse();
  }

  @Test
  void write_denseSampling_namesTheStudentsItDiffersOn() {
    DenseComparison dense =
        new DenseComparison(
            Duration.ofMillis(100),
            Duration.ofMinutes(5),
            List.of(
                line("S1", Status.PRESENT, Status.LATE),
                line("S2", Status.ABSENT, Status.PRESENT)));

    JsonNode json = written(Optional.of(dense)).at("/dense");

    assertThat(json.at("/interval").asDouble()).isEqualTo(0.1);
    assertThat(json.at("/students").asInt()).isEqualTo(2);
    assertThat(json.at("/attended").asInt()).isEqualTo(1);
    assertThat(json.at("/differences")).extracting(JsonNode::asString).containsExactly("S2");
    assertThat(json.at("/firstApart").asDouble()).isEqualTo(1.5);
    assertThat(json.at("/lastApart").asDouble()).isZero();
  }

  @Test
  void write_noDenseSampling_isNull() {
    assertThat(written(Optional.empty()).get("dense").isNull()).isTrue();
  }

  @Test
  void write_noSuchFolder_saysWhatToCheck() {
    folder = folder.resolve("none");

    assertThatThrownBy(() -> written(Optional.empty()))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("Cannot write " + folder.resolve("bench.json"))
        .hasMessageEndingWith("Check the folder and its permissions.");
    assertThat(Files.exists(folder)).isFalse();
  }
}
