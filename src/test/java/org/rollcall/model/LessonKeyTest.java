package org.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"7A", "7", "7A-2", "Größe 10_b", "v1.2", "Année 3", "数学", "COMPASS 1"})
  void isClassName_wordsOfASchool_areNames(String name) {
    assertThat(LessonKey.isClassName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", ".", "..", ".hidden", "../7A", "7A/..", "7/A", "7\\A", "/etc", "C:", "7A ", " 7A",
        "7A.", "7*A", "7?A", "7|A", "<7A>", "7\"A", "7\nA", "7\0A", "-7A", "_7A", "~7A", "$7A"
      })
  void isClassName_notSafeAsAFile_isNone(String name) {
    assertThat(LessonKey.isClassName(name)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> key(name, 16, 9))
        .withMessageContaining("'" + name + "' cannot be a class name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CON", "nul", "Aux", "com1", "LPT9", "prn.7A", "aux.2"})
  void isClassName_deviceOfWindows_isNone(String name) {
    assertThat(LessonKey.isClassName(name)).isFalse();
  }

  @Test
  void isClassName_tooLong_isNone() {
    assertThat(LessonKey.isClassName("x".repeat(64))).isTrue();
    assertThat(LessonKey.isClassName("x".repeat(65))).isFalse();
  }

  @Test
  void fileStem_ofALesson_isClassDayAndMinute() {
    LessonKey key = new LessonKey("7A", LocalDate.of(2026, 1, 6), LocalTime.of(9, 5));

    assertThat(key.dayAndTime()).isEqualTo("2026-01-06_0905");
    assertThat(key.fileStem()).isEqualTo("7A_2026-01-06_0905").isEqualTo(key.toString());
  }

  @Test
  void start_seconds_areDropped() {
    LessonKey key = new LessonKey("7A", LocalDate.of(2026, 1, 6), LocalTime.of(9, 5, 59, 7));

    assertThat(key.start()).isEqualTo(LocalTime.of(9, 5));
  }

  @Test
  void compareTo_sorting_goesByDayThenTimeThenClass() {
    assertThat(
            Stream.of(key("7B", 16, 9), key("7A", 17, 8), key("7A", 16, 9), key("8A", 16, 8))
                .sorted())
        .containsExactly(key("8A", 16, 8), key("7A", 16, 9), key("7B", 16, 9), key("7A", 17, 8));
  }

  private static LessonKey key(String className, int day, int hour) {
    return new LessonKey(className, LocalDate.of(2026, 11, day), LocalTime.of(hour, 0));
  }
}
