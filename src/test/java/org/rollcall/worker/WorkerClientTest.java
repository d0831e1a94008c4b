package org.rollcall.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Progress;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.testing.UsesProcesses;

@UsesProcesses
class WorkerClientTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int MEGABYTES = 4000;
  private static final Request ANYTHING = Request.enrol("7A");

  @TempDir Path root;

  private final List<String> heard = new ArrayList<>();
  private final Progress progress =
      new Progress() {
        @Override
        public void reading(String sha256) {
          heard.add(sha256.substring(0, 1));
        }

        @Override
        public void recording(Duration position, Duration length) {
          heard.add(position.toSeconds() + " of " + length.toSeconds() + " s");
        }

        @Override
        public void items(int done, int all) {
          heard.add(done + " of " + all);
        }
      };

  private WorkerClient start(ProcessBuilder command, int megabytes) {
    return WorkerClient.start(command, WorkFolder.make(Home.of(root)), megabytes);
  }

  private List<String> ask(String... parts) {
    try (WorkerClient client = start(Actor.playing(parts), MEGABYTES)) {
      return client.ask(ANYTHING, PATIENCE, progress);
    }
  }

  private WorkerClient.Died death(String... parts) {
    return catchDeath(Actor.playing(parts), PATIENCE, MEGABYTES);
  }

  private WorkerClient.Died catchDeath(ProcessBuilder command, Duration patience, int megabytes) {
    try (WorkerClient client = start(command, megabytes)) {
      return assertThatExceptionOfType(WorkerClient.Died.class)
          .isThrownBy(() -> client.ask(ANYTHING, patience, progress))
          .actual();
    }
  }

  @Test
  void ask_workerIsDone_givesItsLinesAndProgress() {
    assertThat(ask("read", "photos", "progress", "babble", "says", "done"))
        .containsExactly("a line of words");
    assertThat(heard).containsExactly("a", "3 of 4", "5 of 60 s");
  }

  @Test
  void ask_once_thenAgain_givesAnAnswerEach() {
    try (WorkerClient client = start(Actor.playing("says", "done", "next", "done"), MEGABYTES)) {
      assertThat(client.ask(ANYTHING, PATIENCE, progress)).hasSize(1);
      assertThat(client.ask(ANYTHING, PATIENCE, progress)).isEmpty();
    }
  }

  @Test
  void ask_workerDiesAfterItIsDone_hasTheAnswer() {
    assertThat(ask("done", "kill")).isEmpty();
  }

  /** The pipe to a process holds much less than a photo. */
  @Test
  @Timeout(60)
  void ask_workerReadsNothing_isKilledAfterItsTime() {
    Request photo = Request.hint(new byte[2_000_000]);
    try (WorkerClient client = start(Actor.playing("sleep"), MEGABYTES)) {
      assertThatExceptionOfType(WorkerClient.Died.class)
          .isThrownBy(() -> client.ask(photo, Duration.ofSeconds(2), progress))
          .withMessageContaining("made no progress for 2 s");
    }
  }

  @Test
  void ask_workerGivesUp_saysWhy() {
    assertThatThrownBy(() -> ask("give-up", "sleep"))
        .isExactlyInstanceOf(RollcallException.class)
        .hasMessage("No such class.\nMake it.");
  }

  @Test
  void ask_workerGivesUpForNow_mayHeal() {
    assertThatThrownBy(() -> ask("postpone", "sleep"))
        .isExactlyInstanceOf(TemporaryFailure.class)
        .hasMessage("The disk is full.");
  }

  @Test
  void ask_workerEndsEarly_tellsTheExitCodeAndWhatItRead() {
    WorkerClient.Died death = death("read", "die");

    assertThat(death).hasMessage("The process that was working on it died: exit code 7.");
    assertThat(death.reading()).contains(Actor.hash());
  }

  @Test
  void ask_libraryThatSaysDone_isNotBelieved() {
    assertThat(death("babble").reading()).isEmpty();
  }

  @Test
  void ask_workerIsKilled_tellsTheSignal() {
    assertThat(death("kill", "sleep")).hasMessageContaining("died: signal 9");
  }

  @Test
  void ask_heapIsFull_saysSo() {
    assertThat(death("hoard", "done")).hasMessageContaining("its heap was full");
  }

  @Test
  void ask_workerHangs_isEnded() {
    WorkerClient.Died death =
        catchDeath(Actor.playing("read", "sleep"), Duration.ofSeconds(2), MEGABYTES);

    assertThat(death)
        .hasMessage("The process that was working on it made no progress for 2 s and was killed.");
  }

  @Test
  void ask_workerTakesTooMuchMemory_isEnded() {
    assertThat(catchDeath(Actor.playing("read", "sleep"), PATIENCE, 5))
        .hasMessageContaining("MB of memory, more than the 5 MB of work.memoryMegabytes");
  }

  @Test
  void ask_interrupted_endsTheWorkerAndStaysInterrupted() {
    try (WorkerClient client = start(Actor.playing("read", "sleep"), MEGABYTES)) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(WorkerClient.Stopped.class)
          .isThrownBy(() -> client.ask(ANYTHING, PATIENCE, progress));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(client.isAlive()).isFalse();
    }
  }

  @Test
  void close_workerThatGoesOn_isEndedAndItsFilesAreDeleted() {
    WorkFolder folder = WorkFolder.make(Home.of(root));
    WorkerClient client = WorkerClient.start(Actor.playing("sleep"), folder, MEGABYTES);

    client.close();

    assertThat(client.isAlive()).isFalse();
    assertThat(folder.path()).doesNotExist();
  }

  @Test
  void start_noSuchProgram_mayHealAndLeavesNothing() {
    WorkFolder folder = WorkFolder.make(Home.of(root));

    assertThatThrownBy(
            () -> WorkerClient.start(new ProcessBuilder("/no/such/java"), folder, MEGABYTES))
        .isInstanceOf(TemporaryFailure.class)
        .hasMessageContaining("/no/such/java");
    assertThat(folder.path()).doesNotExist();
  }
}
