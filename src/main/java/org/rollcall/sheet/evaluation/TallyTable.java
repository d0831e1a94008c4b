package org.rollcall.sheet.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.evaluation.Proportion;
import org.rollcall.model.evaluation.Trial.TrialOutcome;
import org.rollcall.model.evaluation.TrialTally;
import org.rollcall.sheet.CellFormat;
import org.rollcall.sheet.Page;

/** A table of trial outcomes: counts, shares, and their 95 % bounds. */
final class TallyTable {
  static final int LAST_COLUMN = 13;

  private static final List<String> HEADINGS =
      List.of(
          "Was there",
          "Found",
          "Review",
          "Missed",
          "Found, Review as half",
          "95 % from",
          "95 % to",
          "Was not there",
          "Marked present",
          "Review",
          "Marked present, share",
          "95 % from",
          "95 % to");
  private static final CellFormat PERCENT = CellFormat.MIDDLE.format("0.0%");
  private static final CellFormat SMALL_PERCENT = CellFormat.MIDDLE.format("0.00%");

  private final Page page;

  TallyTable(Page page) {
    this.page = page;
  }

  /** Sets the widths of all columns. */
  void widths() {
    page.width(0, 26);
    for (int column = 1; column <= LAST_COLUMN; column++) {
      page.width(column, 11);
    }
  }

  /** Writes the headings; the first one names what the rows are. */
  void headings(int row, String first) {
    page.height(row, 42);
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(HEADINGS);
    for (int column = 0; column < all.size(); column++) {
      page.text(row, column, all.get(column), CellFormat.HEADING);
    }
  }

  /** Writes one row. A share of no trials is shown as a dash. */
  void row(int row, String name, TrialTally tally) {
    page.height(row, 18);
    page.text(row, 0, name, CellFormat.BODY.heavy());
    RowCells cells = new RowCells(row);
    cells.count(tally.present());
    cells.count(tally.count(TrialOutcome.FOUND));
    cells.count(tally.count(TrialOutcome.REVIEW));
    cells.count(tally.count(TrialOutcome.MISSED));
    Proportion found = tally.found();
    cells.share(found, found.share(), PERCENT.heavy());
    cells.share(found, found.lower(), PERCENT);
    cells.share(found, found.upper(), PERCENT);
    cells.count(tally.absent());
    cells.count(tally.count(TrialOutcome.FALSE_PRESENT));
    cells.count(tally.count(TrialOutcome.FALSE_REVIEW));
    Proportion wrong = tally.falsePresent();
    cells.share(wrong, wrong.share(), SMALL_PERCENT.heavy());
    cells.share(wrong, wrong.lower(), SMALL_PERCENT);
    cells.share(wrong, wrong.upper(), SMALL_PERCENT);
  }

  /** The cells of a row, written from left to right after the first. */
  private final class RowCells {
    private final int row;
    private int column = 1;

    RowCells(int row) {
      this.row = row;
    }

    void count(int number) {
      page.number(row, column++, number, CellFormat.MIDDLE);
    }

    void share(Proportion proportion, double value, CellFormat look) {
      if (proportion.trials() == 0) {
        page.dash(row, column++);
      } else {
        page.number(row, column++, value, look);
      }
    }
  }
}
