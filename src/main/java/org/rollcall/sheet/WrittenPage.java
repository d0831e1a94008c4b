package org.rollcall.sheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Status;

/**
 * A hidden worksheet with what Rollcall wrote into the others: the corrections and marks, and every
 * text. Whatever differs was typed by a person; a correction that is here but no longer in the
 * register was taken back.
 */
public final class WrittenPage {
  private static final String NAME = "Written";
  private static final String ID = "Id as written";
  private static final String MARK = "Correction as written";
  private static final String REMARK = "Remark as written";
  private static final String STUDENT = "Name as written";
  private static final String STATUS = "Status as written";
  private static final String FOUND = "Found as written";
  private static final List<String> HEADINGS = List.of(ID, MARK, REMARK, STUDENT, STATUS, FOUND);
  private static final int VERSION_COLUMN = HEADINGS.size() + 1;
  private static final int TEXT_COLUMN = VERSION_COLUMN + 1;

  private WrittenPage() {}

  /**
   * What Rollcall wrote into a workbook.
   *
   * @param version identifies the workbook, however often it is saved; empty if unknown
   * @param rows the rows of the students by id; empty if a program has dropped the worksheet
   * @param texts all texts and numbers in the other worksheets; empty for workbooks of earlier
   *     versions
   */
  public record WrittenSheet(
      String version, Optional<Map<String, WrittenRow>> rows, Set<String> texts) {
    /** {@return the corrections by student id; empty if a program has dropped the worksheet} */
    public Optional<Map<String, Correction>> corrections() {
      return rows.map(
          known -> {
            Map<String, Correction> corrections = new HashMap<>();
            known.forEach((student, row) -> corrections.put(student, row.correction()));
            return corrections;
          });
    }

    /**
     * Returns what was written into the row of a student.
     *
     * @param student id of the student
     * @return the row; without anything if none is known
     */
    public WrittenRow row(String student) {
      return rows.map(known -> known.get(student)).orElse(WrittenRow.NONE);
    }
  }

  /**
   * What Rollcall wrote into the row of a student.
   *
   * @param correction correction and remark
   * @param name name of the student; empty for workbooks of earlier versions, as the others
   * @param status the mark in force
   * @param found the mark that Rollcall found
   */
  public record WrittenRow(Correction correction, String name, String status, String found) {
    static final WrittenRow NONE = new WrittenRow(Correction.NONE, "", "", "");
  }

  /** Adds the worksheet; the others must be complete. */
  static void write(LessonRegister register, String version, Book book) {
    Set<String> texts = texts(book.workbook());
    Page page = book.hiddenPage(NAME);
    for (int column = 0; column < HEADINGS.size(); column++) {
      page.text(0, column, HEADINGS.get(column), CellFormat.PLAIN);
    }
    page.text(0, VERSION_COLUMN, version, CellFormat.PLAIN);
    int row = 1;
    for (LessonRegister.Row student : register.rows()) {
      write(student, page, row++);
    }
    int line = 0;
    for (String text : texts) {
      page.text(line++, TEXT_COLUMN, text, CellFormat.PLAIN);
    }
  }

  private static void write(LessonRegister.Row student, Page page, int row) {
    Correction correction = student.correction().orElse(Correction.NONE);
    List<String> cells =
        List.of(
            student.verdict().student().id(),
            correction.status().map(Status::title).orElse(""),
            correction.remark(),
            student.verdict().student().name(),
            student.status().title(),
            student.verdict().status().title());
    for (int column = 0; column < cells.size(); column++) {
      page.text(row, column, cells.get(column), CellFormat.PLAIN);
    }
  }

  private static Set<String> texts(Workbook workbook) {
    Set<String> texts =
        StreamSupport.stream(workbook.spliterator(), false)
            .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
            .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
            .map(CellText::of)
            .collect(Collectors.toCollection(TreeSet::new));
    texts.remove("");
    return texts;
  }

  /**
   * Reads the worksheet.
   *
   * @param workbook a workbook that people may have changed
   * @return what Rollcall wrote into it
   */
  public static WrittenSheet read(Workbook workbook) {
    Optional<Sheet> sheet = Optional.ofNullable(workbook.getSheet(NAME));
    return new WrittenSheet(
        sheet
            .map(page -> page.getRow(0))
            .map(row -> CellText.of(row.getCell(VERSION_COLUMN)))
            .orElse(""),
        sheet
            .flatMap(page -> HeadedTable.find(List.of(page), ID, MARK, REMARK).stream().findFirst())
            .map(WrittenPage::rows),
        sheet.map(WrittenPage::textsIn).orElse(Set.of()));
  }

  /**
   * Tells whether a worksheet is this one.
   *
   * @param sheet any worksheet
   * @return whether it has its name
   */
  public static boolean is(Sheet sheet) {
    return sheet.getSheetName().equals(NAME);
  }

  private static Map<String, WrittenRow> rows(HeadedTable table) {
    Map<String, WrittenRow> rows = new HashMap<>();
    for (HeadedTable.TableRow line : table.linesWith(ID)) {
      Optional<Status> status = MarkStyle.typed(line.text(MARK)).map(MarkStyle::status);
      rows.put(
          line.text(ID),
          new WrittenRow(
              new Correction(status, line.text(REMARK)),
              line.text(STUDENT),
              line.text(STATUS),
              line.text(FOUND)));
    }
    return rows;
  }

  private static Set<String> textsIn(Sheet sheet) {
    Set<String> texts = new HashSet<>();
    for (Row row : sheet) {
      texts.add(CellText.of(row.getCell(TEXT_COLUMN)));
    }
    texts.remove("");
    return texts;
  }
}
