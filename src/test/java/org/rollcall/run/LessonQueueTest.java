package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.home.Installation;
import org.rollcall.ingest.FactsReader;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Progress;
import org.rollcall.store.Noticed;
import org.rollcall.store.Store;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Claims;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.store.ledger.WorkQueue;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.testing.Waiting;

/** Lessons that wait in the ledger; nobody looks into their recordings. */
@Timeout(60)
class LessonQueueTest {
  @TempDir Path folder;

  private final List<LessonKey> worked = Collections.synchronizedList(new ArrayList<>());
  private final List<String> ended = new ArrayList<>();
  private SchoolFolder school;
  @AutoClose private Installation installation;

  /** What is done with a lesson. */
  private interface Work {
    void on(Claim claim) throws Exception;
  }

  /**
   * Workers who do what a test says.
   *
   * @param parallel how many lessons at a time
   * @param work what they do with each
   */
  private record ToldWorkers(Installation installation, int parallel, Work work)
      implements Workers {
    @Override
    public FactsReader facts() {
      throw new UnsupportedOperationException();
    }

    @Override
    public LessonReport work(Claim claim, Progress progress) {
      try {
        work.on(claim);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      return LessonReport.failed(claim.files(), Message.english("Somehow."), false);
    }
  }

  @BeforeEach
  void open() {
    school = new SchoolFolder(folder);
    school.withClass("7A", "s1,Ada Birch");
    school.write("config/rollcall.yaml", "school.zone: UTC\n");
    EmptyDatabase.at(school.home().database());
    installation = Installation.open(school.home(), FakeClock.at("2026-11-17T01:00:00Z"));
  }

  private Store store() {
    return installation.store();
  }

  private Claims claims() {
    return store().claims();
  }

  private WorkQueue workQueue() {
    return store().workQueue();
  }

  private void threeLessons() {
    Noticed.add(store(), "a", Noticed.NINE);
    Noticed.add(store(), "b", Noticed.TEN);
    Noticed.add(store(), "c", Noticed.NEXT_DAY);
  }

  private void work(int parallel, Work work) {
    Work noted =
        claim -> {
          worked.add(claim.lesson());
          work.on(claim);
        };
    RunListener listener =
        new RunListener() {
          @Override
          public void ended(LessonReport report) {
            ended.add(report.file());
          }
        };
    new LessonQueue(installation, new ToldWorkers(installation, parallel, noted), listener)
        .work(FootageRun.Options.ALL);
  }

  private void finish(Claim claim) {
    claims().finish(claim, Outcome.done());
  }

  private RecordingState state(LessonKey lesson) {
    return workQueue().workState(lesson).state();
  }

  @Test
  void work_several_areDoneOneAfterAnotherByOneWorker() {
    threeLessons();

    work(1, this::finish);

    assertThat(worked).containsExactly(Noticed.NEXT_DAY, Noticed.NINE, Noticed.TEN);
    assertThat(ended).hasSize(3);
  }

  @Test
  void work_several_areDoneSideBySideByAsManyWorkers() {
    threeLessons();
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger started = new AtomicInteger();

    work(
        2,
        claim -> {
          if (started.incrementAndGet() <= 2) {
            both.await(30, TimeUnit.SECONDS);
          }
          finish(claim);
        });

    assertThat(worked).containsExactlyInAnyOrder(Noticed.NEXT_DAY, Noticed.NINE, Noticed.TEN);
    assertThat(ended).hasSize(3);
  }

  @Test
  void work_oneWorkerFails_theOthersFinishAndTheFailureIsTold() {
    threeLessons();

    assertThatThrownBy(
            () ->
                work(
                    2,
                    claim -> {
                      finish(claim);
                      if (claim.lesson().equals(Noticed.NEXT_DAY)) {
                        throw new IllegalStateException("broken");
                      }
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");

    assertThat(worked).hasSize(3);
    assertThat(ended).hasSize(2);
  }

  @Test
  void work_stopped_stopsAllWorkersAndWaitsForThem() throws Exception {
    threeLessons();
    CountDownLatch working = new CountDownLatch(2);
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              work(2, claim -> workUntilStopped(claim, working));
              return Thread.interrupted();
            });
    Thread thread = new Thread(task);
    thread.start();
    working.await();

    thread.interrupt();

    assertThat(task.get()).as("the thread knows that it was interrupted").isTrue();
    assertThat(worked).hasSize(2);
    assertThat(workQueue().anyLive()).as("every claim was released").isFalse();
  }

  private void workUntilStopped(Claim claim, CountDownLatch working) {
    working.countDown();
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      claims().release(claim, Message.english("Stopped."));
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void work_lessonWhoseClaimantDied_isTakenOver() {
    Noticed.add(store(), "a", Noticed.NINE);
    StoreAddress address = new StoreAddress.SqliteFile(school.home().database());
    try (Store other = Store.open(address, FakeClock.at("2026-11-17T01:00:00Z"))) {
      assertThat(other.claims().next()).isPresent();
    }

    work(1, this::finish);

    assertThat(worked).containsExactly(Noticed.NINE);
  }

  @Test
  void work_ownClaimThatRanOut_isNotTakenFromTheWorkerWhoHoldsIt() {
    threeLessons();
    CountDownLatch ranOut = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(2);

    work(
        2,
        claim -> {
          if (claim.lesson().equals(Noticed.NEXT_DAY)) {
            letClaimsRunOut();
            ranOut.countDown();
            others.await(30, TimeUnit.SECONDS);
            finish(claim);
          } else {
            ranOut.await(30, TimeUnit.SECONDS);
            finish(claim);
            others.countDown();
          }
        });

    assertThat(worked).hasSize(3);
    assertThat(state(Noticed.NEXT_DAY)).isEqualTo(RecordingState.DONE);
  }

  private void letClaimsRunOut() {
    try (Database database = Database.open(new StoreAddress.SqliteFile(school.home().database()))) {
      database.change(
          handle -> handle.execute("UPDATE work SET expires = 0 WHERE lesson_date = '2026-11-17'"));
    }
  }

  @Test
  void work_othersAtWork_waitsAndTakesWhatTheyPutBack() throws Exception {
    Noticed.add(store(), "a", Noticed.NINE);
    Claim others = claims().next().orElseThrow();
    FutureTask<Void> task = new FutureTask<>(() -> work(1, this::finish), null);
    Thread thread = new Thread(task);
    thread.start();
    Waiting.until(
        thread::getStackTrace,
        frames -> List.of(frames).stream().anyMatch(f -> f.getMethodName().equals("pause")));
    assertThat(worked).isEmpty();

    claims().release(others, Message.english("Stopped."));

    task.get();
    assertThat(worked).containsExactly(Noticed.NINE);
    assertThat(state(Noticed.NINE)).isEqualTo(RecordingState.DONE);
  }

  @Test
  void work_lastLessonOfAClass_writesItsRegisterOnce() {
    threeLessons();
    Path register = school.home().attendance("7A").resolve("7A_register.xlsx");
    List<Boolean> there = new ArrayList<>();

    work(
        1,
        claim -> {
          there.add(Files.exists(register));
          store().dueClassRegisters().add("7A");
          finish(claim);
        });

    assertThat(there).containsExactly(false, false, false);
    assertThat(register).exists();
    assertThat(store().dueClassRegisters().list()).isEmpty();
  }
}
