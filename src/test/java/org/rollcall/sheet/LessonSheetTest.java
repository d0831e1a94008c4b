package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.Coverage;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;
import org.rollcall.model.SheetProblem;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;
import org.rollcall.model.picture.Jpeg;

class LessonSheetTest {
  @TempDir Path folder;

  @Test
  void write_wholeClass_hasAllWorksheetsAndNoFileBesides() throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(30, 50))) {
      assertThat(StreamSupport.stream(workbook.spliterator(), false).map(Sheet::getSheetName))
          .containsExactly("Register", "Summary", "Timeline", "Review", "Run", "Written");
      assertThat(workbook.isSheetVeryHidden(5)).isTrue();
      assertThat(workbook.getProperties().getCoreProperties().getCreator()).isEqualTo("Rollcall");
    }
    try (var files = Files.list(xlsx().getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("7A.xlsx", "7A.csv");
    }
  }

  @Test
  void write_classOfThirty_staysSmall() throws IOException {
    written(MadeUpClass.register(30, 50)).close();

    assertThat(Files.size(xlsx())).isLessThan(150_000);
  }

  @Test
  void write_seenStudent_hasTimesOfTheClock() throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(4, 50))) {
      XSSFCell first = Sheets.cell(workbook, "1003", Column.FIRST);
      XSSFCell minutes = Sheets.cell(workbook, "1003", Column.MINUTES);
      XSSFCell confidence = Sheets.cell(workbook, "1003", Column.CONFIDENCE);

      // 8:58 and 50 / 3 minutes and 20 seconds.
      assertThat(first.getLocalDateTimeCellValue())
          .isEqualTo(LocalDateTime.of(2026, 11, 16, 9, 14, 20));
      assertThat(first.getCellStyle().getDataFormatString()).isEqualTo("hh:mm");
      assertThat(minutes.getNumericCellValue()).isPositive();
      assertThat(confidence.getNumericCellValue()).isEqualTo(0.93, within(1e-9));
      assertThat(confidence.getCellStyle().getDataFormatString()).isEqualTo("0%");
    }
  }

  @Test
  void write_shortLesson_hasTimesToTheSecond() throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(4, 9))) {
      XSSFCell first = Sheets.cell(workbook, "1003", Column.FIRST);

      assertThat(first.getCellStyle().getDataFormatString()).isEqualTo("hh:mm:ss");
    }
  }

  @Test
  void write_models_areNamedUnderTheTitleAndListedWithTheirEditions() throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(1, 50))) {
      assertThat(workbook.getSheet("Register").getRow(2).getCell(0).getStringCellValue())
          .contains("Models: mtcnn, facenet. ");
      List<String> cells = new ArrayList<>();
      workbook.getSheet("Run").forEach(row -> row.forEach(cell -> cells.add(cell.toString())));
      assertThat(cells).containsSubsequence("detectionEdition", "0123abcd");
    }
  }

  @Test
  void write_absentStudent_hasDashes() throws IOException {
    LessonRegister.Row absent = MadeUpClass.row(5, Status.ABSENT, 50);
    try (XSSFWorkbook workbook = written(MadeUpClass.register(List.of(absent), 50))) {
      for (Column column :
          List.of(Column.FIRST, Column.LAST, Column.MINUTES, Column.CONFIDENCE, Column.EVIDENCE)) {
        assertThat(Sheets.cell(workbook, "1005", column).getStringCellValue()).isEqualTo("–");
      }
    }
  }

  @Test
  void write_correctedMark_showsBothMarks() throws IOException {
    LessonRegister.Row row =
        MadeUpClass.corrected(MadeUpClass.row(5, Status.ABSENT, 50), Status.PRESENT, "was there");
    try (XSSFWorkbook workbook = written(MadeUpClass.register(List.of(row), 50))) {
      assertThat(result(workbook, "1005")).isEqualTo("Present");
      assertThat(Sheets.cell(workbook, "1005", Column.FOUND).getStringCellValue())
          .isEqualTo("Absent");
      assertThat(Sheets.cell(workbook, "1005", Column.CORRECTION).getStringCellValue())
          .isEqualTo("Present");
    }
  }

  @ParameterizedTest
  @CsvSource({"Late,Late", "late,Late", "' l ',Late", "ABSENT,Absent", "?,Present", "*,Present"})
  void write_correctionTypedLater_statusFollows(String typed, String expected) throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(1, 50))) {
      Sheets.cell(workbook, "1000", Column.CORRECTION).setCellValue(typed);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

      assertThat(result(workbook, "1000")).isEqualTo(expected);
    }
  }

  @Test
  void write_storedResults_areWhatTheFormulasGive() throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(30, 50))) {
      List<String> stored = Sheets.formulaResults(workbook);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

      assertThat(stored).hasSizeGreaterThan(40).isEqualTo(Sheets.formulaResults(workbook));
    }
  }

  @Test
  void write_nameLikeFormula_isText() throws IOException {
    Student student = new Student("1", "=HYPERLINK(\"http://x\")");
    Verdict verdict = new Verdict(student, Status.ABSENT, Optional.empty(), 0, Optional.empty());
    try (XSSFWorkbook workbook = written(register(verdict))) {
      XSSFCell name = Sheets.cell(workbook, "1", Column.NAME);

      assertThat(name.getCellType()).isEqualTo(CellType.STRING);
      assertThat(name.getStringCellValue()).isEqualTo(student.name());
      assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
    }
    assertThat(Files.readString(csv())).contains("\r\n1,\"'=HYPERLINK(\"\"http://x\"\")\",Absent");
  }

  @Test
  void write_namesOfAllScripts_comeBackUnchanged() throws IOException {
    Student student = new Student("١٢", "Ægir Øster 山田 👩🏽‍🎓 d'Été");
    Verdict verdict = new Verdict(student, Status.ABSENT, Optional.empty(), 0, Optional.empty());
    try (XSSFWorkbook workbook = written(register(verdict))) {
      assertThat(Sheets.cell(workbook, "١٢", Column.NAME).getStringCellValue())
          .isEqualTo(student.name());
    }
    assertThat(Files.readString(csv())).contains(student.name());
  }

  @Test
  void write_pictureUsedTwice_isStoredOnce() throws IOException {
    LessonRegister.Row review = MadeUpClass.row(0, Status.REVIEW, 50);
    try (XSSFWorkbook workbook = written(MadeUpClass.register(List.of(review), 50))) {
      // Two of the student, on two worksheets, and two unknown faces.
      assertThat(workbook.getAllPictures()).hasSize(4);
      assertThat(pictures(workbook.getSheet("Register"))).hasSize(2);
      assertThat(pictures(workbook.getSheet("Review"))).hasSize(4);
    }
  }

  @Test
  void write_unknownFaces_sayWhoWasSeenBefore() throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(3, 50))) {
      assertThat(texts(workbook.getSheet("Review")))
          .contains("Unknown faces: 2")
          .contains("U3: seen in 10 lessons since 2026-09-17", "Unknown face 2");
    }
  }

  @Test
  void write_pictures_areSquareInsideTheirCells() throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(3, 50))) {
      XSSFSheet register = workbook.getSheet("Register");
      assertThat(pictures(register))
          .hasSize(6)
          .allSatisfy(
              picture -> {
                var place = picture.getClientAnchor();
                assertThat(place.getRow1()).isEqualTo(place.getRow2());
                assertThat(place.getCol1()).isEqualTo(place.getCol2());
                assertThat(place.getDx2() - place.getDx1())
                    .isEqualTo(place.getDy2() - place.getDy1())
                    .isPositive();
              });
    }
  }

  @Test
  void write_brokenPicture_saysSo() throws IOException {
    Verdict verdict = MadeUpClass.row(0, Status.PRESENT, 50).verdict();
    Optional<Jpeg> broken = Optional.of(new Jpeg(new byte[] {1, 2, 3}));
    var row = new LessonRegister.Row(verdict, broken, Optional.empty(), Optional.empty());
    try (XSSFWorkbook workbook = written(MadeUpClass.register(List.of(row), 50))) {
      assertThat(Sheets.cell(workbook, "1000", Column.PORTRAIT).getStringCellValue())
          .isEqualTo("no picture");
    }
  }

  @Test
  void write_register_isReadyForUseAndPrint() throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(4, 50))) {
      XSSFSheet register = workbook.getSheet("Register");
      assertThat(register.getPaneInformation().isFreezePane()).isTrue();
      assertThat(register.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A7:M11");
      assertThat(workbook.getPrintArea(0)).isEqualTo("Register!$A$1:$M$11");
      assertThat(register.getRepeatingRows().getFirstRow()).isEqualTo(RegisterPage.HEADING_ROW);
      PrintSetup print = register.getPrintSetup();
      assertThat(print.getLandscape()).isTrue();
      assertThat(print.getFitWidth()).isEqualTo((short) 1);
      assertThat(print.getFitHeight()).isZero();
    }
  }

  @Test
  void write_correctionColumn_offersTheFourMarks() throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(4, 50))) {
      DataValidation choice = workbook.getSheet("Register").getDataValidations().get(0);

      assertThat(choice.getValidationConstraint().getExplicitListValues())
          .containsExactly("Present", "Late", "Left early", "Absent");
      assertThat(choice.getRegions().getCellRangeAddresses()[0].formatAsString())
          .isEqualTo("K8:K11");
    }
  }

  @Test
  void write_cells_areLockedExceptThoseForCorrections() throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(4, 50))) {
      assertThat(workbook).allMatch(Sheet::getProtect);
      for (Column column : Column.values()) {
        assertThat(Sheets.cell(workbook, "1003", column).getCellStyle().getLocked())
            .as(column.heading())
            .isEqualTo(column != Column.CORRECTION && column != Column.REMARK);
      }
      var protection = workbook.getSheet("Register").getCTWorksheet().getSheetProtection();
      assertThat(protection.isSetPassword()).isFalse();
      assertThat(protection.isSetHashValue()).isFalse();
      assertThat(protection.getAutoFilter()).isFalse();
      assertThat(protection.getSort()).isFalse();
      assertThat(protection.getFormatColumns()).isFalse();
      assertThat(protection.getFormatRows()).isFalse();
      assertThat(workbook.getSheet("Register").getRow(5).getCell(0).getStringCellValue())
          .contains("The other cells are locked", "within a minute");
    }
  }

  @Test
  void write_lockedTable_canBeSortedButNotTypedInto() throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(4, 50))) {
      XSSFSheet sheet = workbook.getSheet("Register");
      assertThat(
              sheet
                  .getCTWorksheet()
                  .getProtectedRanges()
                  .getProtectedRangeArray(0)
                  .xgetSqref()
                  .getStringValue())
          .isEqualTo("A8:M11");
      assertThat(sheet.getDataValidations())
          .filteredOn(rule -> rule.getErrorStyle() == DataValidation.ErrorStyle.STOP)
          .singleElement()
          .satisfies(
              rule -> {
                assertThat(rule.getValidationConstraint().getFormula1()).isEqualTo("FALSE");
                assertThat(rule.getRegions().getCellRangeAddresses())
                    .extracting(CellRangeAddress::formatAsString)
                    .containsExactly("A8:J11", "M8:M11");
              });
    }
  }

  @Test
  void write_problems_areToldAboveTheRegister() throws IOException {
    SheetProblem problem =
        new SheetProblem("'Register'!K9", "Excused", Message.of(Reason.TYPED_NOT_A_MARK));
    SheetWriter.write(
        new SheetDraft(MadeUpClass.register(4, 50), List.of(problem), Optional.empty()), xlsx());

    try (XSSFWorkbook workbook = Sheets.open(xlsx())) {
      assertThat(workbook.getSheet("Register").getRow(5).getCell(0).getStringCellValue())
          .contains("'Register'!K9 “Excused”: Not a mark");
    }
  }

  @Test
  void write_longProblems_areShortened() throws IOException {
    SheetProblem problem =
        new SheetProblem("'Register'!B2", "😀".repeat(30_000), Message.of(Reason.TYPED_ELSEWHERE));
    SheetWriter.write(
        new SheetDraft(
            MadeUpClass.register(4, 50), Collections.nCopies(20, problem), Optional.empty()),
        xlsx());

    try (XSSFWorkbook workbook = Sheets.open(xlsx())) {
      Row row = workbook.getSheet("Register").getRow(5);
      assertThat(row.getHeightInPoints()).isBetween(100f, 409f);
      assertThat(row.getCell(0).getStringCellValue())
          .contains("“" + "😀".repeat(80) + "…”: Only", "and 10 more");
    }
  }

  @ParameterizedTest
  @CsvSource({"1,3", "50,52", "240,242"})
  void write_timeline_hasAColumnForEachMinute(int minutes, int columns) throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(absentees(2), minutes))) {
      assertThat(workbook.getSheet("Timeline").getRow(6).getLastCellNum())
          .isEqualTo((short) columns);
    }
  }

  @Test
  void write_partialOutcome_isToldAboveTheRegister() throws IOException {
    LessonRegister done = MadeUpClass.register(1, 50);
    Outcome partial = Outcome.partial(List.of(Message.english("The second half is missing.")));
    LessonRegister register =
        new LessonRegister(
            done.lesson(), done.rows(), done.unknown(), Coverage.unknown(), partial, done.run());
    try (XSSFWorkbook workbook = written(register)) {
      assertThat(workbook.getSheet("Register").getRow(4).getCell(0).getStringCellValue())
          .contains("The second half is missing.");
    }
  }

  @Test
  void write_classWithoutStudents_isWritten() throws IOException {
    try (XSSFWorkbook workbook = written(MadeUpClass.register(List.of(), 50))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(6);
    }
  }

  @Test
  void write_values_areTheSameMarks() throws IOException {
    LessonRegister.Row row =
        MadeUpClass.corrected(MadeUpClass.row(3, Status.LATE, 50), Status.PRESENT, "bus, again");
    written(MadeUpClass.register(List.of(row), 50)).close();

    List<String> lines = Files.readAllLines(csv());
    assertThat(lines.get(0))
        .isEqualTo(
            "\uFEFFid,name,status,found,first_seen,last_seen,minutes_seen,confidence,"
                + "correction,remark,reason");
    assertThat(lines.get(1))
        .startsWith("1003,Dmitri Dolgov,Present,Late,09:14:20,09:46:40,")
        .endsWith(",0.93,Present,\"bus, again\",First seen 15 minutes after the lesson began.");
  }

  @Test
  void write_valuesOpenInSpreadsheetProgram_leavesBothFilesAlone() throws IOException {
    Files.createDirectories(xlsx().getParent());
    Files.createFile(xlsx().resolveSibling(".~lock.7A.csv#"));

    assertThatThrownBy(() -> written(MadeUpClass.register(1, 50))).isInstanceOf(SheetInUse.class);
    assertThat(xlsx()).doesNotExist();
  }

  @Test
  void write_otherFileName_isRefused() {
    Path wrong = folder.resolve("7A.xls");

    assertThatThrownBy(
            () -> SheetWriter.write(SheetDraft.first(MadeUpClass.register(1, 50)), wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7A.xls");
  }

  private Path xlsx() {
    return folder.resolve("attendance/7A/7A.xlsx");
  }

  private Path csv() {
    return folder.resolve("attendance/7A/7A.csv");
  }

  private XSSFWorkbook written(LessonRegister register) throws IOException {
    SheetWriter.write(SheetDraft.first(register), xlsx());
    return Sheets.open(xlsx());
  }

  private static LessonRegister register(Verdict verdict) {
    var row = new LessonRegister.Row(verdict, Optional.empty(), Optional.empty(), Optional.empty());
    return MadeUpClass.register(List.of(row), 50);
  }

  private static List<LessonRegister.Row> absentees(int students) {
    return IntStream.range(0, students)
        .mapToObj(number -> MadeUpClass.row(number, Status.ABSENT, 50))
        .toList();
  }

  private static String result(XSSFWorkbook workbook, String id) {
    XSSFCell status = Sheets.cell(workbook, id, Column.STATUS);
    assertThat(status.getCellType()).isEqualTo(CellType.FORMULA);
    return status.getStringCellValue();
  }

  private static List<String> texts(XSSFSheet sheet) {
    return StreamSupport.stream(sheet.spliterator(), false)
        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
        .filter(cell -> cell.getCellType() == CellType.STRING)
        .map(Cell::getStringCellValue)
        .toList();
  }

  private static List<XSSFPicture> pictures(XSSFSheet sheet) {
    return sheet.getDrawingPatriarch().getShapes().stream()
        .filter(XSSFPicture.class::isInstance)
        .map(XSSFPicture.class::cast)
        .toList();
  }
}
