package org.rollcall.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.home.HomeStore;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Outcome;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.run.ProgressBoard;
import org.rollcall.school.Home;
import org.rollcall.school.InvalidConfiguration;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Recording;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.UsesNatives;
import org.rollcall.worker.Job.JobStage;

/** What is asked for at a page, with real processes. */
@UsesNatives
class JobQueueTest {
  private static final String FILE = "footage/7A/2026-11-16_0900.mp4";
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path root;

  private final ProgressBoard board = new ProgressBoard(Clock.systemUTC());
  private Home home;
  @AutoClose private JobQueue jobs;

  @BeforeEach
  void prepare() throws IOException {
    home = Home.of(root);
    FilmedLesson.enrol(root, "7A");
    Files.writeString(home.settingsFile(), "school: {zone: UTC}\n");
    jobs = new JobQueue(home, Clock.systemUTC(), board);
  }

  @Test
  void process_newRecording_isDoneWhileTheBoardShowsIt() throws Exception {
    FilmedLesson.record(root.resolve(FILE));

    String name = jobs.process(Path.of(FILE));
    Set<Integer> percents = new TreeSet<>();
    List<LessonReport> reports = watch(name, percents);

    assertThat(name).isEqualTo(FILE);
    assertThat(reports).singleElement().satisfies(JobQueueTest::isDone);
    assertThat(percents).as("shares done, of a lesson of 16 s").hasSizeGreaterThan(1);
    assertThat(board.running()).isEmpty();
  }

  @Test
  void process_classThatOnlyThePersonKnows_isTaken() throws Exception {
    Path elsewhere = FilmedLesson.record(root.resolve("stick/2026-11-16_0900.mp4"));

    String name = jobs.process(elsewhere, "7A");

    assertThat(name).isEqualTo("stick/2026-11-16_0900.mp4");
    assertThat(await(name)).singleElement().satisfies(JobQueueTest::isDone);
  }

  @Test
  void process_noVideo_failsWithAReason() throws Exception {
    Files.createDirectories(home.footage());
    Files.writeString(root.resolve("footage/7A_2026-11-16_0900.mp4"), "no video");

    String name = jobs.process(Path.of("footage/7A_2026-11-16_0900.mp4"));

    assertThat(await(name))
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.outcome().state()).isEqualTo(Outcome.Completion.FAILED);
              assertThat(report.outcome().reasons()).isNotEmpty();
            });
  }

  @Test
  void process_noSuchFile_saysSoAtOnce() {
    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(() -> jobs.process(Path.of("footage/none.mp4")))
        .withMessageContaining("footage/none.mp4");
    assertThat(jobs.jobs()).isEmpty();
  }

  @Test
  void process_spoiltSettings_endsWithTheReason() throws Exception {
    FilmedLesson.record(root.resolve(FILE));
    jobs.process(Path.of(FILE));
    await(FILE);
    String behind = jobs.process(Path.of(FILE));
    Files.writeString(home.settingsFile(), "nonsense: 1\n");

    assertThatExceptionOfType(InvalidConfiguration.class)
        .isThrownBy(() -> jobs.process(Path.of(FILE)));
    assertThat(await(behind)).isNotEmpty();
  }

  @Test
  void process_stoppedBeforeItsTurn_waitsInTheLedger() throws Exception {
    FilmedLesson.record(root.resolve(FILE));
    Path other = root.resolve("footage/7A/2026-11-17_0900.mp4");
    Files.write(FilmedLesson.record(other), new byte[1], StandardOpenOption.APPEND);
    jobs.process(Path.of(FILE));
    jobs.process(other);
    await(home.relative(other));
    assertThat(states()).containsOnly(Recording.RecordingState.DONE);

    jobs.process(Path.of(FILE));
    jobs.process(other);
    jobs.close();

    assertThat(states()).hasSize(2).containsOnly(Recording.RecordingState.WAITING);
    assertThat(jobs.job(home.relative(other)).orElseThrow().stage()).isEqualTo(JobStage.WAITING);
  }

  @Test
  void reprocess_lessonThatIsDone_isDoneAgain() throws Exception {
    FilmedLesson.record(root.resolve(FILE));
    jobs.process(Path.of(FILE));
    Instant before = processed(await(FILE).get(0));

    String name = jobs.reprocess(LESSON).orElseThrow();

    assertThat(name).isEqualTo("7A_2026-11-16_0900");
    assertThat(await(name))
        .singleElement()
        .satisfies(JobQueueTest::isDone)
        .satisfies(report -> assertThat(processed(report)).isAfter(before));
  }

  @Test
  void reprocess_otherProcessWorksOnIt_waitsForThat() throws Exception {
    FilmedLesson.record(root.resolve(FILE));
    jobs.process(Path.of(FILE));
    await(FILE);
    try (Store store = HomeStore.open(home, SettingsFile.read(home))) {
      Claim theirs = store.claims().claim(LESSON).orElseThrow();
      String name = jobs.reprocess(LESSON).orElseThrow();
      Thread.sleep(1500);
      assertThat(jobs.job(name).orElseThrow().stage()).isEqualTo(JobStage.RUNNING);
      assertThat(board.running()).isEmpty();

      store.claims().finish(theirs, Outcome.done());

      assertThat(await(name)).singleElement().satisfies(JobQueueTest::isDone);
    }
  }

  @Test
  void reprocess_unknownLesson_isNoJob() {
    assertThat(jobs.reprocess(LESSON)).isEmpty();
    assertThat(jobs.jobs()).isEmpty();
  }

  private static void isDone(LessonReport report) {
    assertThat(report.outcome().state()).isEqualTo(Outcome.Completion.DONE);
    assertThat(report.sheet().orElseThrow()).exists();
  }

  private static Instant processed(LessonReport report) {
    return report.register().orElseThrow().run().processed();
  }

  private List<Recording.RecordingState> states() {
    try (Store store = HomeStore.open(home, SettingsFile.read(home))) {
      return store.ledger().recordings().stream().map(Recording::state).toList();
    }
  }

  private List<LessonReport> await(String name) throws InterruptedException {
    return watch(name, new TreeSet<>());
  }

  private List<LessonReport> watch(String name, Set<Integer> percents) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      Job job = jobs.job(name).orElseThrow();
      job.percent().ifPresent(percents::add);
      if (job.stage() == JobStage.ENDED) {
        return job.reports();
      }
      Thread.sleep(20);
    }
    throw new AssertionError(name + " did not end");
  }
}
