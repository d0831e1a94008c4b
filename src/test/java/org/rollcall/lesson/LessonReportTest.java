package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lesson.MadeRegister.LESSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.home.Installation;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.WholeRecording;

class LessonReportTest {
  private static final String FILE = "footage/7A/2026-11-16_0900.mp4";
  private static final LessonRegister REGISTER = MadeRegister.absent(LESSON, "S1");

  @TempDir Path folder;
  private Installation installation;
  private Store store;
  private Path sheet;

  @BeforeEach
  void open() throws IOException {
    Home home = Home.of(folder);
    Files.createDirectories(home.results());
    store = Store.open(EmptyDatabase.at(home.database()));
    installation = new Installation(home, Settings.DEFAULT, store, Clock.systemUTC());
    sheet = home.sheet(LESSON);
    Files.createDirectories(sheet.getParent());
    store.ledger().add("a", FILE);
    store.ledger().enter(List.of(WholeRecording.of(LESSON, "a", FILE)));
  }

  @AfterEach
  void close() {
    installation.close();
  }

  @Test
  void of_doneLesson_hasItsRegisterAndSheet() throws IOException {
    finish(Outcome.done());
    store.lessons().save(REGISTER);
    Files.createFile(sheet);

    LessonReport report = report();

    assertThat(report.file()).isEqualTo(FILE);
    assertThat(report.outcome()).isEqualTo(Outcome.done());
    assertThat(report.waits()).isFalse();
    assertThat(report.register().orElseThrow().rows()).hasSize(1);
    assertThat(report.sheet()).contains(sheet);
    assertThat(report.sheetWaits()).isEmpty();
  }

  @Test
  void of_doneLessonWithPendingSheet_saysWhyItWaits() {
    finish(Outcome.done());
    store.lessons().save(REGISTER);
    store.pendingSheets().add(LESSON, Message.english("It is open."));

    LessonReport report = report();

    assertThat(report.sheet()).isEmpty();
    assertThat(report.sheetWaits()).contains(Message.english("It is open."));
  }

  @Test
  void of_failedLesson_hasItsReasonOnly() {
    finish(Outcome.failed(Message.english("It is no film.")));

    assertThat(report())
        .isEqualTo(LessonReport.failed(FILE, Message.english("It is no film."), false));
  }

  @Test
  void of_failedAfterAnEarlierSuccess_doesNotPassOffTheOldSheet() throws IOException {
    store.lessons().save(REGISTER);
    Files.createFile(sheet);
    finish(Outcome.failed(Message.english("It is no film.")));

    LessonReport report = report();

    assertThat(report.register()).isEmpty();
    assertThat(report.sheet()).isEmpty();
  }

  @Test
  void of_lessonThatWaits_saysSo() {
    Claim claim = claim();
    store.claims().putBack(claim, Message.english("The roster is missing."));

    assertThat(report())
        .isEqualTo(LessonReport.failed(FILE, Message.english("The roster is missing."), true));
  }

  @Test
  void written_register_namesItsSheet() {
    LessonReport report = LessonReport.written(FILE, REGISTER, sheet);

    assertThat(report.sheet()).contains(sheet);
    assertThat(report.sheetWaits()).isEmpty();
  }

  @Test
  void pending_register_saysWhyItsSheetWaits() {
    LessonReport report = LessonReport.pending(FILE, REGISTER, Message.english("It is open."));

    assertThat(report.sheet()).isEmpty();
    assertThat(report.sheetWaits()).contains(Message.english("It is open."));
  }

  @ParameterizedTest
  @CsvSource({"FAILED,false", "SET_ASIDE,false", "WAITING,true"})
  void of_recordingWithoutLesson_waitsUntilItHasEnded(RecordingState state, boolean waits) {
    Recording recording =
        new Recording(
            "a",
            FILE,
            List.of(),
            state,
            0,
            Optional.of(Message.english("No lesson.")),
            Instant.EPOCH,
            Optional.empty(),
            false);

    assertThat(LessonReport.of(recording))
        .isEqualTo(LessonReport.failed(FILE, Message.english("No lesson."), waits));
  }

  @Test
  void with_trace_keepsTheRest() {
    LessonReport report = LessonReport.pending(FILE, REGISTER, Message.english("It is open."));
    Trace trace = new Trace();

    LessonReport traced = report.with(trace);

    assertThat(traced.trace()).containsSame(trace);
    assertThat(traced.sheetWaits()).contains(Message.english("It is open."));
    assertThat(traced.register()).contains(REGISTER);
  }

  private Claim claim() {
    return store.claims().claim(LESSON).orElseThrow();
  }

  private void finish(Outcome outcome) {
    Claim claim = claim();
    store.claims().start(claim);
    store.claims().finish(claim, outcome);
  }

  private LessonReport report() {
    return LessonReport.of(installation, LESSON, FILE);
  }
}
