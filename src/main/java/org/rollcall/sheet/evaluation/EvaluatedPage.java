package org.rollcall.sheet.evaluation;

import java.util.Map;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.sheet.Book;
import org.rollcall.sheet.CellFormat;
import org.rollcall.sheet.Page;

/** A worksheet on what was evaluated: version, models and settings, enough to repeat it. */
final class EvaluatedPage {
  private static final double LINE_POINTS = 14;
  private static final int LINE_CHARACTERS = 60;

  private final Page page;
  private int row = 2;

  private EvaluatedPage(Page page) {
    this.page = page;
  }

  static void write(Evaluation evaluation, Book book) {
    new EvaluatedPage(book.page("Run")).write(evaluation);
  }

  private void write(Evaluation evaluation) {
    page.widths(38, 72);
    page.height(0, 26);
    page.text(0, 0, "Run", CellFormat.TITLE);
    entries("Program", Map.of("Version of Rollcall", evaluation.version()));
    entries("Models", evaluation.models());
    entries("Settings", evaluation.settings());
    page.print(row - 1, 1, 1);
  }

  private void entries(String title, Map<String, String> entries) {
    page.height(row, 20);
    page.text(row++, 0, title, CellFormat.SECTION);
    entries.forEach(
        (name, value) -> {
          page.height(row, LINE_POINTS * (1 + value.length() / LINE_CHARACTERS));
          page.text(row, 0, name, CellFormat.BODY.fill(CellFormat.PALE));
          page.text(row++, 1, value, CellFormat.WRAPPED);
        });
    row++;
  }
}
