package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.rollcall.sheet.ThreeAbsentees.LATE;
import static org.rollcall.sheet.ThreeAbsentees.STUDENTS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.model.Correction;
import org.rollcall.model.SheetProblem;
import org.rollcall.sheet.typed.SheetContent;
import org.rollcall.testing.TakesLong;

/**
 * What people do to sheets, and save in Excel or by a script: it is taken, or reported by cell. All
 * students were found absent.
 */
@ParameterizedClass
@EnumSource
@TakesLong
class EditedSheetTest {
  @Parameter Saving saving;

  @TempDir Path folder;
  private Path xlsx;

  /** How a workbook is saved. */
  private enum Saving {
    /** With whatever the program has calculated. */
    BY_EXCEL,
    /** Without results, and without what the library does not know. */
    BY_OPENPYXL
  }

  @BeforeEach
  void writeSheet() {
    xlsx = folder.resolve("7A_2026-11-16_0858.xlsx");
    ThreeAbsentees.write(xlsx);
  }

  @Test
  void read_untouchedSheet_hasNeitherCorrectionsNorProblems() {
    assertThat(corrections()).isEmpty();
    assertThat(problems()).isEmpty();
  }

  @Test
  void read_statusOvertyped_isACorrection() throws IOException {
    edit(workbook -> retype(workbook, "007", Column.STATUS, "late"));

    assertThat(corrections()).isEqualTo(Map.of("007", LATE));
    assertThat(problems()).isEmpty();
  }

  @Test
  void read_statusOvertypedBesidesACorrection_isReported() throws IOException {
    edit(
        workbook -> {
          retype(workbook, "007", Column.STATUS, "Present");
          retype(workbook, "007", Column.CORRECTION, "Late");
        });

    assertThat(corrections()).isEqualTo(Map.of("007", LATE));
    assertProblem(cell("007", Column.STATUS), "Present");
  }

  @Test
  void read_statusOvertypedWithAnotherWord_isReported() throws IOException {
    edit(workbook -> retype(workbook, "007", Column.STATUS, "ill"));

    assertThat(corrections()).isEmpty();
    assertProblem(cell("007", Column.STATUS), "ill");
  }

  @Test
  void read_formulasReplacedByTheirResults_areNoCorrections() throws IOException {
    edit(
        workbook -> {
          retype(workbook, "00123", Column.CORRECTION, "Late");
          for (String id : STUDENTS.keySet()) {
            retype(workbook, id, Column.STATUS, id.equals("00123") ? "Late" : "Absent");
          }
        });

    assertThat(corrections()).isEqualTo(Map.of("00123", LATE));
    assertThat(problems()).isEmpty();
  }

  @Test
  void read_worksheetCopiedAndCorrectedInTheOriginal_isTaken() throws IOException {
    edit(
        workbook -> {
          copyBefore(workbook);
          retype(workbook.getSheet("Register"), "007", Column.CORRECTION, "Late");
        });

    assertThat(corrections()).isEqualTo(Map.of("007", LATE));
    assertThat(problems()).isEmpty();
  }

  @Test
  void read_worksheetCopiedAndCorrectedInTheCopy_isTaken() throws IOException {
    edit(workbook -> retype(copyBefore(workbook), "007", Column.CORRECTION, "Late"));

    assertThat(corrections()).isEqualTo(Map.of("007", LATE));
    assertThat(problems()).isEmpty();
  }

  @Test
  void read_worksheetCopiedBehind_isTaken() throws IOException {
    edit(workbook -> retype(workbook.cloneSheet(0), "007", Column.CORRECTION, "Late"));

    assertThat(corrections()).isEqualTo(Map.of("007", LATE));
  }

  @Test
  void read_copiesThatContradict_areReported() throws IOException {
    edit(
        workbook -> {
          retype(copyBefore(workbook), "007", Column.CORRECTION, "Late");
          retype(workbook.getSheet("Register"), "007", Column.CORRECTION, "Present");
        });

    assertThat(corrections()).isEqualTo(Map.of("007", LATE));
    assertProblem(cell("007", Column.CORRECTION), "Present");
  }

