package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.basics.FreeSpace;
import org.rollcall.home.Installation;
import org.rollcall.home.Version;
import org.rollcall.inbox.InboxSettings;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Progress;
import org.rollcall.model.RollcallException;
import org.rollcall.run.ManualRun;
import org.rollcall.run.RunListener;
import org.rollcall.run.Workbench;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.db.StoreSettings;
import org.rollcall.store.ledger.Claim;
import org.rollcall.video.FullDecode;
import org.rollcall.video.LoopedRecording;
import org.rollcall.video.RecordingFormat;
import org.rollcall.video.SamplingSettings;

/**
 * Measures the time and memory that processing a recording takes:
 *
 * <ol>
 *   <li>create a temporary installation with the class and the model packs,
 *   <li>loop the recording to the length wanted,
 *   <li>enrol the class,
 *   <li>process the recording as usual, as many times as asked for,
 *   <li>decode every frame of it,
 *   <li>if asked for, process the original recording with usual and with dense sampling.
 * </ol>
 */
public final class Bench {
  /** Sampling interval at which nothing should be missed. */
  private static final Duration DENSE = Duration.ofMillis(200);

  private record BenchRun(BenchResult.MeasuredRun run, LessonRegister register) {}

  private final Home school;
  private final Settings settings;
  private final Clock clock;
  private final Progress progress;

  /**
   * Creates a benchmark.
   *
   * @param school the installation whose model packs are used; only read
   * @param settings how recordings are processed
   * @param clock gives the time to the code being measured
   * @param progress receives the progress
   */
  public Bench(Home school, Settings settings, Clock clock, Progress progress) {
    this.school = school;
    this.settings = settings.with(InboxSettings.DEFAULT).with(StoreSettings.DEFAULT);
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Runs the benchmark.
   *
   * @param material the recording and its class
   * @param options length, repetitions and comparison
   * @return the result
   * @throws RollcallException if there is no space, the recording cannot be used, or the thread is
   *     interrupted
   */
  public BenchResult measure(TestMaterial material, BenchOptions options) {
    try (BenchHome home = BenchHome.in(options.folder())) {
      home.linkPacks(school);
      Path source = material.prepare(home, progress);
      return measure(material, source, home, options);
    } catch (IOException e) {
      throw new RollcallException(
          "Cannot measure in %s: %s. Check the free space.".formatted(options.folder(), e), e);
    }
  }

  private BenchResult measure(
      TestMaterial material, Path source, BenchHome home, BenchOptions options) throws IOException {
    lengthen(source, home.recording(material.className(), 0), options);
    List<BenchRun> processed = process(material.className(), home, options.recordings());
    Path recording = home.recording(material.className(), options.recordings() - 1);
    LessonRegister register = processed.get(0).register;
    return new BenchResult(
        MachineInfo.here(),
        Version.current(),
        register.run().models(),
        new BenchResult.MeasuredRecording(
            material.title(),
            register.lesson().recorded(),
            RecordingFormat.of(recording),
            Files.size(recording)),
        processed.stream().map(BenchRun::run).toList(),
        decode(recording, register.lesson().recorded()),
        options.dense() ? Optional.of(compare(material, source, home)) : Optional.empty());
  }

  private void lengthen(Path source, Path target, BenchOptions options) throws IOException {
    LoopedRecording looped = LoopedRecording.of(source);
    long free = FreeSpace.below(target);
    requireSpace(looped.bytes(options.length()), free, options);
    progress.start("Repeating");
    looped.write(
        target, options.length(), written -> progress.recording(written, options.length()));
    progress.end();
  }

  static void requireSpace(long needed, long free, BenchOptions options) {
    if (free < needed) {
      throw new RollcallException(
          String.format(
              Locale.ROOT,
              "Cannot make a recording of %d s: that takes %.1f GB, and %s has %.1f GB left. Name"
                  + " another folder with --folder, or a shorter --length.",
              options.length().toSeconds(),
              needed / 1e9,
              options.folder(),
              free / 1e9));
    }
  }

  /** Processes the recording repeatedly, renamed each time: a new name makes it a new lesson. */
  private List<BenchRun> process(String className, BenchHome home, int times) throws IOException {
    List<BenchRun> processed = new ArrayList<>();
    try (Installation installation = Installation.open(home.home(), settings, clock);
        Workbench workbench = Workbench.open(installation)) {
      progress.start("Enrolling");
      workbench.enrolment().enrol(className, progress);
      progress.end();
      Path recording = home.recording(className, 0);
      for (int i = 0; i < times; i++) {
        recording = Files.move(recording, home.recording(className, i));
        String count = times == 1 ? "" : " %d of %d".formatted(i + 1, times);
        processed.add(measured(installation, workbench, recording, "Processing" + count));
      }
    }
    return processed;
  }

  private BenchRun measured(
      Installation installation, Workbench workbench, Path recording, String title) {
    ProcessMemory.forgetPeak();
    Stopwatch watch = new Stopwatch();
    LessonReport report = process(installation, workbench, recording, title);
    Usage usage = watch.read();
    return new BenchRun(
        new BenchResult.MeasuredRun(
            usage, report.trace().orElseThrow(), ProcessMemory.peak(), ProcessMemory.isResident()),
        report.register().orElseThrow());
  }

  private LessonReport process(
      Installation installation, Workbench workbench, Path recording, String title) {
    RunListener listener =
        new RunListener() {
          @Override
          public Progress progress(Claim claim) {
            return new Titled(title, progress);
          }
        };
    LessonReport report =
        new ManualRun(installation, workbench, listener).process(recording).get(0);
    if (report.register().isEmpty()) {
      throw new RollcallException(
          "The recording could not be processed. " + Message.joined(report.outcome().reasons()));
    }
    return report;
  }

  private BenchResult.Decode decode(Path recording, Duration length) {
    progress.start("Decoding");
    Stopwatch watch = new Stopwatch();
    long frames = FullDecode.of(recording, at -> progress.recording(at, length));
    Usage usage = watch.read();
    progress.end();
    return new BenchResult.Decode(usage, frames, FullDecode.threads());
  }

  private DenseComparison compare(TestMaterial material, Path source, BenchHome home)
      throws IOException {
    Path recording = home.recording(material.className(), 0);
    Files.deleteIfExists(recording);
    Files.copy(source, recording);
    LessonRegister usual = register(home, settings, recording, "Usual sampling");
    Settings dense = settings.with(new SamplingSettings(DENSE)).with(settings.face().thorough());
    return DenseComparison.of(DENSE, usual, register(home, dense, recording, "Dense sampling"));
  }

  private LessonRegister register(BenchHome home, Settings sampled, Path recording, String title) {
    try (Installation installation = Installation.open(home.home(), sampled, clock);
        Workbench workbench = Workbench.open(installation)) {
      return process(installation, workbench, recording, title).register().orElseThrow();
    }
  }
}
