package org.rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.desk.MadeLesson.LESSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.inbox.Candidate;
import org.rollcall.inbox.ContentHash;
import org.rollcall.inbox.Skipped;
import org.rollcall.ingest.ContentIndex;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.SheetProblem;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.ledger.Owner;
import org.rollcall.store.ledger.PendingSheets.Pending;
import org.rollcall.store.ledger.Places;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.store.ledger.Run;
import org.rollcall.store.ledger.Runs.RunState;
import org.rollcall.store.register.DueClassRegisters.Due;
import org.rollcall.store.register.SheetEdits;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.WholeRecording;

class InstallationStatusTest {
  private static final Instant RECORDED = Instant.parse("2026-11-16T09:00:00Z");

  private static final SheetProblem PROBLEM =
      new SheetProblem("'Register'!K9", "ill", Message.of(Reason.TYPED_NOT_A_MARK));

  @TempDir Path folder;
  private final FakeClock clock = FakeClock.at("2026-11-17T01:00:00Z");
  private Home home;
  private Path recording;

  @BeforeEach
  void record() throws IOException {
    home = Home.of(folder);
    recording = file("7A/2026-11-16_0900.mp4");
  }

  @Test
  void of_newInstallation_listsTheFolderWithoutMakingADatabase() {
    InstallationStatus status = status();

    assertThat(paths(status.waiting())).containsExactly(recording);
    assertThat(status.recordings()).isEmpty();
    assertThat(status.latestRun()).isEmpty();
    assertThat(home.database()).doesNotExist();
  }

  @Test
  void of_filesThatCannotBeProcessed_areSkipped() throws IOException {
    Path empty = Files.createFile(home.footage().resolve("7A/2026-11-16_1000.mp4"));
    Path notes = file("7A/notes.txt");

    InstallationStatus status = status();

    assertThat(status.skipped()).extracting(Skipped::path).containsExactly(empty, notes);
    assertThat(paths(status.waiting())).containsExactly(recording);
  }

  @Test
  void of_recordingThatHasEnded_doesNotWait() throws IOException {
    try (Store store = store()) {
      settle(store, RecordingState.FAILED);
    }

    InstallationStatus status = status();

    assertThat(status.waiting()).isEmpty();
    assertThat(status.recordings())
        .extracting(Recording::state)
        .containsExactly(RecordingState.FAILED);
    assertThat(InstallationStatus.waiting(home, Settings.DEFAULT, clock)).isEmpty();
  }

  @Test
  void of_recordingThatWaitsAgain_waits() throws IOException {
    try (Store store = store()) {
      settle(store, RecordingState.WAITING);
    }

    assertThat(paths(status().waiting())).containsExactly(recording);
  }

  @Test
  void of_changedRecording_waitsAgain() throws IOException {
    try (Store store = store()) {
      settle(store, RecordingState.FAILED);
    }
    Files.writeString(recording, "another one");
    Files.setLastModifiedTime(recording, FileTime.from(RECORDED));

    assertThat(paths(status().waiting())).containsExactly(recording);
  }

  @Test
  void of_storedFacts_areListed() throws IOException {
    try (Store store = store()) {
      store.lessons().save(MadeLesson.register());
      store.pendingSheets().add(LESSON, Message.english("It is open."));
      store.dueClassRegisters().add("7B");
      store
          .sheetStates()
          .saveCopy(LESSON, RECORDED, new SheetEdits("x", List.of(), List.of(), List.of(PROBLEM)));
      Run run = new Run("night", RECORDED, Optional.empty(), "node");
      store.runs().start(run);
      store.runs().end(run, RECORDED.plusSeconds(60), true);
    }

    InstallationStatus status = status();

    assertThat(status.pendingSheets())
        .singleElement()
        .satisfies(pending -> assertThat(pending.lesson()).isEqualTo(LESSON))
        .extracting(Pending::reason)
        .isEqualTo(Message.english("It is open."));
    assertThat(status.sheetProblems()).isEqualTo(Map.of(LESSON, List.of(PROBLEM)));
    assertThat(status.dueRegisters()).extracting(Due::className).containsExactly("7B");
    assertThat(status.latestRun().orElseThrow().state()).isEqualTo(RunState.COMPLETE);
  }

