package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.home.Installation;
import org.rollcall.inbox.Sleeper;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.Message;
import org.rollcall.model.Progress;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.store.ledger.Assignments;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.FakeClock;

/** A run over the watched folder, with workers who look into no recording. */
class FootageRunTest {
  private static final String NINE = "footage/7A/2026-11-16_0900.mp4";
  private static final Instant NIGHT = Instant.parse("2026-11-17T01:00:00Z");
  private static final Duration STILL_FOR = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final FakeClock clock = new FakeClock(NIGHT);
  private final List<Duration> sleeps = new ArrayList<>();
  private Home home;
  @AutoClose private Installation installation;
  private FakeWorkers workers;

  @BeforeEach
  void open() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.classFolder("7A"));
    Files.createDirectories(home.footage());
    Files.writeString(home.settingsFile(), "school.zone: UTC\nfootage.stillFor: 60s\n");
    EmptyDatabase.at(home.database());
    installation = Installation.open(home, clock);
    workers = new FakeWorkers(installation);
  }

  private Path write(String file, String content, Instant modified) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
      return Files.setLastModifiedTime(path, FileTime.from(modified));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path old(String file) {
    return write(file, file, NIGHT.minus(Duration.ofHours(5)));
  }

  private void sleep(Duration time) {
    sleeps.add(time);
    clock.pass(time);
  }

  private FootageRun.Report run() {
    return run(this::sleep, RunListener.NONE);
  }

  private FootageRun.Report run(Sleeper sleeper, RunListener listener) {
    return new FootageRun(installation, workers).run(FootageRun.Options.ALL, sleeper, listener);
  }

  private List<String> lessonsWorked() {
    return workers.worked.stream().map(claim -> claim.lesson().toString()).toList();
  }

  private void move(Path file, String to) throws IOException {
    Path target = folder.resolve(to);
    Files.createDirectories(target.getParent());
    Files.move(file, target);
  }

  private Recording recording(String file) {
    return installation.store().ledger().recordings().stream()
        .filter(recording -> recording.file().equals(file))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void run_newRecording_isInspectedAndItsLessonWorkedOn() {
    old(NINE);

    FootageRun.Report report = run();

    assertThat(workers.read).containsExactly(NINE);
    assertThat(workers.worked)
        .singleElement()
        .satisfies(claim -> assertThat(claim.lesson()).hasToString("7A_2026-11-16_0900"))
        .satisfies(claim -> assertThat(claim.files()).isEqualTo(NINE));
    assertThat(report.settled()).isZero();
    assertThat(report.waits()).isFalse();
    assertThat(recording(NINE).state()).isEqualTo(RecordingState.DONE);
  }

  @Test
  void run_again_takesNothingTwice() {
    old(NINE);
    run();

    FootageRun.Report report = run();

    assertThat(report.lessons()).isEmpty();
    assertThat(report.settled()).isEqualTo(1);
    assertThat(workers.worked).hasSize(1);
  }

  @Test
  void run_copyOfARecording_isNoRecordingOfItsOwn() {
    write(NINE, "same", NIGHT.minusSeconds(3600));
    write("footage/7A/2026-11-17_0900.mp4", "same", NIGHT.minusSeconds(3600));

    run();

    assertThat(workers.worked)
        .singleElement()
        .satisfies(claim -> assertThat(claim.lesson()).hasToString("7A_2026-11-16_0900"));
  }

  @Test
  void run_listener_hearsOfEachLessonAndItsProgress() {
    old(NINE);
    List<String> heard = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void ended(LessonReport report) {
            heard.add("ended " + report.file());
          }

          @Override
          public Progress progress(Claim claim) {
            return new Progress() {
              @Override
              public void start(String what) {
                heard.add("begin " + what);
              }
            };
          }
        };

    run(this::sleep, listener);

    assertThat(heard).containsExactly("begin " + NINE, "ended " + NINE);
  }

  @Test
  void run_nameIsDoubtful_waitsWithoutBeingRead() {
    old("footage/7A/2026-13-32_0900.mp4");

    FootageRun.Report report = run();

    assertThat(workers.read).isEmpty();
    assertThat(report.lessons())
        .singleElement()
        .satisfies(asked -> assertThat(asked.waits()).isTrue())
        .satisfies(
            asked ->
                assertThat(asked.outcome().reasons().get(0))
                    .asString()
                    .contains("'2026-13-32', and there is no such day"));
    assertThat(report.skipped()).isEmpty();
    assertThat(recording("footage/7A/2026-13-32_0900.mp4").state())
        .isEqualTo(RecordingState.WAITING);
  }

  @Test
  void run_nameTellsNoClass_failsWithoutBeingRead() {
    old("footage/holiday.mp4");

    assertThat(run().lessons()).singleElement().matches(failed -> !failed.waits());
    assertThat(workers.read).isEmpty();
  }

  @Test
  void run_sameContentForTwoClasses_isALessonOfEach() throws IOException {
    Files.createDirectories(home.classFolder("8B"));
    write(NINE, "same", NIGHT.minusSeconds(3600));
    write("footage/8B/2026-11-16_0900.mp4", "same", NIGHT.minusSeconds(3600));

    run();

    assertThat(lessonsWorked())
        .containsExactlyInAnyOrder("7A_2026-11-16_0900", "8B_2026-11-16_0900");
    assertThat(run().settled()).isEqualTo(2);
  }

  @Test
  void run_sameContentForAnotherClassLater_isAlsoALessonOfThat() throws IOException {
    Files.createDirectories(home.classFolder("8B"));
    write(NINE, "same", NIGHT.minusSeconds(3600));
    run();
    write("footage/8B/2026-11-16_0900.mp4", "same", NIGHT.minusSeconds(3600));

    run();

    assertThat(lessonsWorked()).containsExactly("7A_2026-11-16_0900", "8B_2026-11-16_0900");
    assertThat(workers.worked.get(1).files()).isEqualTo("footage/8B/2026-11-16_0900.mp4");
  }

  @Test
  void run_fileMovedToAnotherClass_isALessonOfThatAlone() throws IOException {
    Files.createDirectories(home.classFolder("8B"));
    Path file = old(NINE);
    run();
    move(file, "footage/8B/2026-11-16_0900.mp4");

    run();

    assertThat(lessonsWorked()).containsExactly("7A_2026-11-16_0900", "8B_2026-11-16_0900");
    assertThat(recording("footage/8B/2026-11-16_0900.mp4").lessons())
        .hasToString("[8B_2026-11-16_0900]");
  }

  @Test
  void run_fileRenamedToAnotherDay_isALessonOfThatDay() throws IOException {
    Path file = old(NINE);
    run();
    move(file, "footage/7A/2026-11-15_0900.mp4");

    run();

    assertThat(recording("footage/7A/2026-11-15_0900.mp4").lessons())
        .hasToString("[7A_2026-11-15_0900]");
  }

  @Test
  void run_fileMovedWithinItsLesson_isNotWorkedOnAgain() throws IOException {
    Path file = old(NINE);
    run();
    move(file, "footage/2026-11-16/7A/0900.mp4");

    FootageRun.Report report = run();

    assertThat(workers.worked).hasSize(1);
    assertThat(report.lessons()).isEmpty();
    assertThat(recording("footage/2026-11-16/7A/0900.mp4").state()).isEqualTo(RecordingState.DONE);
  }

  @Test
  void run_fileMovedToADoubtfulName_keepsWaiting() throws IOException {
    Path file = old(NINE);
    run();
    move(file, "footage/7A/2026-13-16_0900.mp4");

    run();
    run();

    assertThat(workers.worked).hasSize(1);
    assertThat(recording("footage/7A/2026-13-16_0900.mp4").state())
        .isEqualTo(RecordingState.WAITING);
  }

  @Test
  void run_fileGone_keepsItsLesson() throws IOException {
    Path file = old(NINE);
    run();
    Files.delete(file);

    run();

    assertThat(recording(NINE).lessons()).hasSize(1);
  }

  @Test
  void run_copyOfTheSameLesson_isLeftAloneAndTold() {
    write(NINE, "same", NIGHT.minusSeconds(3600));
    run();
    write("footage/7A/2026-11-16_0900 (1).mp4", "same", NIGHT.minusSeconds(3600));

    FootageRun.Report report = run();

    assertThat(workers.worked).hasSize(1);
    assertThat(report.lessons()).isEmpty();
    assertThat(installation.store().places().copies())
        .singleElement()
        .satisfies(copy -> assertThat(copy.file()).isEqualTo("footage/7A/2026-11-16_0900 (1).mp4"))
        .satisfies(copy -> assertThat(copy.original()).isEqualTo(NINE));
  }

  @Test
  void run_conflictCopyWithOtherContent_isAskedAbout() {
    old(NINE);
    old("footage/7A/2026-11-16_0900 (conflicted copy 2026-11-17).mp4");

    FootageRun.Report report = run();

    assertThat(lessonsWorked()).containsExactly("7A_2026-11-16_0900");
    assertThat(report.lessons()).hasSize(2).anyMatch(LessonReport::waits);
  }

  @Test
  void run_lessonAssigned_isWorkedOnWhateverItsName() {
    String file = "footage/7A/2026-13-16_0900.mp4";
    Path path = old(file);
    run();

    installation
        .store()
        .assignments()
        .assign(
            recording(file).sha256(),
            new Assignments.Assigned("7A", LocalDateTime.parse("2026-11-16T10:00:00")));
    ManualRun.request(installation, path);
    run();

    assertThat(lessonsWorked()).containsExactly("7A_2026-11-16_1000");
  }

  @Test
  void run_noRecording_failsForGood() {
    old(NINE);
    workers.failing(NINE, new RollcallException("It is no recording."));

    assertThat(run().lessons()).singleElement().matches(report -> !report.waits());
    assertThat(run().lessons()).isEmpty();
    assertThat(recording(NINE).reason()).contains(Message.english("It is no recording."));
  }

  @Test
  void run_recordingThatCannotBeReadNow_isInspectedAgainByTheNextRun() {
    old(NINE);
    workers.failing(NINE, new TemporaryFailure("The share is away."));

    assertThat(run().lessons()).singleElement().matches(LessonReport::waits);

    workers = new FakeWorkers(installation);
    assertThat(run().lessons()).hasSize(1);
    assertThat(workers.read).containsExactly(NINE);
    assertThat(recording(NINE).state()).isEqualTo(RecordingState.DONE);
  }

  @Test
  void run_severalLessonsInOneRecording_areCutApart() throws IOException {
    Files.writeString(
        home.timetableFile(), "class,weekday,start,end\n7A,Mon,09:00,09:20\n7A,Mon,09:30,09:45\n");
    old(NINE);

    run();

    assertThat(workers.worked)
        .extracting(claim -> claim.parts().get(0))
        .extracting(RecordingPart::window)
        .extracting(
            window -> window.from().toMinutes() + " to " + window.to().map(Duration::toMinutes))
        .containsExactlyInAnyOrder("0 to Optional[25]", "25 to Optional.empty");
  }

  @Test
  void run_recordingThatHasJustChanged_isWaitedFor() {
    write(NINE, "video", NIGHT.minusSeconds(10));

    run();

    assertThat(sleeps).containsExactly(STILL_FOR.minusSeconds(10));
    assertThat(workers.worked).hasSize(1);
  }

  @Test
  void run_recordingGrowsMeanwhile_isLeftForLater() {
    write(NINE, "video", NIGHT);

    FootageRun.Report report =
        run(
            time -> {
              sleep(time);
              write(NINE, "video and more", clock.instant());
            },
            RunListener.NONE);

    assertThat(report.skipped()).hasSize(1);
    assertThat(workers.read).isEmpty();
  }

  @Test
  void run_stoppedWhileItWaits_takesNothing() {
    old(NINE);
    write("footage/7A/2026-11-16_1000.mp4", "video", NIGHT);

    FootageRun.Report report =
        run(
            time -> {
              throw new InterruptedException();
            },
            RunListener.NONE);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.lessons()).isEmpty();
    assertThat(workers.read).isEmpty();
  }

  @Test
  void run_stoppedDuringALesson_startsNoOther() {
    old(NINE);
    old("footage/7A/2026-11-16_1000.mp4");
    workers.working(
        claim -> {
          installation.store().claims().release(claim, Message.english("Stopped."));
          Thread.currentThread().interrupt();
        });

    FootageRun.Report report = run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(workers.worked).hasSize(1);
    assertThat(report.waits()).isTrue();
  }

  @Test
  void run_windowIsOver_startsNoLesson() {
    old(NINE);

    new FootageRun(installation, workers)
        .run(new FootageRun.Options(Optional.of(NIGHT), true), this::sleep, RunListener.NONE);

    assertThat(workers.read).hasSize(1);
    assertThat(workers.worked).isEmpty();
  }

  @Test
  void run_lessonPutBack_isTriedAgainByWhoeverHurries() {
    old(NINE);
    workers.working(
        claim ->
            installation.store().claims().putBack(claim, Message.english("The roster is wrong.")));
    assertThat(run().lessons()).singleElement().matches(LessonReport::waits);

    new FootageRun(installation, workers)
        .run(new FootageRun.Options(Optional.empty(), false), this::sleep, RunListener.NONE);
    assertThat(workers.worked).as("a night waits").hasSize(1);

    run();
    assertThat(workers.worked).hasSize(2);
  }

  @Test
  void run_workersFailUnexpectedly_isNotHidden() {
    old(NINE);
    workers.working(
        claim -> {
          throw new IllegalStateException("broken");
        });

    assertThatThrownBy(this::run).hasMessage("broken");
  }
}
