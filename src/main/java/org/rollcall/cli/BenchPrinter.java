package org.rollcall.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollcall.bench.BenchResult;
import org.rollcall.bench.DenseComparison;
import org.rollcall.bench.MachineInfo;
import org.rollcall.bench.Usage;
import org.rollcall.cli.console.Console;
import org.rollcall.cli.console.TextTable;
import org.rollcall.cli.console.Wording;
import org.rollcall.lesson.Trace;
import org.rollcall.lesson.Trace.Amount;

/** Prints the result of a benchmark. */
final class BenchPrinter {
  private static final double GIB = 1 << 30;

  private final Console console;

  BenchPrinter(Console console) {
    this.console = console;
  }

  /** Prints all of it: what was measured on which machine, the time by stage, and the figures. */
  void print(BenchResult result) {
    printCircumstances(result);
    printStages(result.run());
    printFigures(result);
    if (result.runs().size() > 1) {
      printRuns(result);
    }
    result.dense().ifPresent(this::print);
  }

  private void printCircumstances(BenchResult result) {
    MachineInfo machine = result.machine();
    BenchResult.MeasuredRecording recording = result.recording();
    Map<String, String> models = result.models();
    line("Rollcall " + result.version());
    fact(
        "machine",
        "%s (%s), Java %s on %s"
            .formatted(
                Wording.count(machine.cores(), "processor"),
                machine.processor(),
                machine.java(),
                machine.system()));
    fact(
        "model packs",
        "%s detects faces, %s recognises them"
            .formatted(models.get("detection"), models.get("recognition")));
    fact(
        "recording",
        format(
            "%s of %d x %d pixels, %s frames a second, %s, %.2f GB",
            Wording.clock(recording.length()),
            recording.format().width(),
            recording.format().height(),
            plain(recording.format().framesPerSecond()),
            recording.format().codec(),
            recording.bytes() / 1e9));
    fact("made from", recording.title());
  }

  private void printStages(BenchResult.MeasuredRun run) {
    Trace trace = run.trace();
    TextTable table = new TextTable("STAGE", "SECONDS", "");
    for (Trace.Stage stage : Trace.Stage.values()) {
      table.add(stage.toString(), seconds(trace.time(stage)), amount(stage, trace));
    }
    table.add("whole", seconds(run.usage().elapsed()), processors(run.usage()));
    print(table);
    line("  Stages overlap, so the whole may take less than their sum.");
  }

  private static String amount(Trace.Stage stage, Trace trace) {
    return switch (stage) {
      case DECODE -> "%d samples".formatted(trace.count(Amount.SAMPLES));
      case DETECT -> "%d faces".formatted(trace.count(Amount.FACES));
      case EMBED -> "%d crops".formatted(trace.count(Amount.CROPS));
      default -> "";
    };
  }

  private static String processors(Usage usage) {
    return usage.cpu().isZero()
        ? ""
        : format(
            "%.1f s of processor time, %.1f processors busy",
            usage.cpu().toNanos() / 1e9, usage.processors());
  }

  private void printFigures(BenchResult result) {
    BenchResult.Decode decode = result.decode();
    console.out().println();
    fact("real-time factor", format("%.1f", result.realTimeFactor(result.run().usage())));
    fact(
        "full decode",
        format(
            "%.1f s for %d frames by %s: real-time factor %.1f",
            decode.usage().elapsed().toNanos() / 1e9,
            decode.frames(),
            Wording.count(decode.threads(), "thread"),
            result.realTimeFactor(decode.usage())));
    fact("whole / decode", format("%.2f", result.ratioToDecode()));
    fact("peak memory", memory(result.run()));
  }

  private static String memory(BenchResult.MeasuredRun run) {
    return format("%.2f GiB %s", run.peakBytes() / GIB, run.resident() ? "resident" : "of heap");
  }

  private void printRuns(BenchResult result) {
    List<BenchResult.MeasuredRun> runs = result.runs();
    TextTable table = new TextTable("RECORDING", "SECONDS", "PEAK MEMORY");
    for (int i = 0; i < runs.size(); i++) {
      table.add(String.valueOf(i + 1), seconds(runs.get(i).usage().elapsed()), memory(runs.get(i)));
    }
    print(table);
    line(
        format(
            "  From the first to the last, peak memory changed by %+.1f %%.",
            100 * result.memoryGrowth()));
  }

  private void print(DenseComparison dense) {
    console.out().println();
    line(
        "Compared with a sample every %d ms of the %s recording:"
            .formatted(dense.interval().toMillis(), Wording.clock(dense.length())));
    fact(
        "students",
        dense.differences().isEmpty()
            ? "the same %d attended".formatted(dense.attended())
            : "the same %d attended, and %s"
                .formatted(
                    dense.attended(), Wording.count(dense.differences().size(), "difference")));
    for (DenseComparison.DenseLine line : dense.differences()) {
      fact(
          "  " + line.id(),
          "%s, by dense sampling %s".formatted(line.usual().title(), line.dense().title()));
    }
    fact("first seen", apart(dense.firstApart()));
    fact("last seen", apart(dense.lastApart()));
  }

  private static String apart(Duration time) {
    return format("at most %.1f s apart", time.toNanos() / 1e9);
  }

  /** {@return seconds, padded to the width of their column's heading} */
  private static String seconds(Duration time) {
    return format("%7.1f", time.toNanos() / 1e9);
  }

  /** {@return a number without decimals if it is whole, else with two} */
  private static String plain(double number) {
    return format(number == Math.rint(number) ? "%.0f" : "%.2f", number);
  }

  private void print(TextTable table) {
    console.out().println();
    table.lines().forEach(row -> line("  " + row));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private void fact(String what, String value) {
    console.out().printf("  %-18s%s%n", what, value);
  }

  private void line(String text) {
    console.out().println(text);
  }
}
