package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rollcall.lesson.MadeRegister.LESSON;
import static org.rollcall.lesson.MadeRegister.absent;
import static org.rollcall.sheet.Sheets.correct;
import static org.rollcall.sheet.Sheets.correction;
import static org.rollcall.sheet.Sheets.writeAsEarlier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.SheetProblem;
import org.rollcall.model.SheetState;
import org.rollcall.model.Status;
import org.rollcall.model.WrittenCorrection;
import org.rollcall.school.Home;
import org.rollcall.sheet.UnreadableSheet;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.PendingSheets.Pending;
import org.rollcall.store.register.DueClassRegisters;
import org.rollcall.testing.EmptyDatabase;

class SheetsTest {
  private static final LessonKey TEN = new LessonKey("7A", LESSON.date(), LocalTime.of(10, 0));
  private static final Instant LATER = Instant.parse("2035-01-01T00:00:00.123Z");

  @TempDir Path folder;
  private Home home;
  private Store store;
  private Sheets sheets;
  private Path sheet;

  @BeforeEach
  void open() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.results());
    store = Store.open(EmptyDatabase.at(home.database()));
    sheets = new Sheets(home, store);
    sheet = home.sheet(LESSON);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void writeOrLeavePending_freeSheet_writesItAndRemembersWhen() throws IOException {
    store.lessons().save(absent(LESSON, "S1"));

    Optional<Message> waits = sheets.writeOrLeavePending(absent(LESSON, "S1"));

    assertThat(waits).isEmpty();
    assertThat(correction(sheet, "S1")).isEmpty();
    assertThat(store.pendingSheets().list()).isEmpty();
    assertThat(store.sheetStates().find(LESSON)).isPresent();
    assertThat(sheets.edited("7A")).isEmpty();
  }

  @Test
  void writeOrLeavePending_valuesEditedByHand_areKeptAndReported() throws IOException {
    write(LESSON);
    Path values = sheet.resolveSibling("7A_2026-11-16_0900.csv");
    Files.writeString(values, "S1,Ada,Present\n");

    write(LESSON);
    write(LESSON);

    Path kept = sheet.resolveSibling("7A_2026-11-16_0900 (edited).csv");
    assertThat(kept).hasContent("S1,Ada,Present");
    assertThat(values).content().contains("S1,");
    assertThat(store.sheetProblems().of(LESSON))
        .containsExactly(
            new SheetProblem(kept.getFileName().toString(), "", Message.of(Reason.SHEET_VALUES)));
    assertThat(sheet.resolveSibling("7A_2026-11-16_0900 (edited)_2.csv")).doesNotExist();
    Files.delete(kept);
    sheets.importCorrections(LESSON);
    assertThat(store.sheetProblems().of(LESSON)).isEmpty();
  }

  @Test
  void writeOrLeavePending_valuesEditedWhileTheSheetIsOpen_areKept() throws IOException {
    write(LESSON);
    Path values = sheet.resolveSibling("7A_2026-11-16_0900.csv");
    Files.writeString(values, "S1,Ada,Present\n");
    Files.createFile(sheet.resolveSibling("~$" + sheet.getFileName()));

    sheets.writeOrLeavePending(absent(LESSON, "S1"));

    assertThat(sheet.resolveSibling("7A_2026-11-16_0900 (edited).csv"))
        .hasContent("S1,Ada,Present");
    assertThat(values).content().doesNotContain("Ada,Present");
  }

  @Test
  void writeOrLeavePending_anySheet_makesTheClassRegisterDue() {
    write(LESSON);

    assertThat(store.dueClassRegisters().list())
        .extracting(DueClassRegisters.Due::className)
        .containsExactly("7A");
  }

  @Test
  void writeOrLeavePending_openElsewhere_staysPendingWithItsReason() throws IOException {
    store.lessons().save(absent(LESSON, "S1"));
    openElsewhere();

    Optional<Message> waits = sheets.writeOrLeavePending(absent(LESSON, "S1"));

    assertThat(waits.orElseThrow()).asString().contains("open in a spreadsheet program");
    assertThat(store.pendingSheets().list())
        .singleElement()
        .satisfies(pending -> assertThat(pending.lesson()).isEqualTo(LESSON))
        .extracting(Pending::reason)
        .hasToString(waits.orElseThrow().toString());
    assertThat(sheet).doesNotExist();
  }

  @Test
  void writeOrLeavePending_storeHasANewerRegister_writesThat() throws IOException {
    store.lessons().save(absent(LESSON, "S1", "S2"));

    sheets.writeOrLeavePending(absent(LESSON, "S1"));

    assertThat(correction(sheet, "S2")).isEmpty();
  }

  @Test
  void writeOrLeavePending_typedMeanwhile_keepsWhatWasTyped() throws IOException {
    write(LESSON);
    type("S1", "late", LATER);

    sheets.writeOrLeavePending(absent(LESSON, "S1"));

    assertThat(correction(sheet, "S1")).isEqualTo("Late");
    assertThat(store.lessons().corrections(LESSON)).containsEntry("S1", mark(Status.LATE));
  }

  @Test
  void writeOrLeavePending_damagedSheet_staysPendingAndUntouched() throws IOException {
    write(LESSON);
    Files.writeString(sheet, "no workbook");
    Files.setLastModifiedTime(sheet, FileTime.from(LATER));

    Optional<Message> waits = sheets.writeOrLeavePending(absent(LESSON, "S1"));

    assertThat(waits.orElseThrow()).asString().contains("it is damaged, or not a workbook");
    assertThat(sheet).hasContent("no workbook");
  }

  @Test
  void writePending_closedMeanwhile_writesIt() throws IOException {
    Path lock = openElsewhere();
    write(LESSON);
    Files.delete(lock);

    assertThat(sheets.writePending()).isEmpty();

    assertThat(sheet).exists();
    assertThat(store.pendingSheets().list()).isEmpty();
  }

  @Test
  void writePending_stillOpen_staysPendingWithoutHoldingUpTheOthers() throws IOException {
    openElsewhere();
    write(LESSON);
    store.lessons().save(absent(TEN, "S1"));
    store.pendingSheets().add(TEN, Message.english("It was open."));

    assertThat(sheets.writePending()).extracting(Pending::lesson).containsExactly(LESSON);

    assertThat(home.sheet(TEN)).exists();
  }

  @Test
  void importCorrections_noSheet_changesNothing() {
    sheets.importCorrections(LESSON);

    assertThat(store.lessons().corrections(LESSON)).isEmpty();
    assertThat(store.sheetStates().find(LESSON)).isEmpty();
  }

  @Test
  void importCorrections_typedMark_isSavedOnce() throws IOException {
    write(LESSON);
    type("S1", "P", LATER);

    sheets.importCorrections(LESSON);

    assertThat(store.lessons().corrections(LESSON))
        .containsExactly(Map.entry("S1", mark(Status.PRESENT)));
    assertThat(store.sheetStates().find(LESSON))
        .get()
        .extracting(SheetState::modified)
        .isEqualTo(LATER);
  }

  @Test
  void importCorrections_readBefore_leavesTheSheetAlone() throws IOException {
    write(LESSON);
    Instant read = store.sheetStates().find(LESSON).orElseThrow().modified();
    type("S1", "P", read);

    sheets.importCorrections(LESSON);

    assertThat(store.lessons().corrections(LESSON)).isEmpty();
  }

  @Test
  void importCorrections_markTakenBack_isForgotten() throws IOException {
    store.lessons().save(absent(LESSON, "S1", "S2"));
    store
        .lessons()
        .saveCorrections(LESSON, Map.of("S1", mark(Status.LATE), "S2", mark(Status.LATE)), "web");
    sheets.writeOrLeavePending(absent(LESSON, "S1", "S2"));
    type("S1", "", LATER);

    sheets.importCorrections(LESSON);

    assertThat(store.lessons().corrections(LESSON)).containsOnlyKeys("S2");
  }

  @Test
  void importCorrections_damagedSheet_saysWhich() throws IOException {
    Files.createDirectories(sheet.getParent());
    Files.writeString(sheet, "no workbook");

    assertThatExceptionOfType(UnreadableSheet.class)
        .isThrownBy(() -> sheets.importCorrections(LESSON))
        .withMessageContaining(sheet.toString());
  }

  @Test
  void edited_typedInto_isListed() throws IOException {
    write(LESSON);
    write(TEN);
    type("S1", "P", LATER);

    assertThat(sheets.edited("7A")).containsExactly(LESSON);
    assertThat(sheets.edited("7B")).isEmpty();
  }

  @Test
  void edited_sheetGone_isNotListed() throws IOException {
    write(LESSON);
    Files.delete(sheet);

    assertThat(sheets.edited("7A")).isEmpty();
  }

  /** It once waited for ever: the sheet went on saying what the store no longer held. */
  @Test
  void writeOrLeavePending_correctedElsewhereAfterItWasRead_showsTheLaterCorrection()
      throws IOException {
    write(LESSON);
    type("S1", "Present", Instant.parse("2026-11-20T08:00:00Z"));
    sheets.importCorrections(LESSON);
    store.lessons().saveCorrections(LESSON, Map.of("S1", mark(Status.LATE)), "birch");

    Optional<Message> waits = sheets.writeOrLeavePending(absent(LESSON, "S1"));

    assertThat(waits).isEmpty();
    assertThat(correction(sheet, "S1")).isEqualTo("Late");
  }

  @Test
  void importCorrections_correctedElsewhereAfterItWasSaved_keepsBothInTheHistory()
      throws IOException {
    write(LESSON);
    store.lessons().saveCorrections(LESSON, Map.of("S1", mark(Status.LATE)), "birch");
    type("S1", "Present", Instant.parse("2026-11-20T08:00:00Z"));

    sheets.importCorrections(LESSON);

    assertThat(store.lessons().corrections(LESSON)).containsEntry("S1", mark(Status.LATE));
    assertThat(store.lessons().correctionsOf("7A", "S1"))
        .extracting(WrittenCorrection::correction)
        .containsExactlyInAnyOrder(mark(Status.LATE), mark(Status.PRESENT));
  }

  @Test
  void importCorrections_markHereAndRemarkThere_keepsBoth() throws IOException {
    write(LESSON);
    store
        .lessons()
        .saveCorrections(LESSON, Map.of("S1", new Correction(Optional.empty(), "bus")), "birch");
    type("S1", "Late", Instant.parse("2026-11-20T08:00:00Z"));

    sheets.importCorrections(LESSON);

    assertThat(store.lessons().corrections(LESSON))
        .containsEntry("S1", new Correction(Optional.of(Status.LATE), "bus"));
  }

  @Test
  void importCorrections_olderSheetPutBack_takesNothingBack() throws IOException {
    write(LESSON);
    byte[] older = Files.readAllBytes(sheet);
    store.lessons().saveCorrections(LESSON, Map.of("S1", mark(Status.LATE)), "birch");
    sheets.writeOrLeavePending(absent(LESSON, "S1"));
    Files.write(sheet, older);
    Files.setLastModifiedTime(sheet, FileTime.from(LATER));

    assertThat(sheets.importCorrections(LESSON)).isTrue();

    assertThat(store.lessons().corrections(LESSON)).containsEntry("S1", mark(Status.LATE));
  }

  @Test
  void importCorrections_olderSheetTypedIntoBeforeATakeBack_isOnlyInTheHistory()
      throws IOException {
    write(LESSON);
    byte[] older = Files.readAllBytes(sheet);
    store.lessons().saveCorrections(LESSON, Map.of("S1", mark(Status.LATE)), "birch");
    sheets.writeOrLeavePending(absent(LESSON, "S1"));
    store.lessons().saveCorrections(LESSON, Map.of(), "birch");
    sheets.writeOrLeavePending(absent(LESSON, "S1"));
    Files.write(sheet, older);
    type("S1", "Present", Instant.parse("2026-11-20T08:00:00Z"));

    sheets.importCorrections(LESSON);

    assertThat(store.lessons().corrections(LESSON)).isEmpty();
    assertThat(store.lessons().correctionsOf("7A", "S1"))
        .extracting(WrittenCorrection::correction)
        .containsExactlyInAnyOrder(mark(Status.LATE), mark(Status.PRESENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7A_2026-11-16_0900 (1).xlsx",
        "7A_2026-11-16_0900 (corrected).xlsx",
        "7A_2026-11-16_0900-OFFICE-PC.xlsx",
        "Kopie von 7A_2026-11-16_0900.xlsx",
        "7A_2026-11-16_0900.xls",
        "7A_2026-11-16_0900.ods"
      })
  void importCorrections_typedIntoACopy_isTakenAndReported(String name) throws IOException {
    write(LESSON);
    Path copy = Files.copy(sheet, sheet.resolveSibling(name));
    correct(copy, "S1", "Late");

    assertThat(sheets.edited("7A")).containsExactly(LESSON);
    assertThat(sheets.importCorrections(LESSON)).isTrue();

    assertThat(store.lessons().corrections(LESSON)).containsEntry("S1", mark(Status.LATE));
    assertThat(store.sheetProblems().of(LESSON)).extracting(SheetProblem::cell).contains(name);
    assertThat(sheets.edited("7A")).isEmpty();
    Files.delete(copy);
    assertThat(sheets.importCorrections(LESSON)).isTrue();
    assertThat(store.sheetProblems().of(LESSON)).isEmpty();
  }

  @Test
  void importCorrections_copyFromBeforeAnEdit_doesNotTakeItBack() throws IOException {
    write(LESSON);
    Path copy = Files.copy(sheet, sheet.resolveSibling("Copy of " + sheet.getFileName()));
    type("S1", "Late", Instant.parse("2026-11-20T08:00:00Z"));
    sheets.importCorrections(LESSON);
    Files.setLastModifiedTime(copy, FileTime.from(LATER));

    sheets.importCorrections(LESSON);

    assertThat(store.lessons().corrections(LESSON)).containsEntry("S1", mark(Status.LATE));
  }

  /** The hidden worksheet had less in it, and the store did not know what the sheet had shown. */
  @Test
  void importCorrections_sheetOfAnEarlierVersion_isTaken() throws IOException {
    store.lessons().save(absent(LESSON, "S1", "S2"));
    store.lessons().saveCorrections(LESSON, Map.of("S2", mark(Status.LATE)), "birch");
    Files.createDirectories(sheet.getParent());
    writeAsEarlier(absent(LESSON, "S1", "S2"), Map.of("S2", mark(Status.LATE)), sheet);
    type("S1", "Present", LATER);

    sheets.importCorrections(LESSON);

    assertThat(store.lessons().corrections(LESSON))
        .isEqualTo(Map.of("S1", mark(Status.PRESENT), "S2", mark(Status.LATE)));
    assertThat(store.sheetProblems().of(LESSON)).isEmpty();
  }

  @Test
  void importCorrectionsIfReadable_damagedSheet_isReportedAndTriedOnce() throws IOException {
    write(LESSON);
    Files.writeString(sheet, "no workbook");
    Files.setLastModifiedTime(sheet, FileTime.from(LATER));

    assertThat(sheets.importCorrectionsIfReadable(LESSON)).isFalse();

    assertThat(store.pendingSheets().reason(LESSON).orElseThrow())
        .asString()
        .contains(sheet.toString());
    assertThat(sheets.edited("7A")).isEmpty();
  }

  private void write(LessonKey lesson) {
    store.lessons().save(absent(lesson, "S1"));
    sheets.writeOrLeavePending(absent(lesson, "S1"));
  }

  private Path openElsewhere() throws IOException {
    Files.createDirectories(sheet.getParent());
    return Files.createFile(sheet.resolveSibling("~$" + sheet.getFileName()));
  }

  private void type(String student, String mark, Instant at) throws IOException {
    correct(sheet, student, mark);
    Files.setLastModifiedTime(sheet, FileTime.from(at));
  }

  private static Correction mark(Status status) {
    return new Correction(Optional.of(status), "");
  }
}
