package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.SheetProblem;
import org.rollcall.model.SheetState;
import org.rollcall.model.Status;
import org.rollcall.sheet.typed.LessonWorkbook;
import org.rollcall.sheet.typed.SheetContent;
import org.rollcall.testing.TakesLong;

/** What a teacher types comes back, whatever else happened to the sheet. */
@TakesLong
class CorrectionsTest {
  private static final LessonWorkbook SHEET = new LessonWorkbook();

  @TempDir Path folder;
  private Path xlsx;
  private Optional<SheetState> last = Optional.empty();

  @BeforeEach
  void writeSheet() {
    xlsx = folder.resolve("7A_2026-11-16_0858.xlsx");
    write(MadeUpClass.register(4, 50));
  }

  @Test
  void corrections_untouchedSheet_areEmpty() {
    assertThat(corrections()).isEmpty();
  }

  @Test
  void corrections_wordInSmallLetters_isRead() throws IOException {
    Sheets.type(xlsx, "1001", Column.CORRECTION, "absent ");

    assertThat(corrections()).containsOnly(entry("1001", Status.ABSENT, ""));
  }

  @Test
  void corrections_remarkAlone_isRead() throws IOException {
    Sheets.type(xlsx, "1002", Column.REMARK, "came with a note");

    assertThat(corrections()).containsOnly(entry("1002", null, "came with a note"));
  }

  @Test
  void corrections_unknownWord_isKeptAsRemark() throws IOException {
    Sheets.type(xlsx, "1002", Column.CORRECTION, "ill");
    Sheets.type(xlsx, "1002", Column.REMARK, "mother rang");

    assertThat(corrections()).containsOnly(entry("1002", null, "Not a mark: 'ill'; mother rang"));
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

    assertThat(corrections()).containsOnly(entry("1000", Status.LATE, ""));
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

    assertThat(corrections()).containsOnly(entry("1000", Status.LATE, ""));
  }

  @Test
  void corrections_idTurnedIntoNumber_isRead() throws IOException {
    Sheets.type(xlsx, "1003", Column.CORRECTION, "P");
    Sheets.edit(xlsx, workbook -> Sheets.cell(workbook, "1003", Column.ID).setCellValue(1003));

    assertThat(corrections()).containsOnly(entry("1003", Status.PRESENT, ""));
  }

  @Test
  void corrections_rowCopied_firstHoldsAndSecondIsReported() throws IOException {
    Sheets.type(xlsx, "1000", Column.CORRECTION, "Late");
    Sheets.type(xlsx, "1001", Column.CORRECTION, "Absent");
    Sheets.edit(xlsx, workbook -> Sheets.cell(workbook, "1001", Column.ID).setCellValue("1000"));

    assertThat(corrections()).containsOnly(entry("1000", Status.LATE, ""));
    assertThat(SHEET.read(xlsx, Map.of()).problems())
        .extracting(SheetProblem::cell, SheetProblem::typed)
        .contains(tuple("'Register'!K9", "Absent"));
  }

  @Test
  void corrections_damagedFile_tellsWhichAndWhatToDo() throws IOException {
    byte[] whole = Files.readAllBytes(xlsx);
    Files.write(xlsx, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> corrections())
        .isInstanceOf(UnreadableSheet.class)
        .hasMessageContaining(xlsx.toString())
        .hasMessageContaining("Restore it from a backup, or move it away");
  }

  @Test
  void corrections_emptyFile_isUnreadable() throws IOException {
    Files.write(xlsx, new byte[0]);

    assertThatThrownBy(() -> corrections()).isInstanceOf(UnreadableSheet.class);
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

    assertThatThrownBy(() -> corrections())
        .isInstanceOf(UnreadableSheet.class)
        .hasMessageContaining("'Correction'");
  }

  @Test
  void edits_correctionThatRollcallWrote_isNone() {
    writeCorrected(Status.LATE, "bus");

    assertThat(edits()).isEmpty();
    assertThat(corrections()).containsOnly(entry("1000", Status.LATE, "bus"));
  }

  @Test
  void edits_reviewThatRollcallWrote_isNone() {
    writeCorrected(Status.REVIEW, "=1+1\nlook again");

    assertThat(edits()).isEmpty();
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

    assertThat(edits()).containsOnly(entry("1000", null, ""));
    assertThat(corrections()).isEmpty();
  }

