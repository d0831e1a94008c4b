package org.rollcall.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.school.InvalidConfiguration.Problem;
import org.rollcall.testing.SchoolFolder;

class TimetableTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  /** Monday: 7A has two lessons in a row in room 12, then 8B; the gym is shared. */
  private static final String WEEK =
      """
      class,weekday,start,end,room
      7A,Monday,09:00,09:45,Room 12
      7A,Monday,09:45,10:30,Room 12
      8B,Monday,10:30,12:00,Room 12
      7A,Tue,09:00,10:00,
      7A,Monday,14:00,15:30,Gym
      8B,Monday,14:30,15:30,Gym
      """;

  @TempDir private Path root;

  @Test
  void read_noFile_isEmpty() {
    assertThat(Timetable.read(Home.of(root)).entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Monday, MONDAY",
    "mon, MONDAY",
    "1, MONDAY",
    "TUE, TUESDAY",
    "wednesday, WEDNESDAY",
    "Thu, THURSDAY",
    "5, FRIDAY",
    "sat, SATURDAY",
    "7, SUNDAY",
  })
  void read_weekday_isUnderstood(String text, DayOfWeek weekday) {
    Timetable timetable = read("class,weekday,start,end\n7A,%s,8:05,09:45\n".formatted(text));

    assertThat(timetable.entries())
        .containsExactly(
            new Timetable.Period(
                "7A", weekday, LocalTime.of(8, 5), LocalTime.of(9, 45), Optional.empty()));
  }

  @Test
  void read_severalProblems_tellsAllByLine() {
    InvalidConfiguration bad =
        fault(
            """
            class;weekday;start;end;room
            7/A;Montag;9;25:00;12
            ;Mon;09:00;09:00;12
            7A;Mon;10:00;09:00;12
            """);

    assertThat(bad.problems())
        .extracting(Problem::sentence)
        .containsExactly(
            "line 2, weekday: found 'Montag', expected Monday to Sunday, Mon to Sun, or 1 (Monday)"
                + " to 7",
            "line 2, start: found '9', expected a time of day such as 09:45",
            "line 2, end: found '25:00', expected a time of day such as 09:45",
            "line 2, class: found '7/A', expected the name of a class: letters, digits, spaces and"
                + " . _ -",
            "line 3, class: found nothing, expected the name of a class: letters, digits, spaces"
                + " and . _ -",
            "line 4, end: found '09:00', expected a time after the start, on the same day");
    assertThat(bad).hasMessageStartingWith("Cannot use config/timetable.csv: 6 problems.");
  }

  @Test
  void read_noHeader_isRefused() {
    assertThat(fault("7A,Monday,09:00,09:45,12\n")).hasMessageContaining("class,weekday,start,end");
  }

  @ParameterizedTest
  @CsvSource({
    "08:45, 09:00", // as early as a recording may begin
    "09:00, 09:00",
    "09:14, 09:00",
    "09:29, 09:00",
    "09:30, 09:45", // more of the second lesson than of the first is still to come
    "10:29, 09:45",
  })
  void slot_recordingStarts_isTheLessonOfWhichMostIsToCome(LocalTime start, LocalTime lesson) {
    assertThat(read(WEEK).slot(new LessonKey("7A", MONDAY, start)))
        .map(Lesson.Slot::start)
        .contains(MONDAY.atTime(lesson));
  }

  @Test
  void slot_ofALesson_hasItsDayStartAndEnd() {
    assertThat(read(WEEK).slot(new LessonKey("7a", MONDAY.plusDays(1), LocalTime.of(9, 5))))
        .contains(
            new Lesson.Slot(MONDAY.plusDays(1).atTime(9, 0), MONDAY.plusDays(1).atTime(10, 0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"08:44", "10:30", "23:59", "00:00"})
  void slot_noLessonThen_isEmpty(LocalTime start) {
    assertThat(read(WEEK).slot(new LessonKey("7A", MONDAY, start))).isEmpty();
  }

  @Test
  void slot_otherDayOrClass_isEmpty() {
    Timetable week = read(WEEK);

    assertThat(week.slot(new LessonKey("7A", MONDAY.plusDays(2), LocalTime.of(9, 0)))).isEmpty();
    assertThat(week.slot(new LessonKey("9C", MONDAY, LocalTime.of(9, 0)))).isEmpty();
  }

  @Test
  void slot_lessonSoonAfterMidnight_doesNotReachBack() {
    Timetable night = read("class,weekday,start,end\n7A,Mon,00:05,01:00\n");

    assertThat(night.slot(new LessonKey("7A", MONDAY, LocalTime.of(0, 0)))).isPresent();
    assertThat(night.slot(new LessonKey("7A", MONDAY, LocalTime.of(23, 55)))).isEmpty();
  }

  @Test
  void ofClass_someDays_givesTheLessonsOfEachDay() {
    assertThat(read(WEEK).ofClass("7a", MONDAY.minusDays(1), MONDAY.plusDays(1)))
        .extracting(lesson -> lesson.slot().start())
        .containsExactly(
            MONDAY.atTime(9, 0),
            MONDAY.atTime(9, 45),
            MONDAY.atTime(14, 0),
            MONDAY.plusDays(1).atTime(9, 0));
    assertThat(read(WEEK).ofClass("7A", MONDAY.plusDays(7), MONDAY.plusDays(7))).hasSize(3);
    assertThat(read(WEEK).ofClass("9C", MONDAY, MONDAY)).isEmpty();
  }

  @Test
  void inRoom_oneDay_givesTheLessonsOfAllClasses() {
    assertThat(read(WEEK).inRoom("GYM", MONDAY, MONDAY))
        .containsExactly(
            new Timetable.Occurrence(
                "7A", new Lesson.Slot(MONDAY.atTime(14, 0), MONDAY.atTime(15, 30))),
            new Timetable.Occurrence(
                "8B", new Lesson.Slot(MONDAY.atTime(14, 30), MONDAY.atTime(15, 30))));
    assertThat(read(WEEK).inRoom("Room 12", MONDAY.plusDays(2), MONDAY.plusDays(5))).isEmpty();
  }

  @Test
  void entry_endsBeforeItStarts_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Timetable.Period(
                    "7A", DayOfWeek.MONDAY, LocalTime.NOON, LocalTime.NOON, Optional.empty()));
  }

  @Test
  void timetable_listChangedAfterwards_staysAsItWas() {
    List<Timetable.Period> entries = new ArrayList<>();
    Timetable timetable = new Timetable(entries);
    entries.add(
        new Timetable.Period(
            "7A", DayOfWeek.MONDAY, LocalTime.MIN, LocalTime.NOON, Optional.empty()));

    assertThat(timetable.entries()).isEmpty();
  }

  private Timetable read(String text) {
    return Timetable.read(new SchoolFolder(root).with("config/timetable.csv", text));
  }

  private InvalidConfiguration fault(String text) {
    return catchThrowableOfType(InvalidConfiguration.class, () -> read(text));
  }
}
