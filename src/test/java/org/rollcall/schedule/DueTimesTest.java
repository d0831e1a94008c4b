package org.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.rollcall.night.NightSchedule;
import org.rollcall.school.Holidays;
import org.rollcall.settings.ScheduleSettings;
import org.rollcall.settings.SchoolSettings;
import org.rollcall.settings.Settings;

class DueTimesTest {
  private static final ScheduleSettings USUAL = ScheduleSettings.DEFAULT;

  @Test
  void after_nightOnAHoliday_isLeftOut() {
    DueTimes due = due(USUAL, "2026-12-24", "2026-12-26");

    assertThat(nights(due, "2026-12-22T12:00:00Z", 2))
        .containsExactly("2026-12-23T00:00:00Z", "2026-12-27T00:00:00Z");
  }

  @Test
  void after_nightThatBeginsBeforeAHoliday_isKept() {
    DueTimes due = due(nightly("0 0 22 * * ?"), "2026-12-24", "2026-12-24");

    assertThat(nights(due, "2026-12-23T12:00:00Z", 2))
        .containsExactly("2026-12-23T21:00:00Z", "2026-12-25T21:00:00Z");
  }

  @Test
  void after_holidayOnTheDayTheClockIsPutForward_isThatDay() {
    DueTimes due = due(nightly("0 30 23 * * ?"), "2026-03-29", "2026-03-29");

    assertThat(nights(due, "2026-03-28T12:00:00Z", 2))
        .containsExactly("2026-03-28T22:30:00Z", "2026-03-30T21:30:00Z");
  }

  @Test
  void after_theTimeThatIsLeftOutInSpring_isNoNight() {
    DueTimes due = due(nightly("0 30 2 * * ?"));

    assertThat(nights(due, "2026-03-28T00:30:00Z", 1)).containsExactly("2026-03-28T01:30:00Z");
    assertThat(nights(due, "2026-03-28T12:00:00Z", 1)).containsExactly("2026-03-30T00:30:00Z");
  }

  @Test
  void after_theTimeThatComesTwiceInAutumn_isOneNight() {
    DueTimes due = due(nightly("0 30 2 * * ?"));

    assertThat(nights(due, "2026-10-24T12:00:00Z", 2))
        .hasSize(2)
        .element(1)
        .isEqualTo("2026-10-26T01:30:00Z");
  }

  @Test
  void after_expressionWithoutAFuture_isEmpty() {
    assertThat(due(nightly("0 0 1 1 1 ? 2020")).after(Instant.parse("2026-01-01T00:00:00Z")))
        .isEmpty();
  }

  @Test
  void isToRunAt_daytime_dependsOnCatchUpWithin() {
    Instant eight = Instant.parse("2026-11-17T07:00:00Z");

    assertThat(due(within(Duration.ofDays(1))).isToRunAt(eight)).isTrue();
    assertThat(due(within(Duration.ofHours(7))).isToRunAt(eight)).isFalse();
    assertThat(due(within(Duration.ZERO)).isToRunAt(eight)).isFalse();
  }

  @Test
  void isToRunAt_theTimeItself_isNeverTooLate() {
    Instant one = Instant.parse("2026-11-17T00:00:00Z");

    assertThat(due(within(Duration.ZERO)).isToRunAt(one)).isTrue();
    assertThat(due(within(Duration.ZERO)).isToRunAt(one.plusSeconds(90))).isTrue();
    assertThat(due(within(Duration.ZERO)).isToRunAt(one.minusMillis(1))).isFalse();
  }

  @Test
  void isToRunAt_afterAHolidayNight_isFalse() {
    DueTimes due = due(USUAL, "2026-11-17", "2026-11-17");

    assertThat(due.isToRunAt(Instant.parse("2026-11-17T07:00:00Z"))).isFalse();
  }

  @Test
  void trigger_lastRunInTheSecondItWasDue_isNotDueAgain() {
    CronTrigger trigger = due(USUAL).trigger(Instant.parse("2026-01-01T00:00:00.120Z"));

    assertThat(trigger.getFireTimeAfter(trigger.getStartTime()))
        .isEqualTo("2026-01-02T00:00:00.000Z");
  }

  private static List<String> nights(DueTimes due, String after, int number) {
    return Stream.iterate(due.after(Instant.parse(after)), night -> night.flatMap(due::after))
        .limit(number)
        .map(night -> night.orElseThrow().toString())
        .toList();
  }

  private static ScheduleSettings nightly(String expression) {
    return new ScheduleSettings(expression, USUAL.until(), USUAL.catchUpWithin(), USUAL.every());
  }

  private static ScheduleSettings within(Duration time) {
    return new ScheduleSettings(USUAL.nightly(), USUAL.until(), time, USUAL.every());
  }

  private static DueTimes due(ScheduleSettings schedule) {
    return due(schedule, Holidays.NONE);
  }

  private static DueTimes due(ScheduleSettings schedule, String from, String to) {
    return due(
        schedule,
        new Holidays(
            List.of(new Holidays.Holiday(LocalDate.parse(from), LocalDate.parse(to), "Holiday"))));
  }

  private static DueTimes due(ScheduleSettings schedule, Holidays holidays) {
    Settings settings =
        Settings.DEFAULT
            .with(schedule)
            .with(new SchoolSettings("School", Optional.of(ZoneId.of("Europe/Zurich"))));
    return DueTimes.of(new NightSchedule(settings, holidays, Optional.empty()));
  }
}
