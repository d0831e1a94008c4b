package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.basics.AtomicFile;
import org.rollcall.lesson.Trace;
import org.rollcall.model.RollcallException;
import org.rollcall.video.RecordingFormat;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the result of a benchmark as JSON. Times are in seconds. */
public final class BenchFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private BenchFile() {}

  private record BenchJson(
      String version,
      MachineInfo machine,
      Map<String, String> models,
      RecordingJson recording,
      List<RunJson> runs,
      DecodeJson decode,
      double realTimeFactor,
      double ratioToDecode,
      double memoryGrowth,
      Dense dense) {}

  private record RecordingJson(String title, double seconds, RecordingFormat format, long bytes) {}

  private record RunJson(
      double seconds,
      double cpuSeconds,
      Map<String, Double> stages,
      Map<String, Long> amounts,
      long peakBytes,
      boolean resident) {}

  private record DecodeJson(double seconds, double cpuSeconds, long frames, int threads) {}

  private record Dense(
      double interval,
      int students,
      long attended,
      List<String> differences,
      double firstApart,
      double lastApart) {}

  /**
   * Writes a result.
   *
   * @param result the result
   * @param file the file; replaced if it exists
   * @throws RollcallException if it cannot be written
   */
  public static void write(BenchResult result, Path file) {
    try {
      AtomicFile.write(file, JSON.writeValueAsBytes(content(result)));
    } catch (IOException e) {
      throw new RollcallException(
          "Cannot write %s: %s. Check the folder and its permissions.".formatted(file, e), e);
    }
  }

  private static BenchJson content(BenchResult result) {
    BenchResult.MeasuredRecording recording = result.recording();
    BenchResult.Decode decode = result.decode();
    return new BenchJson(
        result.version(),
        result.machine(),
        result.models(),
        new RecordingJson(
            recording.title(), seconds(recording.length()), recording.format(), recording.bytes()),
        result.runs().stream().map(BenchFile::run).toList(),
        new DecodeJson(
            seconds(decode.usage().elapsed()),
            seconds(decode.usage().cpu()),
            decode.frames(),
            decode.threads()),
        result.realTimeFactor(result.run().usage()),
        result.ratioToDecode(),
        result.memoryGrowth(),
        result.dense().map(BenchFile::dense).orElse(null));
  }

  private static RunJson run(BenchResult.MeasuredRun run) {
    Map<String, Double> stages = new LinkedHashMap<>();
    for (Trace.Stage stage : Trace.Stage.values()) {
      stages.put(stage.toString(), seconds(run.trace().time(stage)));
    }
    Map<String, Long> amounts = new LinkedHashMap<>();
    for (Trace.Amount amount : Trace.Amount.values()) {
      amounts.put(amount.toString(), run.trace().count(amount));
    }
    return new RunJson(
        seconds(run.usage().elapsed()),
        seconds(run.usage().cpu()),
        stages,
        amounts,
        run.peakBytes(),
        run.resident());
  }

  private static Dense dense(DenseComparison dense) {
    return new Dense(
        seconds(dense.interval()),
        dense.lines().size(),
        dense.attended(),
        dense.differences().stream().map(DenseComparison.DenseLine::id).toList(),
        seconds(dense.firstApart()),
        seconds(dense.lastApart()));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
