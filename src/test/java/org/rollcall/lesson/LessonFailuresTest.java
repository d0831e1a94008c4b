package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.config.Home;
import org.rollcall.inbox.ContentHash;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Outcome;
import org.rollcall.model.Register;
import org.rollcall.model.Status;
import org.rollcall.store.Ledger;
import org.rollcall.store.Store;
import org.rollcall.testing.FilmedLesson;

/** What can go wrong on the way to a sheet, and what Rollcall says and does then. */
class LessonFailuresTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  @TempDir Path folder;
  private Home home;
  private Path recording;
  private Path sheet;

  @BeforeEach
  void enrol() throws IOException {
    home = Home.of(folder);
    recording = home.footage().resolve("7A/2026-11-16_0900.mp4");
    sheet = home.attendance("7A").resolve("7A_2026-11-16_0900.xlsx");
    Files.createDirectories(recording.getParent());
    FilmedLesson.enrol(folder, "7A");
    Files.writeString(home.settingsFile(), "footage:\n  stillFor: 0s\n");
  }

  @Test
  void processNew_textNamedLikeARecording_failsForGood() throws IOException {
    Files.writeString(recording, "This is no recording. ".repeat(100));

    LessonReport report = processNew(recording).orElseThrow();

    assertFailedForGood(report, "it is not a recording in a known format");
    assertThat(processNew(recording)).isEmpty();
  }

  @Test
  void processNew_soundOnly_failsForGood() throws IOException {
    AudioFormat format = new AudioFormat(8000, 8, 1, false, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(new byte[16_000]), format, 16_000),
        AudioFileFormat.Type.WAVE,
        recording.toFile());

    assertFailedForGood(
        processNew(recording).orElseThrow(), "no video stream (found 1 audio stream)");
  }

  @Test
  void processNew_cutOffInTheIndex_failsForGood() throws IOException {
    keepOfRecording(0.0005);

    assertFailedForGood(processNew(recording).orElseThrow(), "its index is missing or damaged");
  }

  @Test
  void processNew_partOfTheRecordingMissing_callsNobodyAbsent() throws IOException {
    keepOfRecording(0.6);

    LessonReport report = processNew(recording).orElseThrow();

    assertThat(report.outcome().state()).isEqualTo(Outcome.State.PARTIAL);
    assertThat(report.outcome().reasons()).anyMatch(r -> r.startsWith("The recording says 00:16"));
    List<Register.Row> rows = report.register().orElseThrow().rows();
    assertThat(rows).hasSize(8).noneMatch(row -> row.status() == Status.ABSENT);
    assertThat(rows)
        .filteredOn(row -> row.verdict().presence().isEmpty())
        .isNotEmpty()
        .allMatch(row -> row.verdict().reason().contains("could not be read"));
    assertThat(state()).isEqualTo(Ledger.State.PARTIAL);
  }

  @Test
  void processNew_rosterMissing_waitsForIt() throws IOException {
    FilmedLesson.record(recording);
    Path roster = home.rosterFile("7A");
    Files.move(roster, roster.resolveSibling("elsewhere.csv"));

    LessonReport report = processNew(recording).orElseThrow();

    assertWaits(report, "config/classes/7A/roster.csv");
  }

  @Test
  void processNew_unknownClass_waitsForIt() throws IOException {
    recording = FilmedLesson.record(home.footage().resolve("7B/2026-11-16_0900.mp4"));

    assertWaits(processNew(recording).orElseThrow(), "7B");
  }

  @Test
  void processNew_nameTellsNoLesson_isRefused() throws IOException {
    recording = FilmedLesson.record(home.footage().resolve("holidays.mp4"));

    assertFailedForGood(processNew(recording).orElseThrow(), "name tells no lesson");
  }

  @Test
  void processNew_missingFile_saysSo() {
    LessonReport report = processNew(recording).orElseThrow();

    assertThat(report.outcome().reasons().get(0))
        .startsWith("Cannot read footage/7A/2026-11-16_0900.mp4");
  }

  @Test
  void processNew_sheetOpenInASpreadsheetProgram_waitsUntilItIsClosed() throws IOException {
    FilmedLesson.record(recording);
    Path owner = sheet.resolveSibling("~$" + sheet.getFileName());
    Files.createDirectories(owner.getParent());
    Files.createFile(owner);

    assertWaits(processNew(recording).orElseThrow(), "open in a spreadsheet program");
    assertThat(sheet).doesNotExist();

    Files.delete(owner);
    assertThat(processNew(recording).orElseThrow().outcome()).isEqualTo(Outcome.done());
    assertThat(sheet).isNotEmptyFile();
  }

  @Test
  void processNew_fileInPlaceOfTheAttendanceFolder_waitsUntilItIsGone() throws IOException {
    FilmedLesson.record(recording);
    Path file = Files.createFile(folder.resolve("attendance"));

    assertWaits(processNew(recording).orElseThrow(), "Cannot write");

    Files.delete(file);
    assertThat(processNew(recording).orElseThrow().sheet()).contains(sheet);
  }

  @Test
  void processNew_secondRecordingOfALesson_leavesTheSheetAlone() throws IOException {
    FilmedLesson.record(recording);
    processNew(recording);
    byte[] before = Files.readAllBytes(sheet);
    Path second = recording.resolveSibling("2026-11-16_0900_back.mp4");
    Files.write(second, withOneByteMore(Files.readAllBytes(recording)));

    LessonReport report = processNew(second).orElseThrow();

    assertThat(report.outcome().state()).isEqualTo(Outcome.State.FAILED);
    assertThat(report.waits()).isFalse();
    assertThat(report.outcome().reasons().get(0))
        .contains("has a sheet already, made from footage/7A/2026-11-16_0900.mp4");
    assertThat(sheet).hasBinaryContent(before);
  }

  @Test
  void processNew_sameContentUnderAnotherName_isNotProcessedAgain() throws IOException {
    FilmedLesson.record(recording);
    processNew(recording);
    Path copy = FilmedLesson.record(recording.resolveSibling("2026-11-17_0900.mp4"));

    assertThat(processNew(copy)).isEmpty();
    assertThat(sheet.resolveSibling("7A_2026-11-17_0900.xlsx")).doesNotExist();
  }

  @Test
  void run_processKilledInTheMiddle_takesTheRecordingUpAgain() throws Exception {
    FilmedLesson.record(recording);
    dieProcessing(1);

    List<LessonReport> reports = run().lessons();

    assertThat(reports).extracting(LessonReport::outcome).containsExactly(Outcome.done());
    assertThat(state()).isEqualTo(Ledger.State.DONE);
  }

  @Test
  void run_processKilledTwice_setsTheRecordingAside() throws Exception {
    FilmedLesson.record(recording);
    dieProcessing(2);

    assertThat(run().lessons()).isEmpty();
    assertThat(state()).isEqualTo(Ledger.State.FAILED);
  }

  @Test
  void run_oneBadRecording_doesNotStopTheOthers() throws Exception {
    Files.writeString(recording.resolveSibling("2026-11-13_0900.mp4"), "no recording at all");
    FilmedLesson.record(recording);

    assertThat(run().lessons())
        .extracting(report -> report.outcome().state())
        .containsExactly(Outcome.State.FAILED, Outcome.State.DONE);
  }

  private void assertFailedForGood(LessonReport report, String reason) throws IOException {
    assertThat(report.outcome().state()).isEqualTo(Outcome.State.FAILED);
    assertThat(report.outcome().reasons().get(0)).contains(reason);
    assertThat(report.waits()).isFalse();
    assertThat(report.sheet()).isEmpty();
    assertThat(state()).isEqualTo(Ledger.State.FAILED);
  }

  private void assertWaits(LessonReport report, String reason) throws IOException {
    assertThat(report.outcome().state()).isEqualTo(Outcome.State.FAILED);
    assertThat(report.outcome().reasons().get(0)).contains(reason);
    assertThat(report.waits()).isTrue();
    assertThat(state()).isEqualTo(Ledger.State.WAITING);
  }

  private Optional<LessonReport> processNew(Path file) {
    try (Installation rollcall = open()) {
      return rollcall.processor().processNew(file, Progress.NONE);
    }
  }

  private FootageRun.Report run() throws InterruptedException {
    try (Installation rollcall = open()) {
      return rollcall.footageRun().run(Optional.empty(), pause -> {}, Progress.NONE, report -> {});
    }
  }

  private Installation open() {
    return Installation.open(home, "test", Clock.systemUTC());
  }

  /** Leaves the ledger as processes do that are killed while they process the recording. */
  private void dieProcessing(int times) {
    try (Store store = Store.open(home.database())) {
      for (int i = 0; i < times; i++) {
        store.ledger().recover(Integer.MAX_VALUE);
        store.ledger().claim(hash(), home.relative(recording), LESSON, false);
      }
    }
  }

  private Ledger.State state() throws IOException {
    try (Store store = Store.open(home.database())) {
      return store.ledger().find(hash()).orElseThrow().state();
    }
  }

  private String hash() {
    return ContentHash.sha256(recording, bytes -> {});
  }

  private void keepOfRecording(double share) throws IOException {
    FilmedLesson.record(recording);
    byte[] whole = Files.readAllBytes(recording);
    Files.write(recording, Arrays.copyOf(whole, (int) (share * whole.length)));
  }

  private static byte[] withOneByteMore(byte[] content) {
    return Arrays.copyOf(content, content.length + 1);
  }
}
