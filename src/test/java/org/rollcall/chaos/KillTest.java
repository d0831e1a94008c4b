package org.rollcall.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.sheet.Sheets;
import org.rollcall.store.ledger.Recording;
import org.rollcall.testing.UsesProcesses;

/**
 * Ten lessons with a correction each are processed once more, while the power fails again and
 * again. In the end there are ten sheets with ten corrections, as if nothing had happened.
 */
@UsesProcesses
class KillTest {
  private static final int LESSONS = Chaos.amount(3, 10);
  private static final int KILLS = Chaos.amount(6, 50);
  private static final long LONGEST_MILLIS = 9000;
  private static final String STUDENT = "S1001";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir Path folder;

  @Test
  void run_killedAgainAndAgain_losesNothingAndDoesNothingTwice() throws Exception {
    SmallSchool school = new SmallSchool(folder);
    for (int i = 0; i < LESSONS; i++) {
      school.add();
    }
    killWhileItRuns(school, KILLS / 2, "run");
    assertThat(finish(school, "run")).isZero();
    assertResults(school);
    assertThat(school.recordings())
        .allSatisfy(file -> assertThat(runs(school, file)).isLessThanOrEqualTo(KILLS));

    for (Path sheet : school.sheets()) {
      Sheets.correct(sheet, STUDENT, "Late");
    }
    List<String> again = new ArrayList<>(List.of("process"));
    school.recordings().forEach(file -> again.add(file.toString()));
    killWhileItRuns(school, KILLS - KILLS / 2, again.toArray(String[]::new));
    assertThat(finish(school, "run")).isZero();

    assertResults(school);
    for (Path sheet : school.sheets()) {
      assertThat(Sheets.correction(sheet, STUDENT)).isEqualTo("Late");
    }
  }

  private static int runs(SmallSchool school, Path recording) {
    return school.ledger().stream()
        .filter(entry -> recording.endsWith(entry.file()))
        .mapToInt(entry -> school.runsOf(entry.lessons().get(0)))
        .sum();
  }

  /** Kills now the process, now all that belong to it as well. */
  private static void killWhileItRuns(SmallSchool school, int kills, String... command)
      throws InterruptedException {
    Random random = new Random(7);
    for (int kill = 0; kill < kills; kill++) {
      Node node = Node.start(school.home().root(), command);
      node.awaitUnlessLong(random.nextLong(LONGEST_MILLIS));
      if (kill % 2 == 0) {
        node.kill();
      } else {
        node.killAll();
      }
    }
  }

  private static int finish(SmallSchool school, String... command) throws InterruptedException {
    Node node = Node.start(school.home().root(), command);
    int exitCode = node.await(PATIENCE);
    assertThat(exitCode).as(node.output()).isZero();
    return exitCode;
  }

  private static void assertResults(SmallSchool school) throws Exception {
    assertThat(school.ledger())
        .hasSize(LESSONS)
        .allMatch(entry -> entry.state() == Recording.RecordingState.DONE, "is done");
    for (Path sheet : school.sheets()) {
      assertThat(Sheets.correction(sheet, STUDENT)).isNotNull();
    }
    assertThat(school.recordings())
        .allSatisfy(file -> assertThat(Files.readString(school.result(file))).endsWith("}"));
    assertThat(school.leftovers()).isEmpty();
    school.assertDatabaseIsSound();
  }
}
