package org.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.enrol.EnrolmentReport;
import org.rollcall.evaluation.Truth;
import org.rollcall.home.Installation;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.Outcome;
import org.rollcall.model.Progress;
import org.rollcall.run.FootageRun;
import org.rollcall.run.ManualRun;
import org.rollcall.run.RunListener;
import org.rollcall.run.Workbench;
import org.rollcall.school.Home;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.UsesNatives;

/**
 * The way of a recording to the sheet, from beginning to end. Read it as the worked example: what a
 * school does, and what Rollcall makes of it.
 *
 * <p>Neither the class nor its lesson exists. Six of its eight students come, one of them late and
 * one leaving early, and a stranger sits among them.
 */
@UsesNatives
class TutorialTest {
  private static final String LESSON = "7A/2026-11-16_0900";

  @TempDir Path folder;
  private Truth truth;

  @BeforeEach
  void fillTheFolders() throws IOException {
    // The admin puts the roster and some photos of each student into config/classes/7A/ …
    truth = FilmedLesson.enrol(folder, "7A");
    Files.writeString(folder.resolve("config/rollcall.yaml"), "footage:\n  stillFor: 0s\n");
    // … and the camera's recording comes into footage/. Its name tells class, day and time.
    FilmedLesson.record(folder.resolve("footage/" + LESSON + ".mp4"));
  }

  @Test
  void aLesson_fromTheRecordingToTheTeachersCorrection() throws IOException {
    Home home = Home.of(folder);
    try (Installation rollcall = Installation.open(home, Clock.systemUTC());
        Workbench workbench = Workbench.open(rollcall)) {
      enrol(workbench);
      Path sheet = process(rollcall, workbench);
      Map<String, String> marks = readTheSheet(sheet);
      readTheResultForMachines();
      processOnceMore(rollcall, workbench, marks);
      correctTheSheet(rollcall, workbench, sheet);
    }
  }

  /** 1. Every photo is looked at, and the report says which ones cannot be used. */
  private void enrol(Workbench workbench) {
    EnrolmentReport report = workbench.enrolment().enrol("7A", Progress.NONE);

    assertThat(report.photos()).hasSize(4 * truth.attendance().size());
    assertThat(report.photos()).allMatch(photo -> photo.accepted() != photo.refusal().isPresent());
    assertThat(report.unrecognisable()).isEmpty();
  }

  /** 2. The recording is looked through once, and a workbook for the teacher comes out. */
  private Path process(Installation rollcall, Workbench workbench) {
    FootageRun.Report run = run(rollcall, workbench);

    assertThat(run.lessons()).hasSize(1);
    LessonReport report = run.lessons().get(0);

    assertThat(report.outcome()).isEqualTo(Outcome.done());
    assertThat(report.sheet()).contains(folder.resolve("attendance/7A/7A_2026-11-16_0900.xlsx"));
    return report.sheet().orElseThrow();
  }

  /** 3. The sheet has a row for each student. Nobody is marked who was not there. */
  private Map<String, String> readTheSheet(Path sheet) throws IOException {
    Map<String, String> marks = column(sheet, "Status");

    assertThat(marks).hasSize(truth.attendance().size());
    assertThat(absent()).allMatch(id -> List.of("Absent", "Review").contains(marks.get(id)));
    assertThat(present()).noneMatch(id -> marks.get(id).equals("Absent"));
    assertThat(present().stream().filter(id -> marks.get(id).equals("Review")).count())
        .isLessThanOrEqualTo(1);
    return marks;
  }

  /** 4. The same result lies in output/, for other programs, with pictures as evidence. */
  private void readTheResultForMachines() {
    Path output = folder.resolve("output/" + LESSON);

    assertThat(output.resolve("result.json")).content().contains("\"class\" : \"7A\"");
    assertThat(output.resolve("preview.jpg")).isNotEmptyFile();
    assertThat(output.resolve("evidence")).isNotEmptyDirectory();
  }

  /** 5. A recording that was processed is not taken again; when told to, it gives the same. */
  private void processOnceMore(
      Installation rollcall, Workbench workbench, Map<String, String> marks) throws IOException {
    assertThat(run(rollcall, workbench).lessons()).isEmpty();

    assertThat(column(again(rollcall, workbench), "Status")).isEqualTo(marks);
  }

