package org.rollcall.sheet.evaluation;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.model.evaluation.Evaluation.ClassifierResult;
import org.rollcall.model.evaluation.Evaluation.TestSet;
import org.rollcall.model.evaluation.TimeAccuracy;
import org.rollcall.sheet.Book;
import org.rollcall.sheet.CellFormat;
import org.rollcall.sheet.Page;

/** The first worksheet of an evaluation: the classifiers side by side, overall and by test set. */
final class ResultsPage {
  private static final DateTimeFormatter STARTED =
      DateTimeFormatter.ofPattern("'Started' yyyy-MM-dd HH:mm.");
  private static final List<String> TIME_HEADINGS =
      List.of(
          "Classifier",
          "Sighting",
          "Students",
          "Median",
          "95 % within",
          "Greatest",
          "Within 15 s",
          "95 % from",
          "95 % to");
  private static final CellFormat SECONDS = CellFormat.MIDDLE.format("0.0\" s\"");
  private static final CellFormat PERCENT = CellFormat.MIDDLE.format("0.0%");

  private final Evaluation evaluation;
  private final Page page;
  private final TallyTable table;
  private int row;

  private ResultsPage(Evaluation evaluation, Page page) {
    this.evaluation = evaluation;
    this.page = page;
    this.table = new TallyTable(page);
  }

  static void write(Evaluation evaluation, ZoneId zone, Book book) {
    new ResultsPage(evaluation, book.page("Results")).write(zone);
  }

  private void write(ZoneId zone) {
    table.widths();
    page.height(0, 26);
    page.text(0, 0, "Evaluation", CellFormat.TITLE);
    String started = STARTED.format(LocalDateTime.ofInstant(evaluation.started(), zone));
    page.text(
        1, 0, "How often Rollcall is right where the truth is known. " + started, CellFormat.NOTE);
    row = 3;
    writeAll();
    evaluation.sets().forEach(this::writeSet);
    writeTimes();
    writeExplanation();
    page.print(row - 1, TallyTable.LAST_COLUMN, 1);
  }

  private void writeAll() {
    section("All test sets");
    table.headings(row++, "Classifier");
    evaluation.results().forEach(r -> table.row(row++, r.classifier(), r.tally()));
    row++;
  }

  private void writeSet(TestSet set) {
    section(set.name());
    page.text(row++, 0, set.description(), CellFormat.NOTE);
    if (evaluation.sets().size() > 1) {
      table.headings(row++, "Classifier");
      evaluation.results().forEach(r -> table.row(row++, r.classifier(), r.tally(set)));
    }
    row++;
  }

  private void writeTimes() {
    if (evaluation.results().stream().allMatch(r -> TimeAccuracy.first(r.trials()).isEmpty())) {
      return;
    }
    section("First and last sighting of the students found, error against the truth");
    page.height(row, 28);
    for (int column = 0; column < TIME_HEADINGS.size(); column++) {
      page.text(row, column, TIME_HEADINGS.get(column), CellFormat.HEADING);
    }
    row++;
    for (ClassifierResult result : evaluation.results()) {
      TimeAccuracy.first(result.trials())
          .ifPresent(accuracy -> writeTimes(result.classifier(), "first", accuracy));
      TimeAccuracy.last(result.trials())
          .ifPresent(accuracy -> writeTimes(result.classifier(), "last", accuracy));
    }
    row++;
  }

  private void writeTimes(String classifier, String which, TimeAccuracy accuracy) {
    page.text(row, 0, classifier, CellFormat.BODY.heavy());
    page.text(row, 1, which, CellFormat.MIDDLE);
    page.number(row, 2, accuracy.within().trials(), CellFormat.MIDDLE);
    page.number(row, 3, seconds(accuracy.median()), SECONDS);
    page.number(row, 4, seconds(accuracy.percentile95()), SECONDS);
    page.number(row, 5, seconds(accuracy.greatest()), SECONDS);
    page.number(row, 6, accuracy.within().share(), PERCENT.heavy());
    page.number(row, 7, accuracy.within().lower(), PERCENT);
    page.number(row++, 8, accuracy.within().upper(), PERCENT);
  }

  private void writeExplanation() {
    if (!evaluation.notes().isEmpty()) {
      section("Notes");
      evaluation.notes().forEach(note -> page.text(row++, 0, note, CellFormat.PLAIN));
      row++;
    }
    section("How to read it");
    List.of(
            "Was there: a student who was in the lesson, or a photo of a student.",
            "Was not there: a student who was absent, or a photo of a stranger.",
            "Review: left to a person to decide. It counts as half found.",
            "95 %: the true share lies in this range with 95 % confidence (E. B. Wilson's score"
                + " interval, 1927).",
            "Trials from one recording share room, light and camera: results in other rooms can"
                + " differ by more than these bounds.")
        .forEach(sentence -> page.text(row++, 0, sentence, CellFormat.NOTE));
  }

  private void section(String title) {
    page.height(row, 20);
    page.text(row++, 0, title, CellFormat.SECTION);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
