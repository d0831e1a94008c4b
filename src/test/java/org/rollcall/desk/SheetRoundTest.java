package org.rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.desk.MadeLesson.LESSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.lesson.Sheets;
import org.rollcall.result.ResultFolder;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.Waiting;

/** Somebody types into a sheet while nothing else is due. */
class SheetRoundTest {
  @TempDir Path folder;
  private Home home;
  private Store store;
  private Path sheet;

  @BeforeEach
  void typeIntoASheet() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.results());
    Files.createDirectories(home.rosterFile("7A").getParent());
    Files.writeString(home.rosterFile("7A"), "id,name\nS1,Ada\nS2,Ben\n");
    store = Store.open(EmptyDatabase.at(home.database()));
    store.lessons().save(MadeLesson.register());
    ResultFolder.write(MadeLesson.register(), home.output(LESSON));
    new Sheets(home, store).writeOrLeavePending(MadeLesson.register());
    new ClassRegisters(home, store).writeDue();
    sheet = home.sheet(LESSON);
    org.rollcall.sheet.Sheets.correct(sheet, "S1", "late");
    Files.setLastModifiedTime(sheet, FileTime.from(Instant.parse("2026-11-20T08:00:00Z")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void writeDue_typedCorrection_isInEverythingThatShowsIt() throws IOException {
    new ClassRegisters(home, store).writeDue();

    assertEverythingFollows();
    assertThat(store.dueClassRegisters().list()).isEmpty();
  }

  @Test
  void takeInAll_sheetOpenElsewhere_isWrittenLater() throws IOException {
    Path lock = Files.createFile(sheet.resolveSibling("~$" + sheet.getFileName()));

    new SheetRound(home, store).takeInAll();

    assertThat(store.pendingSheets().reason(LESSON)).isPresent();
    assertThat(csv()).contains("S1,Ada,Late");
    assertThat(result()).contains("LATE");
    Files.delete(lock);
    new Sheets(home, store).writePending();
    assertThat(org.rollcall.sheet.Sheets.correction(sheet, "S1")).isEqualTo("Late");
  }

  @Test
  void watch_typedCorrection_isSoonInEverythingThatShowsIt() throws Exception {
    SheetWatch watch =
        SheetWatch.open(home, () -> Store.open(home.database()), Duration.ofMillis(50));
    try (watch) {
      Waiting.until(this::csv, text -> text.contains("S1,Ada,Late"));
      Waiting.until(this::register, text -> text.contains("S1,Ada,100.0"));
    }

    assertEverythingFollows();
  }

  private void assertEverythingFollows() throws IOException {
    assertThat(org.rollcall.sheet.Sheets.correction(sheet, "S1")).isEqualTo("Late");
    assertThat(csv()).contains("S1,Ada,Late");
    assertThat(result()).contains("LATE");
    assertThat(register()).contains("S1,Ada,100.0");
  }

  private String csv() throws IOException {
    return Files.readString(sheet.resolveSibling("7A_2026-11-16_0900.csv"));
  }

  private String register() throws IOException {
    return Files.readString(home.attendance("7A").resolve("7A_register.csv"));
  }

  private String result() throws IOException {
    return Files.readString(home.output(LESSON).resolve("result.json"));
  }
}