  /**
   * 6. The teacher knows better, types it into the sheet and saves it. From then on that mark
   * holds, however often the recording is processed, and it reaches the register of the class.
   */
  private void correctTheSheet(Installation rollcall, Workbench workbench, Path sheet)
      throws IOException {
    String student = absent().get(0);
    type(sheet, student, "Correction", "Late");
    type(sheet, student, "Remark", "sat behind the cupboard");

    assertThat(again(rollcall, workbench)).isEqualTo(sheet);

    assertThat(column(sheet, "Correction")).containsEntry(student, "Late");
    assertThat(column(sheet, "Remark")).containsEntry(student, "sat behind the cupboard");
    assertThat(column(sheet, "Status")).containsEntry(student, "Late");
    assertThat(rowOfClassRegister(student)).contains("L");
  }

  private static FootageRun.Report run(Installation rollcall, Workbench workbench) {
    return new FootageRun(rollcall, workbench)
        .run(FootageRun.Options.ALL, pause -> {}, RunListener.NONE);
  }

  private static Path again(Installation rollcall, Workbench workbench) {
    Path recording = rollcall.home().footage().resolve(LESSON + ".mp4");
    return new ManualRun(rollcall, workbench, RunListener.NONE)
        .process(recording)
        .get(0)
        .sheet()
        .orElseThrow();
  }

  private List<String> present() {
    return truth.attendance().stream()
        .filter(attendance -> attendance.visit().isPresent())
        .map(attendance -> attendance.student().id())
        .toList();
  }

  private List<String> absent() {
    return truth.attendance().stream()
        .filter(attendance -> attendance.visit().isEmpty())
        .map(attendance -> attendance.student().id())
        .toList();
  }

  /** {@return what stands under a heading of the first worksheet, by student id} */
  private Map<String, String> column(Path sheet, String heading) throws IOException {
    try (Workbook workbook = open(sheet)) {
      Sheet register = workbook.getSheetAt(0);
      int column = columnOf(register, heading);
      return rows(register).stream()
          .filter(row -> students().contains(text(row, 0)))
          .collect(Collectors.toMap(row -> text(row, 0), row -> text(row, column)));
    }
  }

  /** Does what a teacher does with a cell: opens the workbook, types, saves. */
  private static void type(Path sheet, String student, String heading, String words)
      throws IOException {
    try (Workbook workbook = open(sheet)) {
      Sheet register = workbook.getSheetAt(0);
      int column = columnOf(register, heading);
      rows(register).stream()
          .filter(row -> text(row, 0).equals(student))
          .forEach(row -> row.getCell(column).setCellValue(words));
      try (OutputStream out = Files.newOutputStream(sheet)) {
        workbook.write(out);
      }
    }
  }

  private List<String> rowOfClassRegister(String student) throws IOException {
    try (Workbook workbook = open(folder.resolve("attendance/7A/7A_register.xlsx"))) {
      Row row =
          rows(workbook.getSheetAt(0)).stream()
              .filter(r -> text(r, 0).equals(student))
              .findFirst()
              .orElseThrow();
      return StreamSupport.stream(row.spliterator(), false)
          .map(cell -> text(row, cell.getColumnIndex()))
          .toList();
    }
  }

  private List<String> students() {
    return truth.attendance().stream().map(attendance -> attendance.student().id()).toList();
  }

  private static Workbook open(Path sheet) throws IOException {
    try (InputStream in = Files.newInputStream(sheet)) {
      return new XSSFWorkbook(in);
    }
  }

  private static int columnOf(Sheet register, String heading) {
    return rows(register).stream()
        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
        .filter(cell -> text(cell.getRow(), cell.getColumnIndex()).equals(heading))
        .findFirst()
        .orElseThrow()
        .getColumnIndex();
  }

  private static List<Row> rows(Sheet register) {
    return StreamSupport.stream(register.spliterator(), false).toList();
  }

  /** {@return the words in a cell; empty where it holds a number, or nothing} */
  private static String text(Row row, int column) {
    Cell cell = row.getCell(column);
    if (cell == null) {
      return "";
    }
    CellType type = cell.getCellType();
    CellType shown = type == CellType.FORMULA ? cell.getCachedFormulaResultType() : type;
    return shown == CellType.STRING ? cell.getStringCellValue() : "";
  }
}
