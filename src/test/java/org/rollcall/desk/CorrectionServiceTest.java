package org.rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rollcall.desk.MadeLesson.LESSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.desk.CorrectionService.StaleCorrection;
import org.rollcall.lesson.Sheets;
import org.rollcall.model.Correction;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Status;
import org.rollcall.result.ResultFolder;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.testing.EmptyDatabase;

class CorrectionServiceTest {
  private static final Optional<Correction> NONE = Optional.empty();
  private static final Optional<Correction> LATE = mark(Status.LATE, "bus");
  private static final Optional<Correction> PRESENT = mark(Status.PRESENT, "");

  @TempDir Path folder;
  private final List<String> changed = new ArrayList<>();
  private Home home;
  private Store store;
  private Path sheet;
  private CorrectionService corrections;

  @BeforeEach
  void open() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.results());
    store = Store.open(EmptyDatabase.at(home.database()));
    store.lessons().save(MadeLesson.register());
    new Sheets(home, store).writeOrLeavePending(MadeLesson.register());
    sheet = home.sheet(LESSON);
    corrections = new CorrectionService(home, store, changed::add);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void correct_newMark_isInStoreAndSheet() throws IOException {
    correct("S1", NONE, LATE);

    assertThat(stored()).containsExactly(Map.entry("S1", LATE.orElseThrow()));
    assertThat(org.rollcall.sheet.Sheets.correction(sheet, "S1")).isEqualTo("Late");
    assertThat(changed).containsExactly("7A");
  }

  @Test
  void correct_newMark_isLoggedWithItsAuthor() {
    correct("S1", NONE, LATE);

    assertThat(store.auditLog().entries(0, 10))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.who()).isEqualTo("birch");
              assertThat(entry.about()).isEqualTo(LESSON + " S1");
            });
  }

  @Test
  void correct_markTakenBack_isGone() throws IOException {
    correct("S1", NONE, LATE);

    correct("S1", LATE, NONE);

    assertThat(stored()).isEmpty();
    assertThat(org.rollcall.sheet.Sheets.correction(sheet, "S1")).isEmpty();
  }

  @Test
  void correct_othersChangedItMeanwhile_isRefused() {
    correct("S1", NONE, LATE);

    assertThatExceptionOfType(StaleCorrection.class).isThrownBy(() -> correct("S1", NONE, PRESENT));

    assertThat(stored()).containsEntry("S1", LATE.orElseThrow());
  }

  @Test
  void correct_othersHadTheSameIdea_isFine() {
    correct("S1", NONE, LATE);

    correct("S1", NONE, LATE);

    assertThat(stored()).containsEntry("S1", LATE.orElseThrow());
    assertThat(store.auditLog().entries(0, 10)).hasSize(1);
  }

  @Test
  void correct_typedInTheSheetMeanwhile_isRefusedAndKept() throws IOException {
    org.rollcall.sheet.Sheets.correct(sheet, "S1", "Late");
    Files.setLastModifiedTime(sheet, FileTime.from(Instant.parse("2035-01-01T00:00:00Z")));

    assertThatExceptionOfType(StaleCorrection.class).isThrownBy(() -> correct("S1", NONE, PRESENT));

    assertThat(stored()).containsEntry("S1", mark(Status.LATE, "").orElseThrow());
    assertThat(sheet.resolveSibling("7A_2026-11-16_0900.csv")).content().contains("S1,Ada,Late");
    assertThat(changed).containsExactly("7A");
  }

  @Test
  void correct_othersTypedTheSameMeanwhile_isInTheValuesToo() throws IOException {
    org.rollcall.sheet.Sheets.correct(sheet, "S1", "Late");

    correct("S1", NONE, mark(Status.LATE, ""));

    assertThat(sheet.resolveSibling("7A_2026-11-16_0900.csv")).content().contains("S1,Ada,Late");
    assertThat(store.auditLog().entries(0, 10)).isEmpty();
  }

  @Test
  void correct_otherStudents_keepTheirs() {
    correct("S1", NONE, LATE);

    correct("S2", NONE, PRESENT);

    assertThat(stored()).containsOnlyKeys("S1", "S2");
  }

  @Test
  void correct_noSuchStudent_isRefused() {
    assertThatExceptionOfType(RollcallException.class)
        .isThrownBy(() -> correct("S9", NONE, LATE))
        .withMessageContaining("S9");

    assertThat(changed).isEmpty();
  }

  @Test
  void correct_resultForMachines_follows() throws IOException {
    ResultFolder.write(MadeLesson.register(), home.output(LESSON));

    correct("S1", NONE, LATE);

    assertThat(home.output(LESSON).resolve("result.json"))
        .content()
        .contains("\"remark\" : \"bus\"");
  }

  private Map<String, Correction> stored() {
    return store.lessons().corrections(LESSON);
  }

  private void correct(String student, Optional<Correction> seen, Optional<Correction> wanted) {
    corrections.correct(LESSON, new MarkEdit(student, seen, wanted), "birch");
  }

  private static Optional<Correction> mark(Status status, String remark) {
    return Optional.of(new Correction(Optional.of(status), remark));
  }
}
