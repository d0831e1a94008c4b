package org.rollcall.sheet;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.evaluation.Proportion;
import org.rollcall.model.evaluation.Tally;
import org.rollcall.model.evaluation.Trial.Outcome;

/** Rows that tell how trials ended: counts, shares, and their 95 % bounds. */
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
  private static final Look PERCENT = Look.MIDDLE.format("0.0%");
  private static final Look SMALL_PERCENT = Look.MIDDLE.format("0.00%");

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
      page.text(row, column, all.get(column), Look.HEADING);
    }
  }

  /** Writes one row. What cannot be told without trials is a dash. */
  void row(int row, String name, Tally tally) {
    page.height(row, 18);
    page.text(row, 0, name, Look.BODY.heavy());
    int column = 1;
    column = count(row, column, tally.present());
    column = count(row, column, tally.count(Outcome.FOUND));
    column = count(row, column, tally.count(Outcome.REVIEW));
    column = count(row, column, tally.count(Outcome.MISSED));
    Proportion found = tally.found();
    column = share(row, column, found, found.share(), PERCENT.heavy());
    column = share(row, column, found, found.lower(), PERCENT);
    column = share(row, column, found, found.upper(), PERCENT);
    column = count(row, column, tally.absent());
    column = count(row, column, tally.count(Outcome.FALSE_PRESENT));
    column = count(row, column, tally.count(Outcome.FALSE_REVIEW));
    Proportion wrong = tally.falsePresent();
    column = share(row, column, wrong, wrong.share(), SMALL_PERCENT.heavy());
    share(row, column, wrong, wrong.upper(), SMALL_PERCENT);
  }

  private int count(int row, int column, int number) {
    page.number(row, column, number, Look.MIDDLE);
    return column + 1;
  }

  private int share(int row, int column, Proportion proportion, double value, Look look) {
    if (proportion.trials() == 0) {
      page.text(row, column, Mark.NONE, Look.MIDDLE.ink(Look.PALE_INK));
    } else {
      page.number(row, column, value, look);
    }
    return column + 1;
  }
}
