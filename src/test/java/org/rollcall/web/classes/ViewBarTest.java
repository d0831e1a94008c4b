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
import org.rollcall.model.Coverage;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.web.classes.LessonPage.ViewBar;

/** The bar that shows when the room was seen. */
class ViewBarTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  @Test
  void view_darkInTheMiddle_isAGapInTheBar() {
    LessonPage page =
        page(stretch(0, 10, View.SEEN), stretch(10, 30, View.DARK), stretch(30, 40, View.SEEN));

    assertThat(page.view())
        .containsExactly(
            new ViewBar(true, 0, 25), new ViewBar(false, 25, 50), new ViewBar(true, 75, 25));
    assertThat(page.seenMinutes()).isEqualTo(20);
    assertThat(page.lessonMinutes()).isEqualTo(40);
  }

  /** The recording started ten minutes after the lesson. */
  @Test
  void view_nothingRecordedAtFirst_startsWithTheLesson() {
    LessonPage page = page(stretch(-10, 0, View.NOT_RECORDED), stretch(0, 30, View.SEEN));

    assertThat(page.view()).containsExactly(new ViewBar(false, 0, 25), new ViewBar(true, 25, 75));
  }

  @Test
  void view_registerOfAnEarlierVersion_isEmpty() {
    assertThat(page().view()).isEmpty();
    assertThat(page().lessonMinutes()).isEqualTo(1);
  }

  private static Stretch stretch(int from, int to, View view) {
    return new Stretch(Duration.ofMinutes(from), Duration.ofMinutes(to), view);
  }

  private static LessonPage page(Stretch... stretches) {
    LessonRegister register =
        new LessonRegister(
            new Lesson(LESSON, Duration.ofMinutes(40)),
            List.of(),
            List.of(),
            new Coverage(List.of(stretches), 5, Optional.empty(), List.of()),
            Outcome.done(),
            new RunFacts(
                "1.0", Instant.EPOCH, Duration.ZERO, List.of(), Map.of(), Map.of(), List.of()));
    return new LessonPage(register, Optional.empty(), List.of());
  }
}
