package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.home.HomeStore;
import org.rollcall.home.Installation;
import org.rollcall.inbox.ContentHash;
import org.rollcall.model.Footage;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.Progress;
import org.rollcall.model.Status;
import org.rollcall.model.picture.Picture;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.ClaimLost;
import org.rollcall.store.ledger.Claims;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.BlindEngine;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.UsesNatives;
import org.rollcall.testing.WholeRecording;
import org.rollcall.video.PhotoFilm;
import org.rollcall.video.Photos;

/** The way of a claimed lesson, with an empty room of two seconds and nobody who finds faces. */
@UsesNatives
class LessonProcessorTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final String FILE = "footage/7A/2026-11-16_0900.mp4";
  private static final String BACK = "footage/7A/2026-11-16_0900_back.mp4";

  @TempDir static Path films;
  private static Path emptyRoom;

  @TempDir Path folder;

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-17T01:00:00Z"));
  private final BlindEngine engine = new BlindEngine();
  private Home home;
  @AutoClose private Installation installation;
  private LessonProcessor processor;

  @BeforeAll
  static void film() throws IOException {
    Path photo = films.resolve("room.jpg");
    byte[] grey = new byte[3 * 64 * 48];
    Arrays.fill(grey, (byte) 90);
    Files.write(photo, Photos.encode(new Picture(64, 48, grey), 64, 90).bytes());
    emptyRoom = films.resolve("room.mp4");
    PhotoFilm.make(List.of(photo, photo), emptyRoom, done -> {});
  }

  @BeforeEach
  void open() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.classFolder("7A"));
    Files.createDirectories(home.footage().resolve("7A"));
    Files.writeString(home.rosterFile("7A"), "id,name,consent\nS1,Ada,no\nS2,Ben,\n");
    Files.writeString(home.settingsFile(), "school.zone: UTC\n");
    installation = Installation.open(home, clock);
    processor = new LessonProcessor(installation, engine);
  }

  private Store store() {
    return installation.store();
  }

  /** Puts a recording into the folder. A few bytes at the end make it one of its own. */
  private Path put(String file, String end) throws IOException {
    Path path = folder.resolve(file);
    Files.write(path, Files.readAllBytes(emptyRoom));
    Files.writeString(path, end, StandardOpenOption.APPEND);
    return path;
  }

  private String enter(String file) {
    String sha256 = ContentHash.sha256(folder.resolve(file), bytes -> {});
    store().ledger().add(sha256, file);
    store().ledger().enter(List.of(WholeRecording.of(LESSON, sha256, file)));
    return sha256;
  }

  private Claim claim() {
    return store().claims().claim(LESSON).orElseThrow();
  }

  private LessonReport process() {
    return processor.process(claim(), Progress.NONE);
  }

  private RecordingState state() {
    return store().workQueue().workState(LESSON).state();
  }

  private Path sheet() {
    return home.attendance("7A").resolve("7A_2026-11-16_0900.xlsx");
  }

  private void assertNothingIsWritten() {
    assertThat(store().lessons().find(LESSON)).isEmpty();
    assertThat(home.output(LESSON)).doesNotExist();
    assertThat(sheet()).doesNotExist();
  }

  @Test
  void process_emptyRoom_marksEverybodyAndWritesTheSheet() throws IOException {
    put(FILE, "");
    String sha256 = enter(FILE);

    LessonReport report = process();

    assertThat(report.outcome().state()).isEqualTo(Outcome.Completion.PARTIAL);
    assertThat(report.file()).isEqualTo(FILE);
    assertThat(report.sheet()).contains(sheet());
    assertThat(report.trace()).isPresent();
    assertThat(sheet()).isNotEmptyFile();
    assertThat(home.output(LESSON).resolve("result.json")).isNotEmptyFile();
    LessonRegister register = store().lessons().find(LESSON).orElseThrow();
    assertThat(register.rows()).hasSize(2).allMatch(row -> row.status() == Status.REVIEW);
    assertThat(register.run().footage())
        .singleElement()
        .extracting(Footage::sha256)
        .isEqualTo(sha256);
    assertThat(state()).isEqualTo(RecordingState.PARTIAL);
    assertThat(store().statistics().sum().work()).isZero();
  }

  @Test
  void process_progress_hearsWhatIsRead() throws IOException {
    put(FILE, "");
    String sha256 = enter(FILE);
    List<String> heard = new ArrayList<>();

    processor.process(
        claim(),
        new Progress() {
          @Override
          public void start(String what) {
            heard.add("begin " + what);
          }

          @Override
          public void reading(String hash) {
            heard.add("read " + hash);
          }

          @Override
          public void end() {
            heard.add("end");
          }
        });

    assertThat(heard).containsExactly("begin " + FILE, "read " + sha256, "end");
  }

  @Test
  void process_oneOfTwoRecordingsIsNone_makesTheSheetOfTheOther() throws IOException {
    put(FILE, "");
    enter(FILE);
    Files.writeString(folder.resolve(BACK), "no recording");
    String bad = enter(BACK);

    LessonReport report = process();

    assertThat(report.outcome().state()).isEqualTo(Outcome.Completion.PARTIAL);
    assertThat(report.register().orElseThrow().run().footage()).hasSize(1);
    assertThat(sheet()).isNotEmptyFile();
    assertThat(store().ledger().find(bad).orElseThrow().state()).isEqualTo(RecordingState.FAILED);
  }

  @Test
  void process_onlyRecordingIsNone_failsForGood() throws IOException {
    Files.writeString(folder.resolve(FILE), "no recording");
    enter(FILE);

    LessonReport report = process();

    assertThat(report.outcome().state()).isEqualTo(Outcome.Completion.FAILED);
    assertThat(report.waits()).isFalse();
    assertThat(state()).isEqualTo(RecordingState.FAILED);
    assertNothingIsWritten();
  }

  @Test
  void process_recordingIsGone_failsUntilItIsBack() throws IOException {
    put(FILE, "");
    String sha256 = enter(FILE);
    Files.delete(folder.resolve(FILE));

    LessonReport report = process();

    assertThat(report.outcome().reasons().get(0))
        .asString()
        .endsWith("Put it back to have it processed.");
    assertThat(store().ledger().find(sha256).orElseThrow().missing()).isTrue();
  }

  @Test
  void process_recordingThatTheSheetShowsIsGone_keepsTheSheet() throws IOException {
    put(FILE, "");
    enter(FILE);
    put(BACK, "another one");
    enter(BACK);
    process();
    byte[] before = Files.readAllBytes(sheet());
    Files.delete(folder.resolve(FILE));

    LessonReport report = process();

    assertThat(report.waits()).isTrue();
    assertThat(sheet()).hasBinaryContent(before);
  }

  @Test
  void process_rosterIsWrong_waits() throws IOException {
    put(FILE, "");
    enter(FILE);
    Files.writeString(home.rosterFile("7A"), "nonsense\n");

    LessonReport report = process();

    assertThat(report.waits()).isTrue();
    assertThat(report.outcome().reasons().get(0))
        .asString()
        .contains("config/classes/7A/roster.csv");
    assertThat(state()).isEqualTo(RecordingState.WAITING);
    assertThat(store().claims().next()).as("not at once").isEmpty();
    assertNothingIsWritten();
  }

  @Test
  void process_recordingIsWrittenToMeanwhile_waits() throws IOException {
    Path path = put(FILE, "");
    enter(FILE);
    engine.whileLooking(() -> touch(path));

    LessonReport report = process();

    assertThat(report.waits()).isTrue();
    assertThat(report.outcome().reasons().get(0))
        .asString()
        .contains("the file has changed in the meantime");
    assertNothingIsWritten();
  }

  private static void touch(Path path) {
    try {
      Files.writeString(path, "more", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void process_engineFails_failsForGoodAndSaysWhy() throws IOException {
    put(FILE, "");
    enter(FILE);
    engine.whileLooking(
        () -> {
          throw new IllegalStateException("broken");
        });

    LessonReport report = process();

    assertThat(report.outcome().reasons().get(0))
        .asString()
        .contains("Unexpected failure", "broken");
    assertThat(state()).isEqualTo(RecordingState.FAILED);
  }

  @Test
  void process_stopped_waitsForTheNextRun() throws IOException {
    put(FILE, "");
    enter(FILE);
    engine.whileLooking(Thread.currentThread()::interrupt);

    LessonReport report = process();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.waits()).isTrue();
    assertThat(state()).isEqualTo(RecordingState.WAITING);
    assertThat(store().claims().next()).as("at once").isPresent();
    assertNothingIsWritten();
  }

  @Test
  void process_othersHaveTheLessonNow_changesNothing() throws IOException {
    put(FILE, "");
    enter(FILE);
    Claim slow = claim();
    engine.whileLooking(this::loseTheClaim);

    assertThatExceptionOfType(ClaimLost.class)
        .isThrownBy(() -> processor.process(slow, Progress.NONE));

    assertThat(state()).isEqualTo(RecordingState.CLAIMED);
    assertNothingIsWritten();
  }

  /** Its lease is over, and somebody else claims the lesson. */
  private void loseTheClaim() {
    engine.whileLooking(() -> {});
    try (Store later =
        Store.open(
            HomeStore.address(home, installation.settings()),
            Clock.offset(Clock.systemUTC(), Claims.LEASE.plus(Duration.ofSeconds(5))))) {
      assertThat(later.claims().recover(Set.of())).containsExactly(LESSON);
      assertThat(later.claims().next()).isPresent();
    }
  }

  @Test
  void process_sheetIsOpenElsewhere_leavesItForLater() throws IOException {
    put(FILE, "");
    enter(FILE);
    Files.createDirectories(sheet().getParent());
    Files.createFile(sheet().resolveSibling("~$" + sheet().getFileName()));

    LessonReport report = process();

    assertThat(report.outcome().state()).isEqualTo(Outcome.Completion.PARTIAL);
    assertThat(report.sheet()).isEmpty();
    assertThat(report.sheetWaits()).get().asString().contains("open in a spreadsheet program");
    assertThat(store().pendingSheets().list()).hasSize(1);
  }
}
