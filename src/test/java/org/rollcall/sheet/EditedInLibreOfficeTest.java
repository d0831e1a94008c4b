package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rollcall.sheet.ThreeAbsentees.LATE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.SheetProblem;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.sheet.typed.LessonWorkbook;
import org.rollcall.sheet.typed.SheetContent;
import org.rollcall.testing.UsesProcesses;

/** What people do to sheets in LibreOffice: it is taken, or reported by cell. */
@UsesProcesses
class EditedInLibreOfficeTest {
  private static final String TABLE = "A7:M10";

  @TempDir static Path officeFolder;
  private static LibreOffice office;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    office = LibreOffice.start(officeFolder);
  }

  @AfterAll
  static void close() throws IOException {
    if (office != null) {
      office.close();
    }
  }

  @BeforeEach
  void open() throws IOException {
    Path xlsx = folder.resolve("7A_2026-11-16_0858.xlsx");
    ThreeAbsentees.write(xlsx);
    office.does("open", xlsx);
  }

  @ParameterizedTest
  @CsvSource({"Late, LATE", "present, PRESENT", "left-early, LEFT_EARLY", "a, ABSENT"})
  void type_mark_countsAtOnce(String typed, Status mark) throws IOException {
    office.does("type", "K9", typed);

    assertThat(office.does("texts", "K9")).containsExactly(typed);
    assertTaken(Map.of("007", new Correction(Optional.of(mark), "")));
  }

  @Test
  void type_mark_isTheStatusInTheSheet() throws IOException {
    office.does("type", "K9", "Late");

    assertThat(office.does("texts", "C8:C10")).containsExactly("Absent", "Late", "Absent");
    assertTaken(Map.of("007", LATE));
  }

  @Test
  void type_remark_isTaken() throws IOException {
    office.does("type", "L9", "bus & bike, 8:15");

    assertTaken(Map.of("007", new Correction(Optional.empty(), "bus & bike, 8:15")));
  }

  @Test
  void type_correctionTakenBack_isNone() throws IOException {
    office.does("type", "K9", "Late");
    office.does("type", "K9", "");

    assertTaken(Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"A1", "D4", "A6", "A7", "K7"})
  void type_lockedCell_staysAsItIs(String cell) throws IOException {
    List<String> before = office.does("texts", cell);

    assertThat(office.does("type", cell, "something")).containsExactly("refused");
    assertThat(office.does("texts", cell)).isEqualTo(before);
    assertTaken(Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"A8", "B9", "C10", "D8", "H9", "J10", "M8"})
  void type_otherCellOfTheTable_isRefused(String cell) throws IOException {
    assertThat(office.does("refusal", cell)).containsExactly("Not here");
    assertTaken(Map.of());
  }

  @Test
  void sort_lockedSheet_takesCorrectionsAlong() throws IOException {
    office.does("type", "K9", "Late");

    office.does("sort", TABLE, 1, "descending");

    assertThat(office.does("texts", "B8:B10")).containsExactly("Cleo Ito", "Ben Okri", "Ada Byron");
    assertThat(office.does("texts", "C8:C10")).containsExactly("Absent", "Absent", "Late");
    assertTaken(Map.of("007", LATE));
  }

  @Test
  void sort_thenType_belongsToTheStudentOfTheRow() throws IOException {
    office.does("sort", TABLE, 1, "descending");

    office.does("type", "K8", "Late");

    assertTaken(Map.of("202310120145", LATE));
  }

  @Test
  void filter_lockedSheet_takesHiddenRowsToo() throws IOException {
    office.does("type", "K9", "Late");

    office.does("filter", TABLE, 2, "Absent");

    assertThat(office.does("visible", 8, 10)).containsExactly("8", "10");
    assertTaken(Map.of("007", LATE));
  }

  @Test
  void hide_row_isTaken() throws IOException {
    office.does("type", "K9", "Late");
    office.does("unprotect");
    office.does("hide", 9);

    assertTaken(Map.of("007", LATE));
  }

  @Test
  void note_besideAStudent_isARemark() throws IOException {
    office.does("note", "K9", "was ill");

    assertTaken(Map.of("007", new Correction(Optional.empty(), "Note: was ill")));
  }

  @Test
  void note_elsewhere_isReported() throws IOException {
    office.does("unprotect");
    office.does("note", "A2", "which lesson?");

    assertReported("'Register'!A2", "which lesson?");
  }

  @Test
  void overtype_statusWithAMark_isACorrection() throws IOException {
    office.does("unprotect");
    office.does("type", "C9", "Late");

    assertTaken(Map.of("007", LATE));
  }

  @Test
  void overtype_statusWithAnotherWord_isReported() throws IOException {
    office.does("unprotect");
    office.does("type", "C9", "ill");

    assertReported("'Register'!C9", "ill");
  }

  @Test
  void overtype_statusBesideAnotherCorrection_isReported() throws IOException {
    office.does("type", "K9", "Late");
    office.does("type", "C9", "Present");

    SheetContent content = save("xlsx");
    assertThat(content.state().corrections()).isEqualTo(Map.of("007", LATE));
    assertReported(content, "'Register'!C9", "Present");
  }

  @Test
  void overtype_name_isReported() throws IOException {
    office.does("unprotect");
    office.does("type", "B9", "Ada King");

    assertReported("'Register'!B9", "Ada King");
  }

  @Test
  void retype_ids_areNumbersThatMeanTheSameStudents() throws IOException {
    office.does("unprotect");
    office.does("number", "A8", 123);
    office.does("number", "A9", 7);
    office.does("number", "A10", 202_310_120_145L);
    office.does("type", "K8", "Late");
    office.does("type", "K9", "Late");
    office.does("type", "K10", "Late");

    assertTaken(Map.of("00123", LATE, "007", LATE, "202310120145", LATE));
  }

  @Test
  void retype_idThatLostItsDigits_isFoundByTheName() throws IOException {
    office.does("unprotect");
    office.does("number", "A10", "2.0231E+11");
    office.does("type", "K10", "Late");

    assertTaken(Map.of("202310120145", LATE));
  }

  @Test
  void add_rowOfANewStudent_isReported() throws IOException {
    office.does("unprotect");
    office.does("type", "A11", "008");
    office.does("type", "B11", "Dora Maar");
    office.does("type", "K11", "Present");

    assertReported("'Register'!A11", "8 Dora Maar Present");
  }

  @Test
  void delete_row_isReported() throws IOException {
    office.does("unprotect");
    office.does("delete_row", 9);

    assertReported("'Register'", "007");
  }

  @Test
  void insert_rowsAboveTheTable_areReportedAndTheRestIsTaken() throws IOException {
    office.does("unprotect");
    office.does("insert_rows", 1, 2);
    office.does("type", "A1", "Copy for the office");
    office.does("type", "K11", "Late");

    SheetContent content = save("xlsx");
    assertThat(content.state().corrections()).isEqualTo(Map.of("007", LATE));
    assertReported(content, "'Register'!A1", "Copy for the office");
  }

  @Test
  void insert_column_isReportedAndTheRestIsTaken() throws IOException {
    office.does("unprotect");
    office.does("insert_column", 2);
    office.does("type", "C7", "Excuse");
    office.does("type", "C9", "letter of the parents");
    office.does("type", "L9", "Late");

    SheetContent content = save("xlsx");
    assertThat(content.state().corrections()).isEqualTo(Map.of("007", LATE));
    assertReported(content, "'Register'!C9", "letter of the parents");
  }

  @Test
  void move_correctionsToTheLeft_areTaken() throws IOException {
    office.does("type", "K9", "Late");
    office.does("unprotect");
    office.does("insert_column", 1);
    office.does("move", "L7:L10", "B7");

    assertThat(save("xlsx").state().corrections()).isEqualTo(Map.of("007", LATE));
  }

  @Test
  void merge_correctionsOfTwoStudents_areOfBoth() throws IOException {
    office.does("type", "K8", "Late");
    office.does("unprotect");
    office.does("merge", "K8:K9");

    assertThat(save("xlsx").state().corrections()).isEqualTo(Map.of("00123", LATE, "007", LATE));
  }

  @Test
  void calculate_mark_isTaken() throws IOException {
    office.does("type", "K9", "=\"La\"&\"te\"");

    assertTaken(Map.of("007", LATE));
  }

  @Test
  void calculate_error_isReported() throws IOException {
    office.does("type", "K9", "=1/0");

    assertReported("'Register'!K9", "#DIV/0!");
  }

  @ParameterizedTest
  @CsvSource({"excused, excused", "12, 12"})
  void type_otherCorrection_isARemarkAndReported(String typed, String read) throws IOException {
    office.does("type", "K9", typed);

    SheetContent content = save("xlsx");
    assertThat(content.state().corrections())
        .isEqualTo(Map.of("007", new Correction(Optional.empty(), "Not a mark: '" + read + "'")));
    assertReported(content, "'Register'!K9", read);
  }

  @Test
  void type_inAnotherWorksheet_isReported() throws IOException {
    office.does("go", "Summary");
    office.does("unprotect");
    office.does("type", "H20", "call the parents");

    assertReported("'Summary'!H20", "call the parents");
  }

  @Test
  void add_worksheet_isReported() throws IOException {
    office.does("add_sheet", "Excuses");
    office.does("go", "Excuses");
    office.does("type", "A1", "Ada has a letter");

    assertReported("'Excuses'!A1", "Ada has a letter");
  }

  @Test
  void rename_worksheet_isTaken() throws IOException {
    office.does("type", "K9", "Late");
    office.does("rename", "Monday");

    assertTaken(Map.of("007", LATE));
  }

  @ParameterizedTest
  @CsvSource({"0, Register", "0, Copy", "1, Register", "1, Copy"})
  void copy_worksheet_isTakenFromEither(int position, String corrected) throws IOException {
    office.does("copy_sheet", "Register", "Copy", position);
    office.does("go", corrected);
    office.does("type", "K9", "Late");

    assertTaken(Map.of("007", LATE));
  }

  @Test
  void copy_worksheetThatContradicts_isReported() throws IOException {
    office.does("type", "K9", "Late");
    office.does("copy_sheet", "Register", "Copy", 1);
    office.does("go", "Copy");
    office.does("type", "K9", "Present");

    SheetContent content = save("xlsx");
    assertThat(content.state().corrections()).isEqualTo(Map.of("007", LATE));
    assertReported(content, "'Copy'!K9", "Present");
  }

  @Test
  void remove_hiddenWorksheet_isTaken() throws IOException {
    office.does("type", "K9", "Late");
    office.does("remove_sheet", "Written");

    SheetContent content = save("xlsx");
    assertThat(content.state().corrections()).isEqualTo(Map.of("007", LATE));
    assertThat(content.written()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xlsm", "xls", "ods"})
  void save_inAnotherFormat_isTaken(String format) throws IOException {
    office.does("type", "K9", "Late");
    office.does("type", "L9", "bus & bike");
    office.does("sort", TABLE, 1, "descending");

    SheetContent content = save(format);
    assertThat(content.state().corrections())
        .isEqualTo(Map.of("007", new Correction(Optional.of(Status.LATE), "bus & bike")));
    assertThat(content.problems()).isEmpty();
    assertThat(content.written()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "ods"})
  void save_inAnotherFormatUnderTheOldName_isTaken(String format) throws IOException {
    office.does("type", "K9", "Late");
    Path saved = folder.resolve("saved.xlsx");
    office.does("save_as", saved, format);

    SheetContent content = ThreeAbsentees.read(saved);
    assertThat(content.state().corrections()).isEqualTo(Map.of("007", LATE));
    assertThat(content.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "xls", "ods"})
  void save_wholeClassWithPictures_isTaken(String format) throws IOException {
    Path xlsx = folder.resolve("7A_2026-11-16_1000.xlsx");
    LessonRegister register = MadeUpClass.register(30, 50);
    SheetWriter.write(SheetDraft.first(register), xlsx);
    office.does("open", xlsx);
    office.does("type", "K8", "Late");
    Path saved = folder.resolve("saved." + format);
    office.does("save", saved);

    SheetContent content = new LessonWorkbook().read(saved, names(register));
    assertThat(content.state().corrections()).isEqualTo(Map.of("1000", LATE));
    assertThat(content.problems()).isEmpty();
  }

  private static Map<String, String> names(LessonRegister register) {
    return register.rows().stream()
        .map(row -> row.verdict().student())
        .collect(Collectors.toMap(Student::id, Student::name));
  }

  private SheetContent save(String format) throws IOException {
    Path saved = folder.resolve("saved." + format);
    office.does("save", saved);
    return ThreeAbsentees.read(saved);
  }

  private void assertTaken(Map<String, Correction> corrections) throws IOException {
    SheetContent content = save("xlsx");
    assertThat(content.state().corrections()).isEqualTo(corrections);
    assertThat(content.problems()).isEmpty();
  }

  private void assertReported(String cell, String typed) throws IOException {
    assertReported(save("xlsx"), cell, typed);
  }

  private static void assertReported(SheetContent content, String cell, String typed) {
    assertThat(content.problems())
        .extracting(SheetProblem::cell, SheetProblem::typed)
        .contains(tuple(cell, typed));
  }
}
