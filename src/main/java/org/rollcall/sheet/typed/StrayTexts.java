package org.rollcall.sheet.typed;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.rollcall.model.Reason;
import org.rollcall.sheet.CellText;
import org.rollcall.sheet.HeadedTable;
import org.rollcall.sheet.WrittenPage.WrittenSheet;

/** Texts that people typed where nobody reads them. */
final class StrayTexts {
  private final WrittenSheet written;
  private final ProblemList problems;

  /**
   * Looks for texts.
   *
   * @param written what Rollcall wrote
   * @param problems receives the texts
   */
  StrayTexts(WrittenSheet written, ProblemList problems) {
    this.written = written;
    this.problems = problems;
  }

  /** Reports all texts in some worksheets that Rollcall did not write, as far as it is known. */
  void report(List<Sheet> worksheets) {
    if (!written.texts().isEmpty()) {
      worksheets.stream()
          .flatMap(StrayTexts::cells)
          .filter(cell -> cell.getCellType() == CellType.STRING)
          .filter(cell -> problems.isOpen(HeadedTable.address(cell)))
          .forEach(this::report);
    }
  }

  private static Stream<Cell> cells(Sheet sheet) {
    return StreamSupport.stream(sheet.spliterator(), false)
        .flatMap(row -> StreamSupport.stream(row.spliterator(), false));
  }

  private void report(Cell cell) {
    String text = CellText.of(cell);
    if (!text.isEmpty() && !written.texts().contains(text)) {
      problems.add(HeadedTable.address(cell), text, Reason.TYPED_ELSEWHERE);
    }
  }
}
