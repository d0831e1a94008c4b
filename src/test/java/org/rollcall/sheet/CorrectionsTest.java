package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Status;
import org.rollcall.testing.TakesLong;

/** What a teacher types comes back, whatever else happened to the sheet. */
@TakesLong
class CorrectionsTest {
  private static final LessonSheet SHEET = new LessonSheet();

  @TempDir Path folder;
  private Path xlsx;

  @BeforeEach
  void writeSheet() {
    xlsx = folder.resolve("7A_2026-11-16_0858.xlsx");
    SHEET.write(MadeUpClass.register(4, 50), xlsx);
  }

  @Test
  void corrections_noFile_areEmpty() {
    assertThat(SHEET.corrections(folder.resolve("none.xlsx"))).isEmpty();
    assertThat(SHEET.edits(folder.resolve("none.xlsx"))).isEmpty();
  }

  @Test
  void corrections_untouchedSheet_areEmpty() {
    assertThat(SHEET.corrections(xlsx)).isEmpty();
  }

  @Test
  void corrections_wordInSmallLetters_isRead() throws IOException {
    Sheets.type(xlsx, "1001", Column.CORRECTION, "absent ");

    assertThat(SHEET.corrections(xlsx)).containsOnly(entry("1001", Status.ABSENT, ""));
  }

  @Test
  void corrections_remarkAlone_isRead() throws IOException {
    Sheets.type(xlsx, "1002", Column.REMARK, "came with a note");

    assertThat(SHEET.corrections(xlsx)).containsOnly(entry("1002", null, "came with a note"));
  }

  @Test
  void corrections_unknownWord_isKeptAsRemark() throws IOException {
    Sheets.type(xlsx, "1002", Column.CORRECTION, "ill");
    Sheets.type(xlsx, "1002", Column.REMARK, "mother rang");

    assertThat(SHEET.corrections(xlsx))
        .containsOnly(entry("1002", null, "Not a mark: 'ill'; mother rang"));
  }

  @Test
  void corrections_rowsSorted_belongToTheirStudents() throws IOException {
    Sheets.type(xlsx, "1000", Column.CORRECTION, "Late");
    Sheets.edit(
        xlsx,
        workbook -> {
          XSSFSheet register = workbook.getSheet(RegisterPage.NAME);
          int below = RegisterPage.FIRST_ROW + 10;
          register.shiftRows(RegisterPage.FIRST_ROW, RegisterPage.FIRST_ROW, below);
        });

    assertThat(SHEET.corrections(xlsx)).containsOnly(entry("1000", Status.LATE, ""));
  }

  @Test
  void corrections_columnInsertedAndHidden_areFound() throws IOException {
    Sheets.type(xlsx, "1000", Column.CORRECTION, "Late");
    Sheets.edit(
        xlsx,
        workbook -> {
          XSSFSheet register = workbook.getSheet(RegisterPage.NAME);
          register.shiftColumns(Column.CORRECTION.index(), Column.REASON.index(), 2);
          register.setColumnHidden(Column.ID.index(), true);
          register.shiftRows(0, register.getLastRowNum(), 3);
        });

    assertThat(SHEET.corrections(xlsx)).containsOnly(entry("1000", Status.LATE, ""));
  }

  @Test
  void corrections_idTurnedIntoNumber_isRead() throws IOException {
    Sheets.type(xlsx, "1003", Column.CORRECTION, "P");
    Sheets.edit(xlsx, workbook -> Sheets.cell(workbook, "1003", Column.ID).setCellValue(1003));

    assertThat(SHEET.corrections(xlsx)).containsOnly(entry("1003", Status.PRESENT, ""));
  }

  @Test
  void corrections_rowCopied_keepBothWords() throws IOException {
    Sheets.type(xlsx, "1000", Column.CORRECTION, "Late");
    Sheets.type(xlsx, "1001", Column.CORRECTION, "Absent");
    Sheets.edit(xlsx, workbook -> Sheets.cell(workbook, "1001", Column.ID).setCellValue("1000"));

    assertThat(SHEET.corrections(xlsx)).containsOnly(entry("1000", Status.LATE, "Absent"));
  }

  @Test
  void corrections_damagedFile_tellsWhichAndWhatToDo() throws IOException {
    byte[] whole = Files.readAllBytes(xlsx);
    Files.write(xlsx, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> SHEET.corrections(xlsx))
        .isInstanceOf(UnreadableSheet.class)
        .hasMessageContaining(xlsx.toString())
        .hasMessageContaining("restore it from a backup or move it away");
  }

