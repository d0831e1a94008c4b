package org.rollcall.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonRegister;

/**
 * A hidden worksheet with the corrections as Rollcall wrote them. A correction in the register but
 * not here was typed by the teacher; one here but no longer in the register was taken back.
 */
final class WrittenPage {
  private static final String NAME = "Written";
  private static final String ID = "Id as written";
  private static final String MARK = "Correction as written";
  private static final String REMARK = "Remark as written";

  private WrittenPage() {}

  static void write(LessonRegister register, Book book) {
    Page page = book.hiddenPage(NAME);
    List<String> headings = List.of(ID, MARK, REMARK);
    for (int column = 0; column < headings.size(); column++) {
      page.text(0, column, headings.get(column), CellFormat.PLAIN);
    }
    int row = 1;
    for (LessonRegister.Row student : register.rows()) {
      if (student.correction().isPresent()) {
        Correction correction = student.correction().get();
        page.text(row, 0, student.verdict().student().id(), CellFormat.PLAIN);
        page.text(row, 1, correction.status().map(s -> s.title()).orElse(""), CellFormat.PLAIN);
        page.text(row++, 2, correction.remark(), CellFormat.PLAIN);
      }
    }
  }

  /** {@return the corrections as written, by student id; none if the worksheet is missing} */
  static Map<String, Correction> read(XSSFWorkbook workbook) {
    Map<String, Correction> written = new HashMap<>();
    XSSFSheet sheet = workbook.getSheet(NAME);
    if (sheet != null) {
      HeadedTable.find(List.of(sheet), ID, MARK, REMARK)
          .map(found -> found.linesWith(ID))
          .orElse(List.of())
          .forEach(
              line ->
                  written.put(
                      line.text(ID),
                      new Correction(
                          MarkStyle.typed(line.text(MARK)).map(MarkStyle::status),
                          line.text(REMARK))));
    }
    return written;
  }
}