  @Test
  void read_idsTurnedIntoNumbers_areStillTheStudents() throws IOException {
    edit(
        workbook -> {
          for (String id : STUDENTS.keySet()) {
            find(workbook.getSheet("Register"), id, Column.CORRECTION).setCellValue("Late");
          }
          for (String id : STUDENTS.keySet()) {
            XSSFCell cell = find(workbook.getSheet("Register"), id, Column.ID);
            cell.setCellStyle(workbook.createCellStyle());
            cell.setCellValue(Double.parseDouble(id));
          }
        });

    assertThat(corrections()).isEqualTo(Map.of("007", LATE, "00123", LATE, "202310120145", LATE));
    assertThat(problems()).isEmpty();
  }

  @Test
  void read_idThatLostItsDigits_isFoundByTheName() throws IOException {
    edit(
        workbook -> {
          retype(workbook, "202310120145", Column.CORRECTION, "Late");
          retype(workbook, "202310120145", Column.ID, "2.0231E+11");
        });

    assertThat(corrections()).isEqualTo(Map.of("202310120145", LATE));
  }

  @Test
  void read_idOfOneAndNameOfAnother_isReported() throws IOException {
    edit(
        workbook -> {
          retype(workbook, "007", Column.CORRECTION, "Late");
          retype(workbook, "007", Column.NAME, "Ben Okri");
        });

    assertThat(corrections()).isEmpty();
    assertThat(problems()).extracting(SheetProblem::typed).anyMatch(text -> text.contains("Late"));
  }

  @Test
  void read_rowAddedForANewStudent_isReported() throws IOException {
    edit(
        workbook -> {
          XSSFSheet register = workbook.getSheet("Register");
          Row added = register.createRow(register.getLastRowNum() + 1);
          added.createCell(Column.ID.index()).setCellValue("999");
          added.createCell(Column.NAME.index()).setCellValue("Dan New");
          added.createCell(Column.CORRECTION.index()).setCellValue("Present");
        });

    assertThat(corrections()).isEmpty();
    assertProblem("'Register'!A11", "999 Dan New Present");
  }

  @Test
  void read_rowDeleted_isReported() throws IOException {
    edit(
        workbook -> {
          XSSFSheet register = workbook.getSheet("Register");
          register.removeRow(find(register, "007", Column.ID).getRow());
        });

    assertThat(corrections()).isEmpty();
    assertProblem("'Register'", "007");
  }

  @Test
  void read_rowsMovedDown_areTaken() throws IOException {
    edit(
        workbook -> {
          retype(workbook, "007", Column.CORRECTION, "Late");
          XSSFSheet register = workbook.getSheet("Register");
          register.shiftRows(RegisterPage.FIRST_ROW + 1, register.getLastRowNum(), 5);
        });

    assertThat(corrections()).isEqualTo(Map.of("007", LATE));
    assertThat(problems()).isEmpty();
  }

  @Test
  void read_extraColumn_isReportedByCell() throws IOException {
    edit(
        workbook -> {
          Row row = find(workbook.getSheet("Register"), "007", Column.ID).getRow();
          row.createCell(Column.REASON.index() + 1).setCellValue(5);
          row.createCell(Column.REASON.index() + 2).setCellValue("doctor");
        });

    assertProblem("'Register'!N" + (rowOf("007") + 1), "5");
    assertProblem("'Register'!O" + (rowOf("007") + 1), "doctor");
  }

  @Test
  void read_titleRowsInserted_areReportedAndTheRestIsTaken() throws IOException {
    edit(
        workbook -> {
          retype(workbook, "007", Column.CORRECTION, "Late");
          XSSFSheet register = workbook.getSheet("Register");
          register.shiftRows(0, register.getLastRowNum(), 2);
          register.createRow(0).createCell(0).setCellValue("Checked by Ms Birch");
        });

    assertThat(corrections()).isEqualTo(Map.of("007", LATE));
    assertProblem("'Register'!A1", "Checked by Ms Birch");
  }

