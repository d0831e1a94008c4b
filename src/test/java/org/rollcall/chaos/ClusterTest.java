package org.rollcall.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.LessonKey;
import org.rollcall.sheet.Sheets;
import org.rollcall.store.Store;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.ledger.Recording;
import org.rollcall.testing.TestPostgres;
import org.rollcall.testing.UsesProcesses;

/**
 * Three nodes share one database and one folder of recordings, and one after the other is killed
 * and started again. In the end each recording has its sheet.
 */
@UsesProcesses
class ClusterTest {
  private static final int NODES = 3;
  private static final int LESSONS = Chaos.amount(4, 30);
  private static final int MOST_KILLS = Chaos.amount(2, 1000);
  private static final Duration KILLED_EVERY = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(Chaos.amount(10, 40));

  @TempDir Path folder;
  private final List<Node> nodes = new ArrayList<>();
  private StoreAddress.PostgresServer address;

  @AfterEach
  void killTheRest() throws InterruptedException {
    for (Node node : nodes) {
      node.killAll();
    }
  }

  @Test
  void run_nodesKilledOneAfterTheOther_makesEachSheet() throws Exception {
    address = TestPostgres.emptyDatabase();
    SmallSchool school = school();
    for (int i = 0; i < NODES; i++) {
      nodes.add(start(school));
    }
    Instant deadline = Instant.now().plus(PATIENCE);
    int kills = 0;
    while (!allDone()) {
      assertThat(Instant.now()).as("all done by then").isBefore(deadline);
      Instant next = Instant.now().plus(KILLED_EVERY);
      while (Instant.now().isBefore(next) && !allDone()) {
        restartEnded(school);
        Thread.sleep(500);
      }
      if (kills < MOST_KILLS) {
        int victim = kills++ % NODES;
        nodes.get(victim).killAll();
        nodes.set(victim, start(school));
      }
    }

    for (Path sheet : school.sheets()) {
      assertThat(Sheets.correction(sheet, "S1001")).isEmpty();
    }
    assertThat(school.recordings())
        .allSatisfy(file -> assertThat(Files.readString(school.result(file))).endsWith("}"));
    assertThat(results()).as("results of %d kills", kills).isBetween(LESSONS, LESSONS + kills);
  }

  private SmallSchool school() throws IOException {
    SmallSchool school = new SmallSchool(folder);
    for (int i = 0; i < LESSONS; i++) {
      school.add();
    }
    Files.writeString(
        school.home().settingsFile(),
        "store:%n  url: %s%n  user: %s%n"
            .formatted(address.url(), address.user().orElse("postgres")),
        StandardOpenOption.APPEND);
    return school;
  }

  private Node start(SmallSchool school) {
    Map<String, String> environment =
        Map.of("ROLLCALL_STORE_PASSWORD", address.password().orElse(""));
    return Node.start(school.home().root(), environment, "run");
  }

  /** A node ends when nothing is left to do, but another may be killed after that. */
  private void restartEnded(SmallSchool school) {
    for (int i = 0; i < NODES; i++) {
      if (!nodes.get(i).alive()) {
        nodes.set(i, start(school));
      }
    }
  }

  private boolean allDone() {
    try (Store store = Store.open(address)) {
      List<Recording> recordings = store.ledger().recordings();
      return recordings.size() == LESSONS
          && recordings.stream().allMatch(one -> one.state() == Recording.RecordingState.DONE);
    }
  }

  /** {@return how often a lesson was saved, all together} */
  private int results() {
    try (Store store = Store.open(address)) {
      return store.ledger().recordings().stream()
          .mapToInt(recording -> runs(store, recording.lessons().get(0)))
          .sum();
    }
  }

  private static int runs(Store store, LessonKey lesson) {
    return store.lessons().runs(lesson);
  }
}
