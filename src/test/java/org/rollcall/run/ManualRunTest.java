package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.home.Installation;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.Store;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Claims;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.store.ledger.WorkQueue;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.testing.Waiting;

/** Work that a person asked for, by workers who look into no recording. */
@Timeout(60)
class ManualRunTest {
  private static final String FILE = "footage/7A/2026-11-16_0900.mp4";
  private static final LessonKey NINE =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final LessonKey HALF_PAST_NINE =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 30));

  @TempDir Path folder;

  private final List<String> heard = new ArrayList<>();
  private SchoolFolder school;
  private Path recording;
  @AutoClose private Installation installation;
  private FakeWorkers workers;
  private ManualRun run;

  @BeforeEach
  void open() {
    school = new SchoolFolder(folder);
    school.withClass("7A", "s1,Ada Birch");
    school.write("config/rollcall.yaml", "school.zone: UTC\n");
    recording = school.write(FILE, "a film");
    EmptyDatabase.at(school.home().database());
    installation = Installation.open(school.home(), FakeClock.at("2026-11-17T01:00:00Z"));
    workers = new FakeWorkers(installation);
    run = new ManualRun(installation, workers, listener());
  }

  private RunListener listener() {
    return new RunListener() {
      @Override
      public void ended(LessonReport report) {
        heard.add(report.file());
      }
    };
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

  private List<LessonKey> worked() {
    return workers.worked.stream().map(Claim::lesson).toList();
  }

  private void twoLessons() {
    school.write(
        "config/timetable.csv",
        "class,weekday,start,end\n7A,Mon,09:00,09:20\n7A,Mon,09:30,09:45\n");
  }

  private Path classRegister() {
    return school.home().attendance("7A").resolve("7A_register.xlsx");
  }

  private void finishAndChangeMarks(Claim claim) {
    claims().finish(claim, Outcome.done());
    store().dueClassRegisters().add("7A");
  }

  private static void assertFailed(LessonReport report, Message reason, boolean waits) {
    assertThat(report.outcome()).isEqualTo(Outcome.failed(reason));
    assertThat(report.waits()).isEqualTo(waits);
  }

  @Test
  void process_newRecording_isWorkedOnAtOnceAndTold() {
    assertThat(run.process(recording)).extracting(LessonReport::file).containsExactly(FILE);

    assertThat(worked()).containsExactly(NINE);
    assertThat(heard).containsExactly(FILE);
  }

  @Test
  void process_recordingThatIsDone_isReadAndWorkedOnOnceMore() {
    run.process(recording);

    run.process(recording);

    assertThat(worked()).containsExactly(NINE, NINE);
    assertThat(workers.read).containsExactly(FILE, FILE);
  }

  @Test
  void process_withClass_countsMoreThanTheName() {
    school.withClass("8B", "s2,Ben Alder");

    run.process(recording, "8B");

    assertThat(worked()).extracting(LessonKey::className).containsExactly("8B");
  }

  @Test
  void process_severalLessons_areAllWorkedOnAndTheClassRegisterIsWritten() {
    twoLessons();
    workers.working(this::finishAndChangeMarks);

    assertThat(run.process(recording)).hasSize(2);

    assertThat(worked()).containsExactly(NINE, HALF_PAST_NINE);
    assertThat(heard).containsExactly(FILE, FILE);
    assertThat(classRegister()).exists();
  }

  @Test
  void process_secondLessonCannotStart_stillReportsTheFirst() {
    twoLessons();
    workers.working(
        claim -> {
          if (claim.lesson().equals(HALF_PAST_NINE)) {
            claims().release(claim, Message.english("The disk is full."));
            throw new TemporaryFailure("The disk is full.");
          }
          finishAndChangeMarks(claim);
        });

    List<LessonReport> reports = run.process(recording);

    assertThat(reports).hasSize(2);
    assertThat(reports.get(1).waits()).isTrue();
    assertThat(reports.get(1).outcome().reasons())
        .containsExactly(Message.english("The disk is full."));
    assertThat(heard).hasSize(2);
    assertThat(classRegister()).exists();
  }

  @Test
  void process_recordingThatShowsNoLesson_failsWithoutWork() {
    List<LessonReport> reports = run.process(school.write("footage/holiday.mp4", "another film"));

    assertThat(reports).singleElement().matches(report -> !report.waits());
    assertThat(heard).containsExactly("footage/holiday.mp4");
    assertThat(worked()).isEmpty();
  }

  @Test
  void process_noSuchFile_isToldAndMayHeal() {
    List<LessonReport> reports = run.process(folder.resolve("footage/none.mp4"));

    assertThat(reports).singleElement().matches(LessonReport::waits);
    assertThat(reports.get(0).outcome().reasons())
        .singleElement()
        .asString()
        .contains("Cannot read footage/none.mp4");
    assertThat(heard).containsExactly("footage/none.mp4");
  }

  @Test
  void process_stoppedDuringALesson_startsNoOther() {
    twoLessons();
    workers.working(
        claim -> {
          claims().release(claim, Message.of(Reason.STOPPED_BEFORE));
          Thread.currentThread().interrupt();
        });

    List<LessonReport> reports = run.process(recording);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(reports).singleElement().matches(LessonReport::waits);
    assertThat(worked()).containsExactly(NINE);
  }

  @Test
  void process_lesson_isWorkedOnOnceMoreAndTheClassRegisterIsWritten() {
    run.process(recording);
    workers.working(this::finishAndChangeMarks);

    LessonReport report = run.process(NINE);

    assertThat(report.file()).isEqualTo(FILE);
    assertThat(worked()).containsExactly(NINE, NINE);
    assertThat(heard).containsExactly(FILE, FILE);
    assertThat(classRegister()).exists();
  }

  @Test
  void process_lessonWithoutUsableRecording_failsForGood() {
    run.process(recording);
    Recording known = store().ledger().recordings().get(0);
    store()
        .ledger()
        .refuse(known.sha256(), RecordingState.FAILED, Message.english("It is damaged."));

    assertFailed(run.process(NINE), Message.of(Reason.NO_USABLE_RECORDING, NINE), false);

    assertThat(worked()).hasSize(1);
  }

  @Test
  void process_workersCannotStart_isToldAndMayHeal() {
    run.process(recording);
    workers.working(
        claim -> {
          throw new TemporaryFailure("The disk is full.");
        });

    LessonReport report = run.process(NINE);

    assertThat(report.waits()).isTrue();
    assertThat(report.file()).isEqualTo(NINE.toString());
    assertThat(heard).containsExactly(FILE, NINE.toString());
  }

  @Test
  void process_lessonThatAnotherFinishes_isNotWorkedOnTwice() throws Exception {
    run.process(recording);
    Claim others = claims().claim(NINE).orElseThrow();
    FutureTask<LessonReport> task = new FutureTask<>(() -> run.process(NINE));
    sleeping(task);

    claims().finish(others, Outcome.done());

    assertThat(task.get().file()).isEqualTo(NINE.toString());
    assertThat(worked()).containsExactly(NINE);
  }

  @Test
  void process_lessonWhoseClaimantDied_isTakenOver() {
    run.process(recording);
    claimAndDie();

    run.process(NINE);

    assertThat(worked()).containsExactly(NINE, NINE);
  }

  @Test
  void process_recordingWhoseClaimantDied_isReadAgainAndTakenOver() {
    run.process(recording);
    claimAndDie();

    run.process(recording);

    assertThat(workers.read).containsExactly(FILE, FILE);
    assertThat(worked()).containsExactly(NINE, NINE);
  }

  private void claimAndDie() {
    StoreAddress address = new StoreAddress.SqliteFile(school.home().database());
    try (Store others = Store.open(address, FakeClock.at("2026-11-17T01:00:00Z"))) {
      assertThat(others.claims().claim(NINE)).isPresent();
    }
  }

  @Test
  void process_stoppedWhileAnotherWorks_leavesTheLessonToIt() throws Exception {
    run.process(recording);
    assertThat(claims().claim(NINE)).isPresent();
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              assertFailed(run.process(NINE), Message.of(Reason.STOPPED_BEFORE), true);
              return Thread.interrupted();
            });

    sleeping(task).interrupt();

    assertThat(task.get()).as("the thread knows that it was interrupted").isTrue();
    assertThat(workQueue().workState(NINE).state()).isEqualTo(RecordingState.CLAIMED);
    assertThat(worked()).hasSize(1);
  }

  /** {@return the thread of a task, as soon as it waits for others} */
  private static Thread sleeping(FutureTask<?> task) throws Exception {
    Thread thread = new Thread(task);
    thread.start();
    Waiting.until(
        thread::getStackTrace,
        frames -> List.of(frames).stream().anyMatch(f -> f.getMethodName().equals("awaitOthers")));
    return thread;
  }
}