  @Test
  void read_nameOvertyped_isReported() throws IOException {
    edit(workbook -> retype(workbook, "007", Column.NAME, "Ada King"));

    assertProblem(cell("007", Column.NAME), "Ada King");
  }

  @Test
  void read_markThatRollcallFoundOvertyped_isReported() throws IOException {
    edit(workbook -> retype(workbook, "007", Column.FOUND, "Present"));

    assertThat(corrections()).isEmpty();
    assertProblem(cell("007", Column.FOUND), "Present");
  }

  @Test
  void read_textInAnotherWorksheet_isReported() throws IOException {
    edit(workbook -> workbook.getSheet("Run").createRow(90).createCell(1).setCellValue("Call me"));

    assertProblem("'Run'!B91", "Call me");
  }

  @Test
  void read_newWorksheet_isReported() throws IOException {
    edit(workbook -> workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("Hi"));

    assertProblem("'Notes'!A1", "Hi");
  }

  @Test
  void read_noteAtTheRowOfAStudent_isARemark() throws IOException {
    edit(workbook -> note(find(workbook.getSheet("Register"), "007", Column.NAME), "was ill"));

    assertThat(corrections())
        .isEqualTo(Map.of("007", new Correction(Optional.empty(), "Note: was ill")));
  }

  @Test
  void read_noteElsewhere_isReported() throws IOException {
    edit(workbook -> note(workbook.getSheet("Register").getRow(0).getCell(0), "please check"));

    assertProblem("'Register'!A1", "please check");
  }

  @Test
  void read_conversation_isARemarkWithoutTheAdviceToUpdate() throws IOException {
    edit(
        workbook -> {
          XSSFCell cell = find(workbook.getSheet("Register"), "007", Column.CORRECTION);
          note(
              cell,
              "[Threaded comment]\n\nYour version of Excel allows you to read this threaded"
                  + " comment; however, any edits to it will get removed if the file is opened in a"
                  + " newer version of Excel. Learn more:"
                  + " https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    was ill\n"
                  + "Reply:\n    I agree");
          converse(workbook, cell.getAddress().formatAsString(), "was ill", "I agree");
        });

    assertThat(corrections())
        .isEqualTo(Map.of("007", new Correction(Optional.empty(), "Note: was ill / I agree")));
  }

  @Test
  void read_mergedCorrection_isThatOfAllItsRows() throws IOException {
    edit(
        workbook -> {
          XSSFSheet register = workbook.getSheet("Register");
          find(register, "00123", Column.CORRECTION);
          int first = RegisterPage.FIRST_ROW;
          int column = Column.CORRECTION.index();
          register.getRow(first).getCell(column).setCellValue("Late");
          register.addMergedRegion(new CellRangeAddress(first, first + 2, column, column));
        });

    assertThat(corrections()).isEqualTo(Map.of("007", LATE, "00123", LATE, "202310120145", LATE));
  }

  @Test
  void read_correctionMergedWithTheRemark_isNotItsOwnRemark() throws IOException {
    edit(
        workbook -> {
          retype(workbook, "007", Column.CORRECTION, "Late");
          int row = find(workbook.getSheet("Register"), "007", Column.ID).getRowIndex();
          workbook
              .getSheet("Register")
              .addMergedRegion(
                  new CellRangeAddress(row, row, Column.CORRECTION.index(), Column.REMARK.index()));
        });

    assertThat(corrections()).isEqualTo(Map.of("007", LATE));
  }

  @Test
  void read_hiddenRow_isTaken() throws IOException {
    edit(
        workbook -> {
          retype(workbook, "007", Column.CORRECTION, "Late");
          find(workbook.getSheet("Register"), "007", Column.ID).getRow().setZeroHeight(true);
        });

    assertThat(corrections()).isEqualTo(Map.of("007", LATE));
  }

