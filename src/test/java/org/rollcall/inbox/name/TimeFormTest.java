package org.rollcall.inbox.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.inbox.name.TimeForm.FoundTime;

class TimeFormTest {
  @ParameterizedTest
  @CsvSource({
    "9am, HALF_DAY, 09:00",
    "9 a.m., HALF_DAY, 09:00",
    "12am, HALF_DAY, 00:00",
    "12:30pm, HALF_DAY, 12:30",
    "11-59-58 PM, HALF_DAY, 23:59:58",
    "9 Uhr, WORDED, 09:00",
    "9h, WORDED, 09:00",
    "09h05min07s, WORDED, 09:05:07",
    "09-05, SEPARATED, 09:05",
    "9:05:07.123, SEPARATED, 09:05:07",
    "0905, COMPACT, 09:05",
    "090507123, COMPACT, 09:05:07"
  })
  void at_time_isReadInItsForm(String text, TimeForm form, LocalTime time) {
    FoundTime found = TimeForm.at(0, text).orElseThrow();

    assertThat(found.time()).isEqualTo(time);
    assertThat(found.form()).isEqualTo(form);
    assertThat(found.fine()).isEqualTo(time.getSecond() > 0);
    assertThat(found.to()).isEqualTo(text.length());
  }

  @ParameterizedTest
  @CsvSource({
    "0900Z, Z",
    "0900 UTC, Z",
    "0900 gmt, Z",
    "0900CET, +01:00",
    "0900 MESZ, +02:00",
    "0900+2, +02:00",
    "0900+0530, +05:30",
    "0900 UTC+05:45, +05:45",
    "0900UTC-5, -05:00",
    "0900 GMT-10, -10:00"
  })
  void at_differenceToUtc_isRead(String text, String offset) {
    assertThat(TimeForm.at(0, text).orElseThrow().offset().orElseThrow()).hasToString(offset);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0900", "0900-5", "0900 part", "0900 CETUS"})
  void at_noDifferenceToUtc_hasNone(String text) {
    assertThat(TimeForm.at(0, text).orElseThrow().offset()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2460", "25:00", "09h61", "0900+19"})
  void at_timeThatCannotBe_isADoubt(String text) {
    assertThatExceptionOfType(DoubtfulName.class).isThrownBy(() -> TimeForm.at(0, text));
  }

  @ParameterizedTest
  @CsvSource({
    "0900 lesson, 09:00",
    "lesson_09-05, 09:05",
    "7A 0900, 09:00",
    "lesson_9h05, 09:05",
    "1-20_0900, 09:00"
  })
  void first_timeThatStandsAlone_isFound(String text, LocalTime time) {
    assertThat(TimeForm.first(0, text).orElseThrow().time()).isEqualTo(time);
  }

  /** A number of one digit, a dash and a number: that is a chapter rather than a time. */
  @ParameterizedTest
  @ValueSource(strings = {"Room 1203", "chapter_1-20", "1-20", "lesson"})
  void first_otherNumbers_areNoTimes(String text) {
    assertThat(TimeForm.first(0, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0900 0945, true", "0900 094500, false", "0900 09-45, false", "9am 10am, true"})
  void isLike_formAndSeconds_bothCount(String two, boolean like) {
    int second = two.indexOf(' ') + 1;

    assertThat(TimeForm.at(0, two).orElseThrow().isLike(TimeForm.at(second, two).orElseThrow()))
        .isEqualTo(like);
  }

  @ParameterizedTest
  @CsvSource({"'9am, ', 09:00", "09-05_, 09:05", "'9 Uhr, Montag ', 09:00"})
  void before_onlyJoiningWordsBetween_isFound(String text, LocalTime time) {
    String day = "2026-11-16";

    assertThat(TimeForm.before(text.length(), text + day).map(FoundTime::time)).contains(time);
    assertThat(TimeForm.before(text.length() + 3, text + "7A " + day)).isEmpty();
  }
}
