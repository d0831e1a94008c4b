package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lesson.MadeRegister.LESSON;
import static org.rollcall.lesson.MadeRegister.absent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.home.Installation;
import org.rollcall.model.Correction;
import org.rollcall.model.Footage;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry;
import org.rollcall.store.register.DueClassRegisters;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.WholeRecording;

class WithdrawalTest {
  private static final String SHA = "a".repeat(64);
  private static final LessonKey RIGHT = new LessonKey("8B", LESSON.date(), LESSON.start());

  @TempDir private Path folder;
  private Home home;
  @AutoClose private Installation installation;
  private Store store;

  /** A lesson with a sheet and results, made of a recording in 7A/. */
  @BeforeEach
  void open() throws IOException {
    home = Home.of(folder);
    EmptyDatabase.at(home.database());
    installation = Installation.open(home, FakeClock.at("2026-11-17T02:00:00Z"));
    store = installation.store();
    enter(LESSON, SHA, "footage/7A/a.mp4");
    LessonRegister register = madeOf(SHA);
    store.lessons().save(register);
    new Sheets(home, store).writeOrLeavePending(register);
    Files.createDirectories(home.output(LESSON));
    Files.writeString(home.output(LESSON).resolve("result.json"), "{}");
  }

  @Test
  void withdrawAll_recordingShowsAnotherLesson_takesTheOldOneOutOfEverything() {
    moveToRight();

    assertThat(new Withdrawal(installation).withdrawAll())
        .extracting(Withdrawal.Withdrawn::lesson)
        .containsExactly(LESSON);

    assertThat(store.lessons().find(LESSON)).isEmpty();
    assertThat(store.lessons().marks("7A")).isEmpty();
    assertThat(store.ledger().parts("7A", LESSON.date())).isEmpty();
    assertThat(store.dueClassRegisters().list())
        .extracting(DueClassRegisters.Due::className)
        .contains("7A");
    assertThat(new Withdrawal(installation).withdrawAll()).isEmpty();
  }

  @Test
  void withdrawAll_sheet_isMovedAsideAndPicturesAreDeleted() {
    moveToRight();

    new Withdrawal(installation).withdrawAll();

    assertThat(home.sheet(LESSON)).doesNotExist();
    assertThat(home.attendance("7A").resolve("withdrawn"))
        .isDirectoryContaining(file -> file.getFileName().toString().endsWith("_0900.xlsx"))
        .isDirectoryContaining(file -> file.getFileName().toString().endsWith("_0900.csv"));
    assertThat(home.output(LESSON)).doesNotExist();
  }

  @Test
  void withdrawAll_corrections_areKeptInTheHistoryAndReported() {
    Correction late = new Correction(Optional.of(Status.LATE), "bus");
    store.lessons().saveCorrections(LESSON, Map.of("S1", late), "ada");
    moveToRight();

    assertThat(new Withdrawal(installation).withdrawAll())
        .singleElement()
        .hasToString(LESSON + ", with 1 correction that is kept in the history");

    assertThat(store.lessons().correctionsOf("7A", "S1"))
        .singleElement()
        .satisfies(kept -> assertThat(kept.correction()).isEqualTo(late))
        .satisfies(kept -> assertThat(kept.end()).isPresent());
    assertThat(store.auditLog().entries(0, 10))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.action()).isEqualTo(AuditEntry.Action.LESSON_WITHDRAWN))
        .satisfies(entry -> assertThat(entry.about()).contains("1 correction"));
  }

  @Test
  void withdrawAll_anotherRecordingStillShowsIt_keepsIt() {
    enter(LESSON, "b".repeat(64), "footage/7A/b.mp4");
    moveToRight();

    assertThat(new Withdrawal(installation).withdrawAll()).isEmpty();
    assertThat(store.lessons().find(LESSON)).isPresent();
  }

  @Test
  void withdrawAll_recordingIsGoneAltogether_keepsIt() throws IOException {
    store.places().gone(SHA, "footage/7A/a.mp4");

    assertThat(new Withdrawal(installation).withdrawAll()).isEmpty();
    assertThat(store.lessons().find(LESSON)).isPresent();
  }

  @Test
  void withdrawAll_sheetOfThatNameIsAsideAlready_keepsBoth() throws IOException {
    Path aside = home.attendance("7A").resolve("withdrawn");
    Files.createDirectories(aside);
    Files.writeString(aside.resolve(LESSON.fileStem() + ".xlsx"), "older");
    moveToRight();

    new Withdrawal(installation).withdrawAll();

    assertThat(aside.resolve(LESSON.fileStem() + ".xlsx")).hasContent("older");
    assertThat(aside.resolve(LESSON.fileStem() + "_2.xlsx")).isNotEmptyFile();
  }

  private void moveToRight() {
    store.places().gone(SHA, "footage/7A/a.mp4");
    enter(RIGHT, SHA, "footage/8B/a.mp4");
  }

  private void enter(LessonKey lesson, String sha256, String file) {
    store.ledger().add(sha256, file);
    store.ledger().enter(List.of(WholeRecording.of(lesson, sha256, file)));
  }

  private static LessonRegister madeOf(String sha256) {
    LessonRegister register = absent(LESSON, "S1");
    RunFacts run = register.run();
    List<Footage> footage = MadeRegister.of(sha256).run().footage();
    return new LessonRegister(
        register.lesson(),
        register.rows(),
        register.unknown(),
        register.coverage(),
        register.outcome(),
        new RunFacts(
            run.version(),
            run.processed(),
            run.took(),
            footage,
            run.models(),
            run.settings(),
            run.warnings()));
  }
}
