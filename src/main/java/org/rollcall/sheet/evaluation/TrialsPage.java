package org.rollcall.sheet.evaluation;

import java.time.Duration;
import java.util.List;
import org.rollcall.model.Student;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.model.evaluation.Trial;
import org.rollcall.sheet.Book;
import org.rollcall.sheet.CellFormat;
import org.rollcall.sheet.Page;

/** A worksheet with every single trial, to filter and sort. */
final class TrialsPage {
  private static final int HEADING_ROW = 2;
  private static final List<String> HEADINGS =
      List.of(
          "Classifier",
          "Test set",
          "Asked about",
          "Who it was",
          "Recognised",
          "Outcome",
          "Face, px",
          "Light",
          "Pictures",
          "First seen, error s",
          "Last seen, error s");
  private static final CellFormat ONE_DIGIT = CellFormat.MIDDLE.format("0.0");
  private static final CellFormat WHOLE = CellFormat.MIDDLE.format("0");

  private final Page page;
  private int row = HEADING_ROW + 1;

  private TrialsPage(Page page) {
    this.page = page;
  }

  static void write(Evaluation evaluation, Book book) {
    new TrialsPage(book.page("Trials")).write(evaluation);
  }

  private void write(Evaluation evaluation) {
    page.widths(12, 28, 32, 26, 26, 28, 9, 9, 9, 12, 12);
    page.height(0, 26);
    page.text(0, 0, "Trials", CellFormat.TITLE);
    page.height(HEADING_ROW, 30);
    for (int column = 0; column < HEADINGS.size(); column++) {
      page.text(HEADING_ROW, column, HEADINGS.get(column), CellFormat.HEADING);
    }
    for (Evaluation.ClassifierResult result : evaluation.results()) {
      result.trials().forEach(trial -> write(result.classifier(), trial));
    }
    page.freeze(HEADING_ROW + 1, 0);
    page.filter(HEADING_ROW, row - 1, HEADINGS.size() - 1);
    page.repeat(HEADING_ROW);
    page.print(row - 1, HEADINGS.size() - 1, 1);
  }

  private void write(String classifier, Trial trial) {
    page.text(row, 0, classifier, CellFormat.BODY);
    page.text(row, 1, trial.set(), CellFormat.BODY);
    page.text(row, 2, trial.subject(), CellFormat.BODY);
    page.text(row, 3, trial.actual().map(Student::name).orElse("unknown"), CellFormat.BODY);
    page.text(row, 4, trial.answer().map(Student::name).orElse("unknown"), CellFormat.BODY);
    page.text(row, 5, trial.outcome().title(), CellFormat.BODY);
    trial
        .conditions()
        .facePixels()
        .ifPresentOrElse(
            pixels -> page.number(row, 6, pixels, WHOLE), () -> page.text(row, 6, "", WHOLE));
    page.number(row, 7, trial.conditions().light(), WHOLE);
    page.number(row, 8, trial.conditions().sightings(), WHOLE);
    trial.errors().ifPresentOrElse(this::writeErrors, this::writeNoErrors);
    row++;
  }

  private void writeErrors(Trial.TimeErrors errors) {
    page.number(row, 9, seconds(errors.first()), ONE_DIGIT);
    page.number(row, 10, seconds(errors.last()), ONE_DIGIT);
  }

  private void writeNoErrors() {
    page.text(row, 9, "", ONE_DIGIT);
    page.text(row, 10, "", ONE_DIGIT);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
