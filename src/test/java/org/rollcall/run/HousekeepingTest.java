package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.home.Installation;
import org.rollcall.model.LessonKey;
import org.rollcall.model.picture.Embedding;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.store.people.PackEdition;
import org.rollcall.store.people.UnknownSighting;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.WholeRecording;

/** An installation in which somebody was stopped eleven days ago. */
class HousekeepingTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final Instant THEN = Instant.parse("2026-11-17T02:00:00Z");

  @TempDir Path folder;

  private final FakeClock clock = new FakeClock(THEN);
  private Home home;

  @BeforeEach
  void stopInTheMiddle() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.config());
    Files.createDirectories(home.footage());
    Files.createDirectories(folder.resolve("kept"));
    Files.createFile(folder.resolve("kept/a.mp4"));
    keepFor(10);
    try (Store store =
        Store.open(new StoreAddress.SqliteFile(EmptyDatabase.at(home.database())), clock)) {
      store.auditLog().add("head", "", AuditEntry.Action.LOGIN, "");
      UnknownSighting somebody = new UnknownSighting(Optional.empty(), Embedding.ofUnit(1, 0), 1);
      store.unknownPersons().save(LESSON, new PackEdition("compact", "1"), List.of(somebody));
      store.ledger().add("a", "kept/a.mp4");
      store.ledger().enter(List.of(WholeRecording.of(LESSON, "a", "kept/a.mp4")));
      assertThat(store.claims().next()).isPresent();
    }
    clock.pass(Duration.ofDays(11));
  }

  private void keepFor(int days) throws IOException {
    Files.writeString(
        home.settingsFile(),
        "audit.keepDays: %d\nunknown.keepDays: %d\nfootage.stillFor: 0s\n".formatted(days, days));
  }

  private Installation open() {
    return Installation.open(home, clock);
  }

  private static RecordingState state(Installation installation) {
    return installation.store().workQueue().workState(LESSON).state();
  }

  @Test
  void open_installation_leavesAllAsItIs() {
    open().close();

    try (Installation installation = open()) {
      Store store = installation.store();
      assertThat(state(installation)).isEqualTo(RecordingState.CLAIMED);
      assertThat(store.unknownPersons().list("7A")).hasSize(1);
      assertThat(store.auditLog().count()).isEqualTo(1);
    }
  }

  @Test
  void tidyUp_workerIsGone_letsItsLessonWait() {
    try (Installation installation = open()) {
      Housekeeping.tidyUp(installation);

      assertThat(state(installation)).isEqualTo(RecordingState.WAITING);
    }
  }

  @Test
  void tidyUp_unseenForLong_forgetsTheUnknownPerson() throws IOException {
    keepFor(12);
    try (Installation installation = open()) {
      Housekeeping.tidyUp(installation);
      assertThat(installation.store().unknownPersons().list("7A")).hasSize(1);
    }
    keepFor(10);
    try (Installation installation = open()) {
      Housekeeping.tidyUp(installation);
      assertThat(installation.store().unknownPersons().list("7A")).isEmpty();
    }
  }

  @Test
  void tidyUp_oldEntriesOfTheAuditLog_areForgotten() throws IOException {
    keepFor(12);
    try (Installation installation = open()) {
      Housekeeping.tidyUp(installation);
      assertThat(installation.store().auditLog().count()).isEqualTo(1);
    }
    keepFor(10);
    try (Installation installation = open()) {
      Housekeeping.tidyUp(installation);
      assertThat(installation.store().auditLog().count()).isZero();
    }
  }

  @Test
  void run_first_tidiesUp() {
    try (Installation installation = open()) {
      FakeWorkers workers = new FakeWorkers(installation);

      new FootageRun(installation, workers)
          .run(FootageRun.Options.ALL, pause -> {}, RunListener.NONE);

      assertThat(workers.worked).hasSize(1);
      assertThat(installation.store().unknownPersons().list("7A")).isEmpty();
      assertThat(installation.store().auditLog().count()).isZero();
    }
  }
}
