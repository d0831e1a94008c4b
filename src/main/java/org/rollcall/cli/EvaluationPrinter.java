package org.rollcall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.cli.console.Console;
import org.rollcall.cli.console.TextTable;
import org.rollcall.cli.console.Wording;
import org.rollcall.evaluation.EvaluationFolder;
import org.rollcall.model.evaluation.Breakdown;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.model.evaluation.Evaluation.ClassifierResult;
import org.rollcall.model.evaluation.Proportion;
import org.rollcall.model.evaluation.TimeAccuracy;
import org.rollcall.model.evaluation.Trial.TrialOutcome;
import org.rollcall.model.evaluation.TrialTally;
import org.rollcall.school.Home;

/** Prints the results of an evaluation. */
final class EvaluationPrinter {
  private static final int MOST_NOTES = 10;

  private final Console console;
  private final Home home;

  EvaluationPrinter(Console console, Home home) {
    this.console = console;
    this.home = home;
  }

  void print(Evaluation evaluation, EvaluationFolder.WrittenFiles written) {
    console
        .out()
        .printf(
            "%s with %s and %s, in %s.%n",
            Wording.count(evaluation.sets().size(), "test set"),
            evaluation.models().get("detection"),
            evaluation.models().get("recognition"),
            Wording.took(evaluation.took()));
    evaluation
        .sets()
        .forEach(set -> console.out().printf("  %s. %s%n", set.name(), set.description()));
    printNotes(evaluation.notes());
    TextTable classifiers = table("CLASSIFIER");
    evaluation.results().forEach(result -> add(classifiers, result.classifier(), result.tally()));
    print(classifiers);
    ClassifierResult inUse = evaluation.results().get(0);
    Breakdown.byCondition(inUse.trials()).forEach(one -> print(one.title(), one));
    evaluation.results().forEach(this::printGroups);
    printTimes(inUse);
    printPlaces(written);
  }

  private void printNotes(List<String> notes) {
    notes.stream().limit(MOST_NOTES).forEach(note -> console.out().printf("  Note: %s%n", note));
    if (notes.size() > MOST_NOTES) {
      console.out().printf("  Note: the workbook has %d more notes.%n", notes.size() - MOST_NOTES);
    }
  }

  private void printGroups(ClassifierResult result) {
    Breakdown.byGroup(result.trials())
        .ifPresent(groups -> print(groups.title() + ", " + result.classifier(), groups));
  }

  private void print(String title, Breakdown breakdown) {
    TextTable table = table(title.toUpperCase(Locale.ROOT));
    breakdown.rows().forEach(row -> add(table, row.band(), row.tally()));
    print(table);
  }

  private static TextTable table(String first) {
    return new TextTable(
        first,
        "PRESENT",
        "FOUND",
        "REVIEW",
        "MISSED",
        "FOUND (95 %)",
        "ABSENT",
        "REVIEW",
        "MARKED (95 %)");
  }

  private static void add(TextTable table, String name, TrialTally tally) {
    table.add(
        name,
        String.valueOf(tally.present()),
        String.valueOf(tally.count(TrialOutcome.FOUND)),
        String.valueOf(tally.count(TrialOutcome.REVIEW)),
        String.valueOf(tally.count(TrialOutcome.MISSED)),
        tally.present() == 0 ? "-" : share(tally.found()),
        String.valueOf(tally.absent()),
        String.valueOf(tally.count(TrialOutcome.FALSE_REVIEW)),
        tally.absent() == 0 ? "-" : marked(tally));
  }

  private static String marked(TrialTally tally) {
    int marked = tally.count(TrialOutcome.FALSE_PRESENT);
    Proportion share = tally.falsePresent();
    return marked == 0
        ? "0, at most " + percent(share.upper())
        : "%d, %s to %s".formatted(marked, percent(share.lower()), percent(share.upper()));
  }

  private static String share(Proportion found) {
    return "%s (%s to %s)"
        .formatted(percent(found.share()), percent(found.lower()), percent(found.upper()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.0995 ? "%.2f %%" : "%.1f %%", 100 * share);
  }

  private void print(TextTable table) {
    console.out().println();
    table.lines().forEach(line -> console.out().println(line));
  }

  private void printTimes(ClassifierResult result) {
    Optional<TimeAccuracy> first = TimeAccuracy.first(result.trials());
    Optional<TimeAccuracy> last = TimeAccuracy.last(result.trials());
    if (first.isPresent() && last.isPresent()) {
      console.out().println();
      printTimes("First seen", first.get());
      printTimes("Last seen", last.get());
    }
  }

  private void printTimes(String which, TimeAccuracy times) {
    console
        .out()
        .printf(
            Locale.ROOT,
            "%s: median error %.1f s, greatest %.1f s; %.0f of %d within %d s.%n",
            which,
            times.median().toMillis() / 1000.0,
            times.greatest().toMillis() / 1000.0,
            times.within().hits(),
            times.within().trials(),
            TimeAccuracy.TOLERANCE.toSeconds());
  }

  private void printPlaces(EvaluationFolder.WrittenFiles written) {
    console.out().println();
    print("Workbook", written.workbook());
    print("For machines", written.json());
    written.pictures().forEach(picture -> print("Confusion matrix", picture));
  }

  private void print(String what, Path file) {
    console.out().printf("%s: %s%n", what, home.relative(file));
  }
}
