package org.rollcall.web.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.Correction;
import org.rollcall.model.Coverage;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;
import org.rollcall.web.classes.LessonPage.Line;
import org.rollcall.web.classes.LessonPage.ViewBar;

/** A lesson of 40 minutes. */
class LessonPageTest {
  private static final LessonKey KEY =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  private static Duration minutes(double minutes) {
    return Duration.ofMillis(Math.round(60_000 * minutes));
  }

  private static LessonPage page(Coverage coverage, LessonRegister.Row... rows) {
    return new LessonPage(
        new LessonRegister(
            new Lesson(KEY, minutes(40)),
            List.of(rows),
            List.of(),
            coverage,
            Outcome.done(),
            new RunFacts(
                "1", Instant.EPOCH, Duration.ZERO, List.of(), Map.of(), Map.of(), List.of())),
        Optional.empty(),
        List.of());
  }

  private static LessonPage page(LessonRegister.Row... rows) {
    return page(Coverage.unknown(), rows);
  }

  private static LessonRegister.Row row(Verdict verdict, Correction... corrections) {
    return new LessonRegister.Row(
        verdict, Optional.empty(), Optional.empty(), List.of(corrections).stream().findFirst());
  }

  private static LessonRegister.Row row(String id, Status status, Correction... corrections) {
    Verdict verdict =
        new Verdict(
            new Student(id, "Student " + id), status, Optional.empty(), 0.876, Optional.empty());
    return row(verdict, corrections);
  }

  private static LessonRegister.Row seen(double first, double last, double time) {
    Verdict.Presence presence =
        new Verdict.Presence(minutes(first), minutes(last), minutes(time), 9, List.of());
    return row(
        new Verdict(
            new Student("s1", "Ada"), Status.PRESENT, Optional.of(presence), 1, Optional.empty()));
  }

  private static Line only(LessonRegister.Row row) {
    return page(row).lines().get(0);
  }

  @Test
  void lines_studentsInReview_comeFirstAndTheOthersInTheirOrder() {
    LessonPage page =
        page(
            row("s1", Status.PRESENT),
            row("s2", Status.REVIEW),
            row("s3", Status.ABSENT),
            row("s4", Status.REVIEW));

    assertThat(page.lines()).extracting(Line::id).containsExactly("s2", "s4", "s1", "s3");
  }

  @Test
  void lines_correctedMark_isThatOfTheTeacher() {
    LessonRegister.Row corrected =
        row("s1", Status.REVIEW, new Correction(Optional.of(Status.LATE), "Bus."));
    LessonPage page = page(row("s2", Status.PRESENT), corrected);

    assertThat(page.lines()).extracting(Line::id).as("no review any more").startsWith("s2");
    Line line = page.lines().get(1);
    assertThat(line.status()).isEqualTo(Status.LATE);
    assertThat(line.isCorrected()).isTrue();
    assertThat(line.corrected()).isEqualTo("LATE");
    assertThat(line.remark()).isEqualTo("Bus.");
    assertThat(page.count(Status.LATE)).isEqualTo(1);
    assertThat(page.count(Status.REVIEW)).isZero();
  }

  @Test
  void lines_remarkAlone_isNoCorrection() {
    Line line = only(row("s1", Status.ABSENT, new Correction(Optional.empty(), "Ill.")));

    assertThat(line.isCorrected()).isFalse();
    assertThat(line.corrected()).isEmpty();
    assertThat(line.remark()).isEqualTo("Ill.");
  }

  @Test
  void lines_noCorrection_hasNoRemark() {
    Line line = only(row("s1", Status.ABSENT));

    assertThat(line.isCorrected()).isFalse();
    assertThat(line.remark()).isEmpty();
    assertThat(line.confidence()).isEqualTo(88);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 40, 40, 0, 100, 40",
    "10, 30, 12.9, 25, 50, 12",
    "20, 20, 0.2, 50, 1, 1",
    "39.9, 40, 0.1, 99, 1, 1"
  })
  void lines_sightings_areABarOfAHundred(
      double first, double last, double time, long from, long width, long minutes) {
    Line line = only(seen(first, last, time));

    assertThat(line.from()).isEqualTo(from);
    assertThat(line.width()).isEqualTo(width);
    assertThat(line.minutes()).isEqualTo(minutes);
  }

  @Test
  void lines_nobodySeen_haveNoBar() {
    Line line = only(row("s1", Status.ABSENT));

    assertThat(List.of(line.from(), line.width(), line.minutes())).containsOnly(0L);
  }

  @Test
  void addresses_oddClassAndId_areEncoded() {
    Line line = only(row("s/1", Status.ABSENT));

    assertThat(line.address()).isEqualTo("/classes/7A/lessons/2026-11-16_0900/students/s%2F1");
    assertThat(line.studentAddress()).isEqualTo("/classes/7A/students/s%2F1");
  }

  @Test
  void view_stretches_areSharesOfTheLessonFromItsStart() {
    Coverage coverage =
        new Coverage(
            List.of(
                new Stretch(minutes(-10), minutes(20), View.SEEN),
                new Stretch(minutes(20), minutes(30), View.DARK)),
            10,
            Optional.empty(),
            List.of());
    LessonPage page = page(coverage);

    assertThat(page.view()).containsExactly(new ViewBar(true, 0, 75), new ViewBar(false, 75, 25));
    assertThat(page.seenMinutes()).isEqualTo(30);
    assertThat(page.lessonMinutes()).isEqualTo(40);
  }

  @Test
  void view_unknownCoverage_isEmpty() {
    assertThat(page().view()).isEmpty();
    assertThat(page().lessonMinutes()).isEqualTo(1);
  }
}
