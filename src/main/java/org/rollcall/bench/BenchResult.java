package org.rollcall.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.lesson.Trace;
import org.rollcall.video.RecordingFormat;

/**
 * What came out of a measurement.
 *
 * @param machine what it ran on
 * @param version version of Rollcall
 * @param models id of the model pack for each task
 * @param recording what was processed
 * @param runs what processing it took, each time (not empty)
 * @param decode what decoding it took
 * @param dense how the marks compare with those of dense sampling, if that was asked for
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
   * The recording.
   *
   * @param title what it shows
   * @param length how long it is
   * @param format form of its video
   * @param bytes size of the file
   */
  public record MeasuredRecording(
      String title, Duration length, RecordingFormat format, long bytes) {}

  /**
   * The processing of the recording.
   *
   * @param usage what it took
   * @param trace its stages
   * @param peakBytes the most memory that the process took meanwhile
   * @param resident whether that is resident memory; else it is the heap
   */
  public record MeasuredRun(Usage usage, Trace trace, long peakBytes, boolean resident) {}

  /**
   * The decoding of each frame of the recording.
   *
   * @param usage what it took
   * @param frames how many frames there are
   * @param threads how many threads decoded
   */
  public record Decode(Usage usage, long frames, int threads) {}

  /** {@return the first run: what a recording takes in a program that has just been started} */
  public MeasuredRun run() {
    return runs.get(0);
  }

  /**
   * How much faster than the recording itself something is.
   *
   * @param usage what it took
   * @return times real time
   */
  public double realTimeFactor(Usage usage) {
    return ratio(recording.length, usage.elapsed());
  }

  /** {@return time of the processing in times of the decoding; below 1 it was faster} */
  public double ratioToDecode() {
    return ratio(run().usage.elapsed(), decode.usage.elapsed());
  }

  /** {@return by which share the peak of memory grew from the first run to the last} */
  public double memoryGrowth() {
    return (double) runs.get(runs.size() - 1).peakBytes / run().peakBytes - 1;
  }

  private static double ratio(Duration one, Duration other) {
    return (double) one.toNanos() / other.toNanos();
  }
}