  @Test
  void edits_correctionChanged_isTheNewOne() throws IOException {
    writeCorrected(Status.LATE, "bus");
    Sheets.type(xlsx, "1000", Column.CORRECTION, "Absent");

    assertThat(edits()).containsOnly(entry("1000", Status.ABSENT, "bus"));
  }

  @Test
  void goesBackBehind_sheetReadSince_isFalse() throws IOException {
    Sheets.type(xlsx, "1000", Column.CORRECTION, "Absent");

    assertThat(SHEET.read(xlsx, Map.of()).goesBackBehind(last.orElseThrow())).isFalse();
  }

  @Test
  void goesBackBehind_olderCopyPutBack_isTrue() throws IOException {
    byte[] older = Files.readAllBytes(xlsx);
    writeCorrected(Status.LATE, "bus");
    Files.write(xlsx, older);

    assertThat(SHEET.read(xlsx, Map.of()).goesBackBehind(last.orElseThrow())).isTrue();
  }

  @Test
  void goesBackBehind_hiddenWorksheetLost_isFalse() throws IOException {
    writeCorrected(Status.LATE, "bus");
    Sheets.edit(xlsx, workbook -> workbook.removeSheetAt(workbook.getSheetIndex("Written")));

    assertThat(SHEET.read(xlsx, Map.of()).goesBackBehind(last.orElseThrow())).isFalse();
  }

  @Test
  void write_savedSinceItWasRead_isRefused() throws IOException {
    Sheets.type(xlsx, "1001", Column.CORRECTION, "Absent");
    byte[] before = Files.readAllBytes(xlsx);

    assertThatThrownBy(() -> write(MadeUpClass.register(4, 50)))
        .isInstanceOf(SheetInUse.class)
        .hasMessageContaining(xlsx.toString());

    assertThat(xlsx).hasBinaryContent(before);
  }

  @Test
  void write_readAfterItWasSaved_replacesTheSheet() throws IOException {
    Sheets.type(xlsx, "1000", Column.CORRECTION, "absent");
    last = Optional.of(SHEET.read(xlsx, Map.of()).state());

    writeCorrected(Status.LATE, "");

    assertThat(edits()).isEmpty();
    assertThat(corrections()).containsOnly(entry("1000", Status.LATE, ""));
  }

  @Test
  void write_overUnknownSheet_isRefused() throws IOException {
    Files.writeString(xlsx, "no workbook");

    assertThatThrownBy(() -> write(MadeUpClass.register(4, 50))).isInstanceOf(SheetInUse.class);
    assertThat(xlsx).hasContent("no workbook");
  }

  @Test
  void write_state_isThatOfTheFile() {
    writeCorrected(Status.LATE, "bus");

    assertThat(SHEET.read(xlsx, Map.of()).state()).isEqualTo(last.orElseThrow());
  }

  private void writeCorrected(Status status, String remark) {
    LessonRegister.Row row = MadeUpClass.row(0, Status.PRESENT, 50);
    write(MadeUpClass.register(List.of(MadeUpClass.corrected(row, status, remark)), 50));
  }

  private void write(LessonRegister register) {
    last = Optional.of(SHEET.write(new SheetDraft(register, List.of(), last), xlsx));
  }

  private Map<String, Correction> corrections() {
    Map<String, Correction> shown = new HashMap<>(SHEET.read(xlsx, Map.of()).state().shown());
    shown.values().removeIf(Correction.NONE::equals);
    return shown;
  }

  /** What was typed since the sheet was written. */
  private Map<String, Correction> edits() {
    SheetContent content = SHEET.read(xlsx, Map.of());
    Map<String, Correction> edits = new HashMap<>(content.state().shown());
    Map<String, Correction> written = content.written().orElseThrow();
    edits
        .entrySet()
        .removeIf(
            row -> row.getValue().equals(written.getOrDefault(row.getKey(), Correction.NONE)));
    return edits;
  }

  private static Map.Entry<String, Correction> entry(String id, Status status, String remark) {
    return Map.entry(id, new Correction(Optional.ofNullable(status), remark));
  }
}
