package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.inbox.ContentHash;
import org.rollcall.model.Footage;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.Progress;
import org.rollcall.model.Status;
import org.rollcall.run.RunListener;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.HandWork;
import org.rollcall.testing.UsesNatives;
import org.rollcall.testing.WholeRecording;

/** What can go wrong on the way to a sheet, and what Rollcall says and does then. */
@UsesNatives
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
  void run_textNamedLikeARecording_failsForGood() throws IOException {
    Files.writeString(recording, "This is no recording. ".repeat(100));

    LessonReport report = runOne();

    assertFailedForGood(report, "it is not a recording in a known format");
    assertThat(run()).isEmpty();
  }

  @Test
  void run_soundOnly_failsForGood() throws IOException {
    AudioFormat format = new AudioFormat(8000, 8, 1, false, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(new byte[16_000]), format, 16_000),
        AudioFileFormat.Type.WAVE,
        recording.toFile());

    assertFailedForGood(runOne(), "it is not a recording in a known format");
  }

  @Test
  void run_cutOffInTheIndex_failsForGood() throws IOException {
    keepOfRecording(0.0005);

    assertFailedForGood(runOne(), "its index is missing or damaged");
  }

  @Test
  void run_partOfTheRecordingMissing_callsNobodyAbsent() throws IOException {
    keepOfRecording(0.6);

    LessonReport report = runOne();

    assertThat(report.outcome().state()).isEqualTo(Outcome.Completion.PARTIAL);
    assertThat(report.outcome().reasons())
        .anyMatch(r -> r.toString().startsWith("The room was visible for only 0:0"));
    List<LessonRegister.Row> rows = report.register().orElseThrow().rows();
    assertThat(rows).hasSize(8).noneMatch(row -> row.status() == Status.ABSENT);
    assertThat(rows)
        .filteredOn(row -> row.verdict().presence().isEmpty())
        .isNotEmpty()
        .allMatch(
            row -> row.verdict().reason().toString().contains("the room was visible for only"));
    assertThat(state()).isEqualTo(RecordingState.PARTIAL);
  }

  @Test
  void run_rosterMissing_waitsForIt() throws IOException {
    FilmedLesson.record(recording);
    Path roster = home.rosterFile("7A");
    Files.move(roster, roster.resolveSibling("elsewhere.csv"));

    LessonReport report = runOne();

    assertWaits(report, "config/classes/7A/roster.csv");
  }

  @Test
  void run_unknownClass_waitsForIt() throws IOException {
    recording = FilmedLesson.record(home.footage().resolve("7B/2026-11-16_0900.mp4"));

    assertWaits(runOne(), "7B");
  }

  @Test
  void run_nameTellsNoLesson_isRefused() throws IOException {
    recording = FilmedLesson.record(home.footage().resolve("holidays.mp4"));

    assertFailedForGood(runOne(), "name does not identify a lesson");
  }

  @Test
  void process_missingFile_saysSo() {
    LessonReport report = HandWork.process(home, recording);

    assertThat(report.outcome().reasons().get(0))
        .asString()
        .startsWith("Cannot read footage/7A/2026-11-16_0900.mp4");
  }

  @Test
  void run_sheetOpenInASpreadsheetProgram_writesItWhenItIsClosed() throws IOException {
    FilmedLesson.record(recording);
    Path owner = sheet.resolveSibling("~$" + sheet.getFileName());
    Files.createDirectories(owner.getParent());
    Files.createFile(owner);

    LessonReport report = runOne();

    assertThat(report.outcome()).isEqualTo(Outcome.done());
    assertThat(report.sheet()).isEmpty();
    assertThat(report.sheetWaits()).get().asString().contains("open in a spreadsheet program");
    assertThat(sheet).doesNotExist();

    Files.delete(owner);
    assertThat(run()).isEmpty();
    assertThat(sheet).isNotEmptyFile();
  }

  @Test
  void run_fileInPlaceOfTheAttendanceFolder_writesTheSheetWhenItIsGone() throws IOException {
    FilmedLesson.record(recording);
    Path file = Files.createFile(folder.resolve("attendance"));

    assertThat(runOne().sheetWaits()).get().asString().contains("Cannot write");

    Files.delete(file);
    assertThat(run()).isEmpty();
    assertThat(sheet).isNotEmptyFile();
  }

  @Test
  void run_secondCameraOfALesson_makesOneSheetOfBoth() throws IOException {
    FilmedLesson.record(recording);
    assertThat(runOne().outcome()).isEqualTo(Outcome.done());
    Path second = recording.resolveSibling("2026-11-16_0900_back.mp4");
    Files.write(second, withOneByteMore(Files.readAllBytes(recording)));

    LessonReport report = runOne();

    assertThat(report.outcome()).isEqualTo(Outcome.done());
    assertThat(report.sheet()).contains(sheet);
    assertThat(report.register().orElseThrow().run().footage())
        .extracting(Footage::file)
        .containsExactly("footage/7A/2026-11-16_0900.mp4", "footage/7A/2026-11-16_0900_back.mp4");
    assertThat(run()).isEmpty();
  }

  @Test
  void run_secondCameraUnreadable_makesTheSheetOfTheFirst() throws IOException {
    FilmedLesson.record(recording);
    Path second = recording.resolveSibling("2026-11-16_0900_back.mp4");
    byte[] whole = Files.readAllBytes(recording);
    Files.write(second, Arrays.copyOf(whole, (int) (0.0005 * whole.length)));

    assertThat(run())
        .extracting(report -> report.outcome().state())
        .containsExactly(Outcome.Completion.FAILED, Outcome.Completion.DONE);
    assertThat(sheet).isNotEmptyFile();
  }

  @Test
  void run_recordingThatTheSheetShowsIsGone_keepsTheSheet() throws IOException {
    FilmedLesson.record(recording);
    runOne();
    byte[] before = Files.readAllBytes(sheet);
    Path second = recording.resolveSibling("2026-11-16_0900_back.mp4");
    Files.write(second, withOneByteMore(Files.readAllBytes(recording)));
    Path away = folder.resolve("away.mp4");
    Files.move(recording, away);

    LessonReport report = runOne();

    assertThat(report.waits()).isTrue();
    assertThat(report.outcome().reasons().get(0))
        .asString()
        .contains("is missing. Put that recording back.");
    assertThat(sheet).hasBinaryContent(before);

    Files.move(away, recording);
    assertThat(runOne().outcome()).isEqualTo(Outcome.done());
  }

  @Test
  void run_recordingVanishesAfterItWasNoticed_waitsNoMoreAndIsTakenWhenItIsBack()
      throws IOException {
    FilmedLesson.record(recording);
    Path away = folder.resolve("away.mp4");
    try (Store store = Store.open(home.database())) {
      store.ledger().add(hash(), home.relative(recording));
      store.ledger().enter(List.of(WholeRecording.of(LESSON, hash(), home.relative(recording))));
    }
    String hash = hash();
    Files.move(recording, away);

    assertThat(run()).isEmpty();
    try (Store store = Store.open(home.database())) {
      assertThat(store.ledger().find(hash).orElseThrow().missing()).isTrue();
    }

    Files.move(away, recording);
    assertThat(runOne().outcome()).isEqualTo(Outcome.done());
  }

  @Test
  void run_sameContentUnderAnotherName_isNotProcessedAgain() throws IOException {
    FilmedLesson.record(recording);
    runOne();
    FilmedLesson.record(recording.resolveSibling("2026-11-17_0900.mp4"));

    assertThat(run()).isEmpty();
    assertThat(sheet.resolveSibling("7A_2026-11-17_0900.xlsx")).doesNotExist();
  }

  @Test
  void run_otherContentUnderTheSameName_takesThePlaceOfTheOld() throws IOException {
    FilmedLesson.record(recording);
    runOne();
    Files.write(recording, withOneByteMore(Files.readAllBytes(recording)));

    LessonReport report = runOne();

    assertThat(report.outcome()).isEqualTo(Outcome.done());
    assertThat(report.register().orElseThrow().run().footage())
        .extracting(Footage::sha256)
        .containsExactly(hash());
  }

  @Test
  void run_recordingGrowsWhileItIsWatched_waitsAndTakesItWhole() throws IOException {
    FilmedLesson.record(recording);
    Progress slowCopy =
        new Progress() {
          @Override
          public void recording(Duration position, Duration length) {
            appendOneByte();
          }
        };

    List<LessonReport> early = HandWork.run(home, listener(slowCopy)).lessons();

    assertThat(early).hasSize(1).allMatch(LessonReport::waits);
    assertThat(early.get(0).outcome().reasons().get(0))
        .asString()
        .contains("the file has changed in the meantime");
    assertThat(sheet).doesNotExist();

    LessonReport report = runOne();

    assertThat(report.outcome()).isEqualTo(Outcome.done());
    assertThat(report.register().orElseThrow().run().footage())
        .extracting(Footage::sha256)
        .containsExactly(hash());
  }

  private void appendOneByte() {
    try {
      Files.write(recording, new byte[1], StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunListener listener(Progress progress) {
    return new RunListener() {
      @Override
      public Progress progress(Claim claim) {
        return progress;
      }
    };
  }

  @Test
  void run_oneBadRecording_doesNotStopTheOthers() throws Exception {
    Files.writeString(recording.resolveSibling("2026-11-13_0900.mp4"), "no recording at all");
    FilmedLesson.record(recording);

    assertThat(run())
        .extracting(report -> report.outcome().state())
        .containsExactly(Outcome.Completion.FAILED, Outcome.Completion.DONE);
  }

  private void assertFailedForGood(LessonReport report, String reason) throws IOException {
    assertThat(report.outcome().state()).isEqualTo(Outcome.Completion.FAILED);
    assertThat(report.outcome().reasons().get(0)).asString().contains(reason);
    assertThat(report.waits()).isFalse();
    assertThat(report.sheet()).isEmpty();
    assertThat(state()).isEqualTo(RecordingState.FAILED);
  }

  private void assertWaits(LessonReport report, String reason) throws IOException {
    assertThat(report.outcome().state()).isEqualTo(Outcome.Completion.FAILED);
    assertThat(report.outcome().reasons().get(0)).asString().contains(reason);
    assertThat(report.waits()).isTrue();
    assertThat(state()).isEqualTo(RecordingState.WAITING);
  }

  private List<LessonReport> run() {
    return HandWork.run(home).lessons();
  }

  private LessonReport runOne() {
    List<LessonReport> reports = run();
    assertThat(reports).hasSize(1);
    return reports.get(0);
  }

  private RecordingState state() throws IOException {
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
