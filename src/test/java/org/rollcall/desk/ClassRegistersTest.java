package org.rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.lesson.Sheets;
import org.rollcall.model.Coverage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.register.DueClassRegisters;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.SchoolFolder;

class ClassRegistersTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  @TempDir Path folder;
  private Home home;
  @AutoClose private Store store;
  private Sheets sheets;
  private ClassRegisters registers;

  @BeforeEach
  void open() throws IOException {
    home = new SchoolFolder(folder).withClass("7A", "s1,Ada", "s2,Ben");
    store = Store.open(EmptyDatabase.at(folder.resolve("rollcall.db")));
    store.lessons().save(register());
    sheets = new Sheets(home, store);
    registers = new ClassRegisters(home, store);
  }

  private static LessonRegister register() {
    return new LessonRegister(
        new Lesson(LESSON, Duration.ofMinutes(45)),
        List.of(row("s1", "Ada", Status.PRESENT), row("s2", "Ben", Status.ABSENT)),
        List.of(),
        Coverage.unknown(),
        Outcome.done(),
        new RunFacts(
            "0.1.0", Instant.EPOCH, Duration.ZERO, List.of(), Map.of(), Map.of(), List.of()));
  }

  private static LessonRegister.Row row(String id, String name, Status status) {
    return new LessonRegister.Row(
        new Verdict(new Student(id, name), status, Optional.empty(), 0, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Path file() {
    return home.attendance("7A").resolve("7A_register.csv");
  }

  @Test
  void writeDue_afterALesson_writesTheRegisterOnce() throws IOException {
    sheets.writeOrLeavePending(register());
    assertThat(file()).doesNotExist();

    registers.writeDue("7A");

    assertThat(file()).content().contains("s1,Ada,100.0", "s2,Ben,0.0");
    assertThat(store.dueClassRegisters().list()).isEmpty();
    Files.delete(file());
    registers.writeDue("7A");
    registers.writeDue();
    assertThat(file()).doesNotExist();
  }

  @Test
  void writeDue_rosterThatCannotBeRead_staysDueWithTheReason() throws IOException {
    sheets.writeOrLeavePending(register());
    Files.writeString(home.rosterFile("7A"), "nothing,useful\n");

    registers.writeDue();

    assertThat(store.dueClassRegisters().list())
        .extracting(DueClassRegisters.Due::reason)
        .allMatch(reason -> reason.orElseThrow().toString().contains("roster"))
        .hasSize(1);
    Files.writeString(home.rosterFile("7A"), "id,name\ns1,Ada\n");
    registers.writeDue();
    assertThat(store.dueClassRegisters().list()).isEmpty();
  }

  @Test
  void writeDue_sheetInWhichSomebodyTyped_showsWhatWasTyped() throws IOException {
    sheets.writeOrLeavePending(register());
    type("s2", "Late");

    registers.writeDue();

    assertThat(file()).content().contains("s2,Ben,100.0");
  }

  /** Otherwise all sheets of a class would be read after each lesson. */
  @Test
  void writeDue_sheetThatNobodyTouched_isNotRead() throws IOException {
    sheets.writeOrLeavePending(register());
    Path sheet = home.sheet(LESSON);
    FileTime written = Files.getLastModifiedTime(sheet);
    type("s2", "Late");
    Files.setLastModifiedTime(sheet, written);

    assertThat(sheets.edited("7A")).isEmpty();
    registers.writeDue();

    assertThat(file()).content().contains("s2,Ben,0.0");
  }

  private void type(String student, String mark) throws IOException {
    Path sheet = home.sheet(LESSON);
    try (var in = Files.newInputStream(sheet);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      int column = -1;
      for (Row row : workbook.getSheet("Register")) {
        for (Cell cell : row) {
          if (cell.toString().equals("Correction")) {
            column = cell.getColumnIndex();
          }
        }
        if (column >= 0 && row.getCell(0) != null && row.getCell(0).toString().equals(student)) {
          row.getCell(column).setCellValue(mark);
        }
      }
      try (var out = Files.newOutputStream(folder.resolve("typed.xlsx"))) {
        workbook.write(out);
      }
    }
    Files.write(sheet, Files.readAllBytes(folder.resolve("typed.xlsx")));
  }
}
