package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class LessonTest {
  private static final LessonKey LATE_EVENING =
      new LessonKey("night school", LocalDate.of(2026, 12, 31), LocalTime.of(23, 30));

  @Test
  void clock_overMidnight_isOnTheNextDay() {
    Lesson lesson = new Lesson(LATE_EVENING, Duration.ofMinutes(90));

    assertThat(lesson.clock(Duration.ZERO)).isEqualTo(LocalDateTime.of(2026, 12, 31, 23, 30));
    assertThat(lesson.clock(Duration.ofMinutes(45))).isEqualTo(LocalDateTime.of(2027, 1, 1, 0, 15));
    assertThat(lesson.end()).isEqualTo(LocalDateTime.of(2027, 1, 1, 1, 0));
  }

  @Test
  void beginAndEnd_withoutTimetable_areTheRecordings() {
    Lesson lesson = new Lesson(LATE_EVENING, Duration.ofMinutes(20));

    assertThat(lesson.start()).isEqualTo(lesson.recordingStart());
    assertThat(lesson.end()).isEqualTo(LocalDateTime.of(2026, 12, 31, 23, 50));
  }

  @Test
  void beginAndEnd_withTimetable_areTheTimetables() {
    LocalDateTime begin = LocalDateTime.of(2026, 12, 31, 23, 35);
    Lesson.Slot slot = new Lesson.Slot(begin, begin.plusMinutes(45));
    Lesson lesson = new Lesson(LATE_EVENING, Duration.ofMinutes(90), slot);

    assertThat(lesson.start()).isEqualTo(begin);
    assertThat(lesson.end()).isEqualTo(LocalDateTime.of(2027, 1, 1, 0, 20));
    assertThat(lesson.recordingStart()).isEqualTo(LocalDateTime.of(2026, 12, 31, 23, 30));
  }
}
