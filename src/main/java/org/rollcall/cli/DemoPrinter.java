package org.rollcall.cli;

import java.nio.file.Path;
import org.rollcall.cli.console.Console;
import org.rollcall.cli.console.TextTable;
import org.rollcall.cli.console.Wording;
import org.rollcall.demo.Comparison;
import org.rollcall.demo.DemoHome;
import org.rollcall.model.Status;

/** Prints the result of a demo. */
final class DemoPrinter {
  private final Console console;

  DemoPrinter(Console console) {
    this.console = console;
  }

  /** Prints how the sheet compares with what happened in the film. */
  void print(Comparison comparison) {
    TextTable table = new TextTable("", "IN THE FILM", "IN THE SHEET");
    table.add(
        "students who came",
        String.valueOf(comparison.came()),
        "%d found, %d in Review, %d missed"
            .formatted(comparison.found(), comparison.inReview(true), comparison.missed()));
    table.add("of these late", inTruth(comparison, Status.LATE), right(comparison, Status.LATE));
    table.add(
        "of these left early",
        inTruth(comparison, Status.LEFT_EARLY),
        right(comparison, Status.LEFT_EARLY));
    table.add(
        "students who did not come",
        inTruth(comparison, Status.ABSENT),
        "%d absent, %d in Review, %d marked present"
            .formatted(
                comparison.right(Status.ABSENT),
                comparison.inReview(false),
                comparison.invented()));
    table.add(
        "strangers",
        String.valueOf(comparison.strangers()),
        Wording.count(comparison.unknownFaces(), "unknown face"));
    console.out().println();
    table.lines().forEach(line -> console.out().println(line));
    comparison.differences().forEach(this::printDifference);
    console.out().println();
    console.out().println(sentence(comparison));
  }

  private static String inTruth(Comparison comparison, Status status) {
    return String.valueOf(comparison.inTruth(status));
  }

  private static String right(Comparison comparison, Status status) {
    return "%d marked so".formatted(comparison.right(status));
  }

  private void printDifference(Comparison.ComparisonLine line) {
    console
        .out()
        .printf(
            "  %s %s: in the film %s, in the sheet %s%n",
            line.student().id(), line.student().name(), line.truth().title(), line.found().title());
  }

  private static String sentence(Comparison comparison) {
    int differences = comparison.differences().size();
    if (!comparison.passes()) {
      return "The sheet is wrong about %s.".formatted(Wording.count(differences, "student"));
    }
    return differences == 0
        ? "The sheet is right about every student."
        : "The sheet is right, and leaves %s for a person to decide."
            .formatted(Wording.count(differences, "student"));
  }

  /** Prints which files to open and what to do next. */
  void printPlaces(DemoHome demo, Path sheet) {
    console.out().println();
    console.out().println("To look at:");
    print("the sheet", sheet);
    print("who is where", demo.results().resolve("preview.jpg"));
    print("results for machines", demo.results());
    print("the film", demo.recording());
    print("what happened in it", demo.truthFile());
    console.out().println("Next: a class of your own, as README.md says.");
  }

  private void print(String what, Path where) {
    console.out().printf("  %-22s%s%n", what, shown(where));
  }

  /** {@return the path relative to the current folder if it is below that; else absolute} */
  private static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath();
    return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
  }
}
