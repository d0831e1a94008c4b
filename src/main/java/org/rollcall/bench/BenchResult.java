package org.rollcall.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.lesson.Trace;
import org.rollcall.video.RecordingFormat;

/**
 * The result of a benchmark.
 *
 * @param machine the machine that it ran on
 * @param version version of Rollcall
 * @param models id of the model pack for each task
 * @param recording the recording processed
 * @param runs the cost of processing it, each time (not empty)
 * @param decode the cost of decoding it
 * @param dense the comparison with the marks of dense sampling, if asked for
 */
public record BenchResult(
    MachineInfo machine,
    String version,
    Map<String, String> models,
    MeasuredRecording recording,
    List<MeasuredRun> runs,
    Decode decode,
    Optional<DenseComparison> dense) {
  public BenchResult {
    runs = List.copyOf(runs);
  }

  /**
   * The recording processed.
   *
   * @param title what it shows
   * @param length its duration
   * @param format its video format
   * @param bytes size of the file
   */
  public record MeasuredRecording(
      String title, Duration length, RecordingFormat format, long bytes) {}

  /**
   * One run of processing the recording.
   *
   * @param usage time used
   * @param trace its stages
   * @param peakBytes the process's peak memory during the run
   * @param resident whether that is resident memory; otherwise it is heap
   */
  public record MeasuredRun(Usage usage, Trace trace, long peakBytes, boolean resident) {}

  /**
   * The decoding of every frame of the recording.
   *
   * @param usage time used
   * @param frames number of frames
   * @param threads number of decoding threads
   */
  public record Decode(Usage usage, long frames, int threads) {}

  /** {@return the first run: the cost of a recording in a freshly started program} */
  public MeasuredRun run() {
    return runs.get(0);
  }

  /**
   * Computes the speed of a piece of work relative to real time.
   *
   * @param usage time used
   * @return the length of the recording divided by the elapsed time
   */
  public double realTimeFactor(Usage usage) {
    return ratio(recording.length, usage.elapsed());
  }

  /** {@return processing time divided by decoding time; below 1, processing was faster} */
  public double ratioToDecode() {
    return ratio(run().usage.elapsed(), decode.usage.elapsed());
  }

  /** {@return relative growth of peak memory from the first run to the last; 0 for none} */
  public double memoryGrowth() {
    return (double) runs.get(runs.size() - 1).peakBytes / run().peakBytes - 1;
  }

  private static double ratio(Duration one, Duration other) {
    return (double) one.toNanos() / other.toNanos();
  }
}
