package org.rollcall.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.run.ProgressBoard.RunningLesson;
import org.rollcall.testing.FakeClock;
import org.rollcall.worker.Job.JobStage;

class JobsTest {
  private static final String FILE = "footage/b.mp4";
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-17T08:00:00Z"));
  private final Jobs jobs = new Jobs(clock);

  private Job job(String name) {
    return jobs.find(name).orElseThrow();
  }

  @Test
  void ask_whileItIsOpen_isNotNew() {
    assertThat(jobs.add(FILE)).isTrue();
    assertThat(jobs.add(FILE)).as("it waits").isFalse();
    assertThat(job(FILE).stage()).isEqualTo(JobStage.WAITING);

    jobs.start(FILE);
    assertThat(jobs.add(FILE)).as("it is being done").isFalse();
    assertThat(job(FILE).stage()).isEqualTo(JobStage.RUNNING);

    jobs.end(FILE, List.of(LessonReport.failed(FILE, Message.english("No."), false)));
    assertThat(job(FILE).stage()).isEqualTo(JobStage.ENDED);
    assertThat(job(FILE).reports()).hasSize(1);
    assertThat(jobs.add(FILE)).as("once more").isTrue();
  }

  @Test
  void with_lessonUnderWork_hasItsShareWhileTheJobRuns() {
    List<RunningLesson> works =
        List.of(new RunningLesson(LESSON, List.of("a", FILE), clock.instant(), 42));
    jobs.add(FILE);
    assertThat(job(FILE).with(works).percent()).isEmpty();

    jobs.start(FILE);
    jobs.start(LESSON.fileStem());
    jobs.start("footage/c.mp4");

    assertThat(job(FILE).with(works).percent()).hasValue(42);
    assertThat(job(LESSON.fileStem()).with(works).percent()).hasValue(42);
    assertThat(job("footage/c.mp4").with(works).percent()).isEmpty();
    assertThat(job(FILE).with(List.of()).percent()).isEmpty();
  }

  @Test
  void version_somethingChanges_isAnother() {
    long before = jobs.version();
    jobs.add(FILE);
    long asked = jobs.version();
    jobs.add(FILE);

    assertThat(asked).isNotEqualTo(before);
    assertThat(jobs.version()).as("nothing new").isEqualTo(asked);
  }

  @Test
  void list_endedLongAgo_isForgotten() {
    jobs.add("old");
    jobs.end("old", List.of());
    jobs.add("waits");
    clock.pass(Duration.ofHours(13));

    jobs.add("new");

    assertThat(jobs.list()).extracting(Job::name).containsExactly("waits", "new");
  }

  @Test
  void list_tooMany_forgetTheFirstThatEnded() {
    for (int i = 0; i < 600; i++) {
      jobs.add("job " + i);
      jobs.end("job " + i, List.of());
    }

    assertThat(jobs.list()).hasSize(500);
    assertThat(jobs.find("job 599")).isPresent();
    assertThat(jobs.find("job 0")).isEmpty();
  }
}
