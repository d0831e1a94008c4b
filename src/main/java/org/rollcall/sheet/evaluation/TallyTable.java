package org.rollcall.sheet.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.evaluation.Proportion;
import org.rollcall.model.evaluation.Trial.TrialOutcome;
import org.rollcall.model.evaluation.TrialTally;
import org.rollcall.sheet.CellFormat;
import org.rollcall.sheet.MarkStyle;
import org.rollcall.sheet.Page;

/** A table of trial outcomes: counts, shares, and their 95 % bounds. */
final class TallyTable {
  static final int LAST_COLUMN = 12;

  private static final List<String> HEADINGS =
      List.of(
          "Was there",
          "Found",
          "To review",
          "Missed",
          "Found, review as half",
          "95 % from",
          "95 % to",
          "Was not there",
          "Marked present",
          "To review",
          "Marked present, share",
          "95 % up to");
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
    int column = 1;
    column = count(row, column, tally.present());
    column = count(row, column, tally.count(TrialOutcome.FOUND));
    column = count(row, column, tally.count(TrialOutcome.REVIEW));
    column = count(row, column, tally.count(TrialOutcome.MISSED));
    Proportion found = tally.found();
    column = share(row, column, found, found.share(), PERCENT.heavy());
    column = share(row, column, found, found.lower(), PERCENT);
    column = share(row, column, found, found.upper(), PERCENT);
    column = count(row, column, tally.absent());
    column = count(row, column, tally.count(TrialOutcome.FALSE_PRESENT));
    column = count(row, column, tally.count(TrialOutcome.FALSE_REVIEW));
    Proportion wrong = tally.falsePresent();
    column = share(row, column, wrong, wrong.share(), SMALL_PERCENT.heavy());
    share(row, column, wrong, wrong.upper(), SMALL_PERCENT);
  }

  private int count(int row, int column, int number) {
    page.number(row, column, number, CellFormat.MIDDLE);
    return column + 1;
  }

  private int share(int row, int column, Proportion proportion, double value, CellFormat look) {
    if (proportion.trials() == 0) {
      page.text(row, column, MarkStyle.NONE, CellFormat.MIDDLE.ink(CellFormat.PALE_INK));
    } else {
      page.number(row, column, value, look);
    }
    return column + 1;
  }
}