  @Test
  void read_formulaWithAResult_isTaken() throws IOException {
    edit(
        workbook -> {
          XSSFCell cell = find(workbook.getSheet("Register"), "007", Column.CORRECTION);
          cell.setCellFormula("\"La\"&\"te\"");
          cell.setCellValue("Late");
        });

    if (saving == Saving.BY_EXCEL) {
      assertThat(corrections()).isEqualTo(Map.of("007", LATE));
    } else {
      assertThat(corrections()).isEmpty();
      assertProblem(cell("007", Column.CORRECTION), "");
    }
  }

  @Test
  void read_formulaWithoutAResult_isReported() throws IOException {
    edit(
        workbook ->
            find(workbook.getSheet("Register"), "007", Column.CORRECTION)
                .setCellFormula("\"La\"&\"te\""));

    assertThat(corrections()).isEmpty();
    assertProblem(cell("007", Column.CORRECTION), "");
  }

  @Test
  void read_errorAsCorrection_isReported() throws IOException {
    edit(
        workbook ->
            find(workbook.getSheet("Register"), "007", Column.CORRECTION)
                .setCellErrorValue((byte) 42));

    assertThat(corrections()).isEmpty();
    assertProblem(cell("007", Column.CORRECTION), "#N/A");
  }

  @Test
  void read_dateAsCorrection_isARemarkAndReported() throws IOException {
    edit(
        workbook -> {
          XSSFCell cell = find(workbook.getSheet("Register"), "007", Column.CORRECTION);
          var style = workbook.createCellStyle();
          style.setDataFormat((short) 14);
          cell.setCellStyle(style);
          cell.setCellValue(LocalDate.of(2026, 11, 16));
        });

    assertProblem(cell("007", Column.CORRECTION), "2026-11-16 00:00");
    assertThat(corrections().get("007").remark()).contains("2026-11-16");
  }

  @Test
  void read_booleanAsCorrection_isARemarkAndReported() throws IOException {
    edit(
        workbook ->
            find(workbook.getSheet("Register"), "007", Column.CORRECTION).setCellValue(true));

    assertProblem(cell("007", Column.CORRECTION), "TRUE");
    assertThat(corrections().get("007").remark()).isEqualTo("Not a mark: 'TRUE'");
  }

  @Test
  void read_anotherWord_isARemarkAndReported() throws IOException {
    edit(workbook -> retype(workbook, "007", Column.CORRECTION, "Excused"));

    assertProblem(cell("007", Column.CORRECTION), "Excused");
    assertThat(corrections().get("007").remark()).isEqualTo("Not a mark: 'Excused'");
  }

  @Test
  void read_noBreakSpaces_areIgnored() throws IOException {
    edit(workbook -> retype(workbook, "007", Column.CORRECTION, "\u00a0late\u00a0"));

    assertThat(corrections()).isEqualTo(Map.of("007", LATE));
  }

  @Test
  void read_moreProblemsThanAnybodyReads_areCounted() throws IOException {
    edit(
        workbook -> {
          XSSFSheet notes = workbook.createSheet("Notes");
          for (int row = 0; row < 60; row++) {
            notes.createRow(row).createCell(0).setCellValue("note " + row);
          }
        });

    assertThat(problems()).hasSize(51);
    assertThat(problems().get(50).message()).hasToString("10 more cells could not be read.");
  }

  @Test
  void read_savedAsXlsUnderItsOldName_isTaken() throws IOException {
    edit(workbook -> retype(workbook, "007", Column.CORRECTION, "Late"));
    try (XSSFWorkbook workbook = Sheets.open(xlsx);
        Workbook xls = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(xlsx)) {
      copy(workbook, xls);
      xls.write(out);
    }

    assertThat(corrections()).isEqualTo(Map.of("007", LATE));
    assertThat(problems()).isEmpty();
  }

  @Test
  void read_protectedWithAPassword_saysSo() throws Exception {
    byte[] plain = Files.readAllBytes(xlsx);
    try (POIFSFileSystem files = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(xlsx)) {
      EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
      info.getEncryptor().confirmPassword("secret");
      try (OutputStream data = info.getEncryptor().getDataStream(files)) {
        data.write(plain);
      }
      files.writeFilesystem(out);
    }

    assertThatThrownBy(this::content)
        .isInstanceOf(UnreadableSheet.class)
        .hasMessageContaining("protected with a password");
  }

