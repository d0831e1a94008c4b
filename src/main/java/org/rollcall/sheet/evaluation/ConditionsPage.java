package org.rollcall.sheet.evaluation;

import org.rollcall.model.evaluation.Breakdown;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.model.evaluation.Evaluation.ClassifierResult;
import org.rollcall.sheet.Book;
import org.rollcall.sheet.CellFormat;
import org.rollcall.sheet.Page;

/**
 * A worksheet with the results of each classifier by face size, light and number of sightings, and
 * by groups.
 */
final class ConditionsPage {
  private final Page page;
  private final TallyTable table;
  private int row;

  private ConditionsPage(Page page) {
    this.page = page;
    this.table = new TallyTable(page);
  }

  static void write(Evaluation evaluation, Book book) {
    new ConditionsPage(book.page("Conditions")).write(evaluation);
  }

  private void write(Evaluation evaluation) {
    table.widths();
    page.height(0, 26);
    page.text(0, 0, "Conditions", CellFormat.TITLE);
    page.text(
        1,
        0,
        "Width: from the truth file if stated there, otherwise as measured. Light: in the frame of"
            + " a recording with the most faces; on the face in a photo. Groups, if any: of the"
            + " person asked about, as the roster or groups.csv says; '–' if it says nothing.",
        CellFormat.NOTE);
    row = 3;
    evaluation.results().forEach(this::write);
    page.print(row - 1, TallyTable.LAST_COLUMN, 1);
  }

  private void write(ClassifierResult result) {
    page.height(row, 20);
    page.text(row++, 0, "Classifier " + result.classifier(), CellFormat.SECTION);
    for (Breakdown breakdown : Breakdown.of(result.trials())) {
      table.headings(row++, breakdown.title());
      breakdown.rows().forEach(band -> table.row(row++, band.band(), band.tally()));
      row++;
    }
  }
}