  @Test
  void corrections_emptyFile_isUnreadable() throws IOException {
    Files.write(xlsx, new byte[0]);

    assertThatThrownBy(() -> SHEET.corrections(xlsx)).isInstanceOf(UnreadableSheet.class);
  }

  @Test
  void corrections_headingGone_namesTheHeadings() throws IOException {
    Sheets.edit(
        xlsx,
        workbook ->
            workbook
                .getSheet(RegisterPage.NAME)
                .getRow(RegisterPage.HEADING_ROW)
                .getCell(Column.CORRECTION.index())
                .setCellValue("Mine"));

    assertThatThrownBy(() -> SHEET.corrections(xlsx))
        .isInstanceOf(UnreadableSheet.class)
        .hasMessageContaining("'Correction'");
  }

  @Test
  void edits_correctionThatRollcallWrote_isNone() {
    writeCorrected(Status.LATE, "bus");

    assertThat(SHEET.edits(xlsx)).isEmpty();
    assertThat(SHEET.corrections(xlsx)).containsOnly(entry("1000", Status.LATE, "bus"));
  }

  @Test
  void edits_reviewThatRollcallWrote_isNone() {
    writeCorrected(Status.REVIEW, "=1+1\nlook again");

    assertThat(SHEET.edits(xlsx)).isEmpty();
  }

  @Test
  void edits_correctionTakenBack_isEmptyCorrection() throws IOException {
    writeCorrected(Status.LATE, "bus");
    Sheets.edit(
        xlsx,
        workbook -> {
          Sheets.cell(workbook, "1000", Column.CORRECTION).setBlank();
          Sheets.cell(workbook, "1000", Column.REMARK).setBlank();
        });

    assertThat(SHEET.edits(xlsx)).containsOnly(entry("1000", null, ""));
    assertThat(SHEET.corrections(xlsx)).isEmpty();
  }

  @Test
  void edits_correctionChanged_isTheNewOne() throws IOException {
    writeCorrected(Status.LATE, "bus");
    Sheets.type(xlsx, "1000", Column.CORRECTION, "Absent");

    assertThat(SHEET.edits(xlsx)).containsOnly(entry("1000", Status.ABSENT, "bus"));
  }

  @Test
  void write_editThatTheRegisterLacks_isRefused() throws IOException {
    Sheets.type(xlsx, "1001", Column.CORRECTION, "Absent");
    byte[] before = Files.readAllBytes(xlsx);

    assertThatThrownBy(() -> SHEET.write(MadeUpClass.register(4, 50), xlsx))
        .isInstanceOf(SheetInUse.class)
        .hasMessageContaining("'1001'");

    assertThat(xlsx).hasBinaryContent(before);
  }

  @Test
  void write_editThatTheRegisterCarries_replacesTheSheet() throws IOException {
    Sheets.type(xlsx, "1000", Column.CORRECTION, "absent");

    writeCorrected(Status.ABSENT, "");

    assertThat(SHEET.edits(xlsx)).isEmpty();
    assertThat(SHEET.corrections(xlsx)).containsOnly(entry("1000", Status.ABSENT, ""));
  }

  @Test
  void write_newerCorrectionThanTheSheet_replacesTheSheet() {
    writeCorrected(Status.ABSENT, "");

    writeCorrected(Status.LATE, "");

    assertThat(SHEET.corrections(xlsx)).containsOnly(entry("1000", Status.LATE, ""));
  }

  @Test
  void write_overDamagedSheet_isRefused() throws IOException {
    Files.writeString(xlsx, "no workbook");

    assertThatThrownBy(() -> SHEET.write(MadeUpClass.register(4, 50), xlsx))
        .isInstanceOf(UnreadableSheet.class);
    assertThat(xlsx).hasContent("no workbook");
  }

  private void writeCorrected(Status status, String remark) {
    LessonRegister.Row row = MadeUpClass.row(0, Status.PRESENT, 50);
    SHEET.write(
        MadeUpClass.register(List.of(MadeUpClass.corrected(row, status, remark)), 50), xlsx);
  }

  private static Map.Entry<String, Correction> entry(String id, Status status, String remark) {
    return Map.entry(id, new Correction(Optional.ofNullable(status), remark));
  }
}