  private void edit(Sheets.Work work) throws IOException {
    Sheets.edit(xlsx, work);
    if (saving == Saving.BY_OPENPYXL) {
      Openpyxl.save(xlsx);
    }
  }

  private static XSSFSheet copyBefore(XSSFWorkbook workbook) {
    XSSFSheet copy = workbook.cloneSheet(workbook.getSheetIndex("Register"));
    workbook.setSheetOrder(copy.getSheetName(), 0);
    return copy;
  }

  private static void retype(XSSFWorkbook workbook, String id, Column column, String text) {
    retype(workbook.getSheet("Register"), id, column, text);
  }

  private static void retype(XSSFSheet sheet, String id, Column column, String text) {
    XSSFCell cell = find(sheet, id, column);
    if (cell.getCellType() == CellType.FORMULA) {
      cell.removeFormula();
    }
    cell.setCellValue(text);
  }

  private static XSSFCell find(XSSFSheet sheet, String id, Column column) {
    for (Row row : sheet) {
      Cell first = row.getCell(0);
      if (row.getRowNum() >= RegisterPage.FIRST_ROW
          && first != null
          && CellText.of(first).equals(id)) {
        return (XSSFCell) row.getCell(column.index());
      }
    }
    throw new AssertionError("No row of student " + id);
  }

  private static void note(Cell cell, String text) {
    var helper = cell.getSheet().getWorkbook().getCreationHelper();
    var anchor = helper.createClientAnchor();
    anchor.setRow1(cell.getRowIndex());
    anchor.setCol1(cell.getColumnIndex());
    anchor.setRow2(cell.getRowIndex() + 2);
    anchor.setCol2(cell.getColumnIndex() + 2);
    var comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
    comment.setString(helper.createRichTextString(text));
    cell.setCellComment(comment);
  }

  private static void converse(XSSFWorkbook workbook, String cell, String... texts) {
    try {
      var name = PackagingURIHelper.createPartName("/xl/threadedComments/threadedComment1.xml");
      var part =
          workbook.getPackage().createPart(name, "application/vnd.ms-excel.threadedcomments+xml");
      StringBuilder xml =
          new StringBuilder(
              "<ThreadedComments"
                  + " xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\">");
      for (String text : texts) {
        xml.append(
            "<threadedComment ref=\"%s\"><text>%s</text></threadedComment>".formatted(cell, text));
      }
      try (OutputStream out = part.getOutputStream()) {
        out.write(
            xml.append("</ThreadedComments>")
                .toString()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      workbook
          .getSheet("Register")
          .getPackagePart()
          .addRelationship(
              name,
              TargetMode.INTERNAL,
              "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Workbook from, Workbook to) {
    for (Sheet sheet : from) {
      Sheet copy = to.createSheet(sheet.getSheetName());
      for (Row row : sheet) {
        Row copied = copy.createRow(row.getRowNum());
        row.forEach(
            cell -> copied.createCell(cell.getColumnIndex()).setCellValue(CellText.of(cell)));
      }
    }
  }

  private int rowOf(String id) throws IOException {
    try (XSSFWorkbook workbook = Sheets.open(xlsx)) {
      return find(workbook.getSheet("Register"), id, Column.ID).getRowIndex();
    }
  }

  private String cell(String id, Column column) throws IOException {
    return "'Register'!" + column.cell(rowOf(id));
  }

  private SheetContent content() {
    return ThreeAbsentees.read(xlsx);
  }

  private Map<String, Correction> corrections() {
    return new HashMap<>(content().state().corrections());
  }

  private List<SheetProblem> problems() {
    return content().problems();
  }

  private void assertProblem(String cell, String typed) {
    assertThat(problems())
        .extracting(SheetProblem::cell, SheetProblem::typed)
        .contains(tuple(cell, typed));
  }
}
