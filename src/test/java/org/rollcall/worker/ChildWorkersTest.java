package org.rollcall.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.home.Installation;
import org.rollcall.ingest.FactsReader;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Progress;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.UsesProcesses;
import org.rollcall.testing.WholeRecording;
import org.rollcall.video.RecordingFacts;

/** What becomes of lessons and recordings when workers end in one way or another. */
@UsesProcesses
class ChildWorkersTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final String A = Actor.hash();
  private static final String B = "b".repeat(64);

  @TempDir Path folder;

  private final Queue<String[]> plays = new ArrayDeque<>();
  private final List<WorkerClient> started = new ArrayList<>();
  @AutoClose private Installation installation;
  private Store store;
  @AutoClose private ChildWorkers workers;

  @BeforeEach
  void open() throws IOException {
    Home home = Home.of(folder);
    Files.createDirectories(home.config());
    installation = Installation.open(home, Clock.systemUTC());
    store = installation.store();
    workers = new ChildWorkers(installation, this::start);
    enter(A, "footage/a.mp4");
  }

  private WorkerClient start() {
    ProcessBuilder command = Actor.playing(plays.remove());
    WorkerClient client = WorkerClient.start(command, WorkFolder.make(installation.home()), 4000);
    started.add(client);
    return client;
  }

  /** The next worker does that, each word one after the other. */
  private void play(String... parts) {
    plays.add(parts);
  }

  private void enter(String sha256, String file) {
    store.ledger().add(sha256, file);
    store.ledger().enter(List.of(WholeRecording.of(LESSON, sha256, file)));
  }

  private Claim claim() {
    return store.claims().next().orElseThrow();
  }

  private LessonReport work() {
    return workers.work(claim(), Progress.NONE);
  }

  /** Has the lesson end as soon as the worker tells of progress, as a real one ends it. */
  private LessonReport workUntilProgress() {
    Claim claim = claim();
    return workers.work(
        claim,
        new Progress() {
          @Override
          public void recording(Duration position, Duration length) {
            store.claims().release(claim, Message.of(Reason.STOPPED_MIDWAY));
          }
        });
  }

  private Recording recording(String sha256) {
    return store.ledger().find(sha256).orElseThrow();
  }

  @Test
  void work_workerGivesUp_putsTheLessonBack() {
    play("give-up", "sleep");

    LessonReport report = work();

    assertThat(report.waits()).isTrue();
    assertThat(report.outcome().reasons())
        .extracting(Message::toString)
        .containsExactly("No such class.\nMake it.");
    assertThat(store.claims().next()).as("not at once").isEmpty();
  }

  @Test
  void work_workerIsDoneButLeftTheClaim_putsTheLessonBack() {
    play("done");

    assertThat(work().outcome().reasons())
        .extracting(Message::toString)
        .containsExactly("The worker ended before the lesson was finished.");
  }

  @Test
  void work_severalLessons_asksOneWorkerAndEndsIt() {
    play("request", "progress", "done", "request", "progress", "done", "stay");

    workUntilProgress();
    workUntilProgress();

    assertThat(started).singleElement().matches(WorkerClient::isAlive);
    workers.close();
    assertThat(started).singleElement().matches(worker -> !worker.isAlive());
  }

  @Test
  void work_afterALessonThatIsNotEnded_startsAnotherWorker() {
    play("done", "stay");
    play("progress", "done", "stay");

    work();
    store.workQueue().skipBackOff();
    workUntilProgress();

    assertThat(plays).isEmpty();
    assertThat(started.get(0).isAlive()).isFalse();
  }

  @Test
  void work_workerDiesInItsSecondLesson_triesAnotherBeforeItBlamesTheRecording() {
    play("request", "progress", "done", "request", "read", "die");
    play("read", "progress", "done", "stay");
    workUntilProgress();

    LessonReport report = workUntilProgress();

    assertThat(plays).isEmpty();
    assertThat(report.outcome().reasons()).asString().doesNotContain("died");
    assertThat(recording(A).state()).isNotEqualTo(RecordingState.SET_ASIDE);
  }

  @Test
  void work_workerDies_letsTheLessonBeTriedAtOnce() {
    play("read", "die");

    LessonReport report = work();

    assertThat(report.outcome().reasons().get(0)).asString().contains("died: exit code 7");
    assertThat(store.claims().next()).isPresent();
  }

  @Test
  void work_workersDieOverTheSameRecording_setItAside() {
    enter(B, "footage/b.mp4");
    play("read", "die");
    play("read", "kill", "sleep");

    work();
    work();

    assertThat(recording(A).state()).isEqualTo(RecordingState.SET_ASIDE);
    assertThat(recording(A).reason()).get().asString().contains("signal 9");
    assertThat(claim().files()).isEqualTo("footage/b.mp4");
  }

  @Test
  void work_workerDiesOverAPhoto_refusesItAndGoesOnWithTheRecording() {
    play("photo", "die");
    play("photo", "no-photo", "read", "done");

    work();

    assertThat(plays).isEmpty();
    assertThat(store.deadlyPhotos().all()).containsOnlyKeys(A);
    assertThat(store.deadlyPhotos().all().get(A)).asString().contains("died: exit code 7");
    assertThat(recording(A).state()).isNotEqualTo(RecordingState.SET_ASIDE);
  }

  @Test
  void work_workersDieOverTheSamePhoto_endsWithoutBlamingTheRecording() {
    play("photo", "die");
    play("photo", "kill", "sleep");

    LessonReport report = work();

    assertThat(report.waits()).isTrue();
    assertThat(store.claims().next()).as("not at once").isEmpty();
    assertThat(recording(A).state()).isNotEqualTo(RecordingState.SET_ASIDE);
  }

  @Test
  void work_workersDieOverNothing_blameNoRecording() {
    play("die");
    LessonReport report = work();

    assertThat(report.waits()).isTrue();
    assertThat(report.outcome().reasons().get(0)).asString().contains("died: exit code 7");
    assertThat(recording(A).state()).isNotEqualTo(RecordingState.SET_ASIDE);
    assertThat(store.claims().next()).as("not at once").isEmpty();
  }

  @Test
  void work_stopped_letsTheLessonWait() {
    play("read", "sleep");
    Claim claim = claim();
    Thread.currentThread().interrupt();

    LessonReport report = workers.work(claim, Progress.NONE);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.outcome().reasons().get(0)).asString().startsWith("Rollcall was stopped");
    assertThat(store.claims().next()).isPresent();
  }

  @Test
  void read_severalRecordings_asksOneWorker() {
    play("facts", "done", "next", "facts", "done");

    try (FactsReader reader = workers.facts()) {
      RecordingFacts facts = reader.read(recording(A)).orElseThrow();

      assertThat(facts.length()).contains(Duration.ofMinutes(45));
      assertThat(reader.read(recording(A))).contains(facts);
    }
  }

  @Test
  void read_workerDies_asksAnother() {
    play("die");
    play("facts", "done");

    try (FactsReader reader = workers.facts()) {
      assertThat(reader.read(recording(A))).isPresent();
    }
  }

  @Test
  void read_workersDieOverIt_setsItAside() {
    play("die");
    play("kill", "sleep");

    try (FactsReader reader = workers.facts()) {
      assertThat(reader.read(recording(A))).isEqualTo(Optional.empty());
    }
    assertThat(recording(A).state()).isEqualTo(RecordingState.SET_ASIDE);
  }

  @Test
  void read_workerGivesUp_saysWhyAndReadsTheNext() {
    play("give-up", "next", "postpone", "next", "facts", "done");

    try (FactsReader reader = workers.facts()) {
      assertThatThrownBy(() -> reader.read(recording(A)))
          .isExactlyInstanceOf(RollcallException.class);
      assertThatThrownBy(() -> reader.read(recording(A))).isInstanceOf(TemporaryFailure.class);
      assertThat(reader.read(recording(A))).isPresent();
    }
  }

  @Test
  void read_stopped_tellsNothingOfTheRecording() {
    play("sleep");

    try (FactsReader reader = workers.facts()) {
      Thread.currentThread().interrupt();

      assertThat(reader.read(recording(A))).isEmpty();
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(recording(A).reason()).isEmpty();
  }
}
