package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.coverage.CoverageRules.People;
import org.rollcall.coverage.ViewedRecording;
import org.rollcall.model.Coverage.Doubt;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.Footage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;

class LessonCoverageTest {
  private static final LessonKey KEY =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final Lesson LESSON =
      new Lesson(
          KEY,
          minutes(45),
          new Lesson.Slot(
              KEY.date().atTime(KEY.start()), KEY.date().atTime(KEY.start().plusMinutes(45))));
  private static final People CLASS = new People(20, 1, 25);

  private final List<Message> losses = new ArrayList<>();
  private String camera = "back";

  @Test
  void of_allSeen_isDone() {
    LessonCoverage seen = of(stretch(0, 45, View.SEEN));

    assertThat(seen.doubt()).isEmpty();
    assertThat(seen.outcome()).isEqualTo(Outcome.done());
    assertThat(seen.remarks()).isEmpty();
  }

  @Test
  void of_darkMinutes_saysWhenByTheClock() {
    LessonCoverage seen = of(stretch(0, 42, View.SEEN), stretch(42, 45, View.DARK));

    assertThat(seen.doubt()).isEmpty();
    assertThat(reasons(seen)).containsExactly("The picture was too dark from 09:42 to 09:45.");
  }

  @Test
  void of_frozenForLong_leavesAbsencesToAPerson() {
    LessonCoverage seen = of(stretch(0, 20, View.SEEN), stretch(20, 45, View.FROZEN));

    assertThat(seen.doubt().map(Message::toString))
        .contains("Not seen, but the room was visible for only 20:00 of 45:00 minutes.");
    assertThat(reasons(seen))
        .containsExactly(
            "The room was visible for only 20:00 of 45:00 minutes, so nobody is marked absent.",
            "The picture was frozen from 09:20 to 09:45.");
  }

  @Test
  void of_shortFlicker_isNotWorthAWord() {
    Stretch flicker = new Stretch(minutes(44), minutes(44).plusSeconds(40), View.BLANK);

    assertThat(of(stretch(0, 44, View.SEEN), flicker, seconds(2680, 2700)).outcome())
        .isEqualTo(Outcome.done());
  }

  @Test
  void of_unreadableSeconds_arePartial() {
    Stretch gap = new Stretch(minutes(44), minutes(44).plusSeconds(40), View.UNREADABLE);

    assertThat(reasons(of(stretch(0, 44, View.SEEN), gap, seconds(2680, 2700))))
        .containsExactly("The recording could not be read from 09:44:00 to 09:44:40.");
  }

  @Test
  void of_startedLate_remarksWhatWasRecorded() {
    LessonCoverage seen = of(stretch(10, 40, View.SEEN));

    assertThat(seen.outcome()).isEqualTo(Outcome.done());
    assertThat(seen.remarks())
        .extracting(Message::toString)
        .containsExactly(
            "Recorded from 09:10 to 09:40, while the lesson lasted from 09:00 to 09:45.");
  }

  @Test
  void of_minuteOfALesson_isTooShortButNotIfItWasSent() {
    assertThat(of(stretch(0, 2, View.SEEN)).coverage().doubts()).containsExactly(Doubt.TOO_SHORT);

    camera = "sent";
    assertThat(of(stretch(0, 2, View.SEEN)).coverage().provesAbsence()).isTrue();
  }

  @Test
  void of_lostRecording_isNamedFirst() {
    losses.add(Message.english("Cannot decode b.mp4."));

    assertThat(reasons(of(stretch(0, 45, View.SEEN)))).containsExactly("Cannot decode b.mp4.");
  }

  @Test
  void of_everyDoubtAndView_isWordedInBothLanguages() {
    for (Doubt doubt : Doubt.values()) {
      LessonCoverage seen = withDoubt(doubt);
      assertWorded(seen.doubt().orElseThrow());
      seen.outcome().reasons().forEach(LessonCoverageTest::assertWorded);
    }
    for (View view : View.values()) {
      if (view != View.SEEN && view != View.NOT_RECORDED) {
        of(stretch(0, 40, View.SEEN), stretch(40, 45, view))
            .outcome()
            .reasons()
            .forEach(LessonCoverageTest::assertWorded);
      }
    }
  }

  private static void assertWorded(Message message) {
    assertThat(message.text(Locale.ENGLISH)).endsWith(".").doesNotContain("{");
    assertThat(message.text(Locale.GERMAN))
        .endsWith(".")
        .doesNotContain("{")
        .isNotEqualTo(message.text(Locale.ENGLISH));
  }

  private static LessonCoverage withDoubt(Doubt doubt) {
    return new LessonCoverage(
        LESSON,
        new org.rollcall.model.Coverage(
            List.of(stretch(0, 45, View.SEEN)), 1, Optional.of(12.0), List.of(doubt)),
        List.of());
  }

  private static List<String> reasons(LessonCoverage seen) {
    assertThat(seen.outcome().state()).isEqualTo(Outcome.Completion.PARTIAL);
    return seen.outcome().reasons().stream().map(Message::toString).toList();
  }

  private LessonCoverage of(Stretch... stretches) {
    Analysis analysis =
        new Analysis(
            List.of(),
            Optional.empty(),
            minutes(45),
            List.of(new ViewedRecording(List.of(stretches), 12, 100)),
            losses,
            losses,
            List.of(new Footage("a.mp4", "a", minutes(0), minutes(45), Optional.of(camera))));
    return LessonCoverage.of(LESSON, analysis, CLASS, LessonCoverage.rules(LESSON, analysis));
  }

  private static Stretch seconds(int from, int to) {
    return new Stretch(Duration.ofSeconds(from), Duration.ofSeconds(to), View.SEEN);
  }

  private static Stretch stretch(int from, int to, View view) {
    return new Stretch(minutes(from), minutes(to), view);
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}
