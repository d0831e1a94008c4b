package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rollcall.lesson.MadeRegister.LESSON;
import static org.rollcall.lesson.MadeRegister.absent;
import static org.rollcall.sheet.Sheets.correct;
import static org.rollcall.sheet.Sheets.correction;

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
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Status;
import org.rollcall.school.Home;
import org.rollcall.sheet.UnreadableSheet;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.PendingSheets.Pending;
import org.rollcall.store.register.DueClassRegisters;

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
    store = Store.open(home.database());
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
    assertThat(store.lessons().sheetRead(LESSON)).isPresent();
    assertThat(sheets.edited("7A")).isEmpty();
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

    assertThat(waits.orElseThrow()).asString().contains("it is not a complete workbook");
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
    assertThat(store.lessons().sheetRead(LESSON)).isEmpty();
  }

  @Test
  void importCorrections_typedMark_isSavedOnce() throws IOException {
    write(LESSON);
    type("S1", "P", LATER);

    sheets.importCorrections(LESSON);

    assertThat(store.lessons().corrections(LESSON))
        .containsExactly(Map.entry("S1", mark(Status.PRESENT)));
    assertThat(store.lessons().sheetRead(LESSON)).contains(LATER);
  }

  @Test
  void importCorrections_readBefore_leavesTheSheetAlone() throws IOException {
    write(LESSON);
    Instant read = store.lessons().sheetRead(LESSON).orElseThrow();
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
