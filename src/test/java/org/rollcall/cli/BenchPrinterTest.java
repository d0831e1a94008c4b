package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.bench.BenchResult;
import org.rollcall.bench.DenseComparison;
import org.rollcall.bench.DenseComparison.DenseLine;
import org.rollcall.bench.MachineInfo;
import org.rollcall.bench.Usage;
import org.rollcall.lesson.Trace;
import org.rollcall.model.Status;
import org.rollcall.video.RecordingFormat;

class BenchPrinterTest {
  private static final long GIB = 1L << 30;

  private final Printed printed = new Printed();

  @Test
  void print_bench_isHeadedByMachineAndRecording() {
    print(Optional.empty(), run(100, 2 * GIB));

    assertThat(printed.out())
        .startsWith(
            "Rollcall 1.0",
            "  machine           8 processors (Fast One), Java 17.0.9 on Linux",
            "  model packs       mtcnn detects faces, facenet recognises them",
            "  recording         45:00 of 1920 x 1080 pixels, 29.97 frames a second, h264, 1.50 GB",
            "  made from         7A on Monday");
  }

  @Test
  void print_stages_areATableWithTheWholeAtItsEnd() {
    print(Optional.empty(), run(100, 2 * GIB));

    assertThat(printed.out())
        .containsSubsequence(
            "  STAGE     SECONDS",
            "  hash          0.0",
            "  decode        0.0  0 samples",
            "  whole       100.0  250.0 s of processor time, 2.5 processors busy",
            "  Stages overlap, so the whole may take less than their sum.");
  }

  @Test
  void print_figures_compareWithRealTimeAndADecode() {
    print(Optional.empty(), run(100, 2 * GIB));

    assertThat(printed.out())
        .endsWith(
            "  real-time factor  27.0",
            "  full decode       50.0 s for 81000 frames by 1 thread: real-time factor 54.0",
            "  whole / decode    2.00",
            "  peak memory       2.00 GiB resident");
  }

  @Test
  void print_severalRuns_tellsHowMemoryGrew() {
    print(Optional.empty(), run(100, 2 * GIB), run(90, 2 * GIB + GIB / 2));

    assertThat(printed.out())
        .endsWith(
            "  RECORDING  SECONDS  PEAK MEMORY",
            "  1            100.0  2.00 GiB resident",
            "  2             90.0  2.50 GiB resident",
            "  From the first to the last, peak memory changed by +25.0 %.");
  }

  @Test
  void print_denseSampling_namesTheStudentsItDiffersOn() {
    DenseLine same = line("S1", Status.PRESENT, Status.LATE, 1500);
    DenseLine other = line("S2", Status.ABSENT, Status.PRESENT, 0);

    print(Optional.of(dense(same, other)), run(100, 2 * GIB));

    assertThat(printed.out())
        .endsWith(
            "Compared with a sample every 100 ms of the 5:00 recording:",
            "  students          the same 1 attended, and 1 difference",
            "    S2              Absent, by dense sampling Present",
            "  first seen        at most 1.5 s apart",
            "  last seen         at most 3.0 s apart");
  }

  @Test
  void print_denseSamplingAgrees_saysSo() {
    print(Optional.of(dense(line("S1", Status.LATE, Status.LATE, 0))), run(100, 2 * GIB));

    assertThat(printed.out()).contains("  students          the same 1 attended");
  }

  private void print(Optional<DenseComparison> dense, BenchResult.MeasuredRun... runs) {
    RecordingFormat format = new RecordingFormat("h264", 1920, 1080, 29.97);
    new BenchPrinter(printed.console())
        .print(
            new BenchResult(
                new MachineInfo(8, "Fast One", "17.0.9", "Linux"),
                "1.0",
                Map.of("detection", "mtcnn", "recognition", "facenet"),
                new BenchResult.MeasuredRecording(
                    "7A on Monday", Duration.ofMinutes(45), format, 1_500_000_000L),
                Arrays.asList(runs),
                new BenchResult.Decode(usage(50), 81_000, 1),
                dense));
  }

  private static BenchResult.MeasuredRun run(long seconds, long peakBytes) {
    return new BenchResult.MeasuredRun(usage(seconds), new Trace(), peakBytes, true);
  }

  private static Usage usage(long seconds) {
    return new Usage(Duration.ofSeconds(seconds), Duration.ofMillis(2500 * seconds));
  }

  private static DenseComparison dense(DenseLine... lines) {
    return new DenseComparison(Duration.ofMillis(100), Duration.ofMinutes(5), List.of(lines));
  }

  private static DenseLine line(String id, Status usual, Status dense, long millisApart) {
    return new DenseLine(
        id,
        usual,
        dense,
        Optional.of(Duration.ofMillis(millisApart)),
        Optional.of(Duration.ofMillis(2 * millisApart)));
  }
}
