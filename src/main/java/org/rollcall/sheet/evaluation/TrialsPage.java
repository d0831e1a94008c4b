package org.rollcall.sheet.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
    page.text(row, 3, name(trial.actual()), CellFormat.BODY);
    page.text(row, 4, name(trial.answer()), CellFormat.BODY);
    page.text(row, 5, trial.outcome().title(), CellFormat.BODY);
    number(6, trial.conditions().facePixels(), WHOLE);
    page.number(row, 7, trial.conditions().light(), WHOLE);
    page.number(row, 8, trial.conditions().sightings(), WHOLE);
    number(9, seconds(trial.errors().map(Trial.TimeErrors::first)), ONE_DIGIT);
    number(10, seconds(trial.errors().map(Trial.TimeErrors::last)), ONE_DIGIT);
    row++;
  }

  private static String name(Optional<Student> student) {
    return student.map(Student::name).orElse("unknown");
  }

  private void number(int column, OptionalDouble value, CellFormat look) {
    if (value.isPresent()) {
      page.number(row, column, value.getAsDouble(), look);
    } else {
      page.text(row, column, "", look);
    }
  }

  private static OptionalDouble seconds(Optional<Duration> time) {
    return time.map(t -> OptionalDouble.of(t.toMillis() / 1000.0)).orElse(OptionalDouble.empty());
  }
}