  /** The folder is looked at, not only the ledger. */
  @Test
  void of_recordingThatWasTakenAway_waitsNoLonger() throws IOException {
    try (Store store = store()) {
      settle(store, RecordingState.WAITING);
    }
    Files.delete(recording);

    InstallationStatus status = status();

    assertThat(status.recordings())
        .singleElement()
        .satisfies(gone -> assertThat(gone.state()).isEqualTo(RecordingState.REMOVED))
        .satisfies(
            gone -> assertThat(gone.reason().orElseThrow()).asString().contains("Put it back"));
    assertThat(status.waiting()).isEmpty();
  }

  @Test
  void of_lessonOfAnotherProcess_isInProgress() throws IOException {
    try (Store store = store()) {
      settle(store, RecordingState.WAITING);
      String sha256 = ContentHash.sha256(recording, bytes -> {});
      store.ledger().enter(List.of(WholeRecording.of(LESSON, sha256, home.relative(recording))));
      assertThat(store.claims().claim(LESSON)).isPresent();
    }

    assertThat(status().inProgress())
        .singleElement()
        .satisfies(live -> assertThat(live.lesson()).isEqualTo(LESSON))
        .satisfies(live -> assertThat(live.owner()).isEqualTo(Owner.self()));
  }

  @Test
  void of_copyAndWithdrawnLesson_areTold() throws IOException {
    Path copy = file("7A/2026-11-16_0900 (1).mp4");
    String sha256 = "a".repeat(64);
    Files.createDirectories(home.results());
    try (Store store = Store.open(new StoreAddress.SqliteFile(home.database()), clock)) {
      store.ledger().add(sha256, home.relative(recording));
      store.ledger().enter(List.of(WholeRecording.of(LESSON, sha256, home.relative(recording))));
      store.ledger().add(sha256, home.relative(copy));
      store.ledger().enter(List.of(WholeRecording.of(LESSON, sha256, home.relative(copy))));
      store.auditLog().add("Rollcall", "", Action.LESSON_WITHDRAWN, LESSON.toString());
    }

    assertThat(status().copies())
        .containsExactly(
            new Places.Copy(home.relative(copy), home.relative(recording), Optional.empty()));
    assertThat(status().withdrawn())
        .singleElement()
        .satisfies(entry -> assertThat(entry.about()).isEqualTo(LESSON.toString()));
    Files.delete(copy);
    clock.pass(Duration.ofDays(15));
    assertThat(status().copies()).isEmpty();
    assertThat(status().withdrawn()).isEmpty();
  }

  @Test
  void folder_openStore_isSortedAlike() throws IOException {
    try (Store store = store()) {
      settle(store, RecordingState.SET_ASIDE);

      assertThat(InstallationStatus.folder(home, Settings.DEFAULT, store, clock).waiting())
          .isEmpty();
    }
  }

  private InstallationStatus status() {
    return InstallationStatus.of(home, Settings.DEFAULT, clock);
  }

  private Store store() throws IOException {
    Files.createDirectories(home.results());
    return Store.open(home.database());
  }

  private void settle(Store store, RecordingState state) {
    String sha256 = ContentHash.sha256(recording, bytes -> {});
    new ContentIndex(home, store).remember(recording, sha256);
    store.ledger().add(sha256, home.relative(recording));
    store.ledger().refuse(sha256, state, Message.english("Because."));
  }

  private Path file(String name) throws IOException {
    Path file = home.footage().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
    return Files.setLastModifiedTime(file, FileTime.from(RECORDED));
  }

  private static List<Path> paths(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::path).toList();
  }
}
