package org.rollcall.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollcall.night.Alarm.AlarmKind;
import org.rollcall.night.NightMonitor.NightState;
import org.rollcall.school.Holidays;
import org.rollcall.settings.ScheduleSettings;
import org.rollcall.settings.SchoolSettings;
import org.rollcall.settings.Settings;
import org.rollcall.testing.WordLists;

/** Nights are due at one; the grace is six hours. */
class NightMonitorTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T01:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T01:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final long MUCH = 100_000_000_000L;

  @Test
  void alarms_allIsWell_areNone() {
    assertThat(watch("").alarms(quiet(TUESDAY.plusSeconds(1), TUESDAY.plus(DAY)))).isEmpty();
  }

  @Test
  void alarms_nightWithoutARun_comeAfterTheGrace() {
    Instant deadline = TUESDAY.plus(Duration.ofHours(6));

    assertThat(watch("").alarms(quiet(MONDAY, deadline))).isEmpty();
    assertThat(watch("").alarms(quiet(MONDAY, deadline.plusMillis(1))))
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.kind()).isEqualTo(AlarmKind.MISSED_NIGHT))
        .extracting(Alarm::sentence)
        .hasToString(
            "The nightly run due on Tuesday 2026-11-17 01:00 has not finished; the"
                + " last one that did started on Monday 2026-11-16 01:00. Check that 'rollcall"
                + " serve' is running, and see its log.");
  }

  @Test
  void alarms_inGerman_nameTheDayInGerman() {
    Instant late = TUESDAY.plus(Duration.ofHours(7));

    assertThat(watch("").alarms(quiet(MONDAY, late)).get(0).sentence().text(Locale.GERMAN))
        .startsWith("Der Nachtlauf vom Dienstag 2026-11-17 01:00 ist nicht zu Ende gekommen");
  }

  @Test
  void texts_all_areThereInEveryLanguage() {
    WordLists.assertComplete(AlarmText.class);
  }

  @Test
  void alarms_window_countFromItsEnd() {
    Instant deadline = Instant.parse("2026-11-17T12:30:00Z");

    assertThat(watch("06:30").alarms(quiet(MONDAY, deadline))).isEmpty();
    assertThat(watch("06:30").alarms(quiet(MONDAY, deadline.plusMillis(1)))).hasSize(1);
  }

  @Test
  void alarms_severalNights_areOne() {
    assertThat(watch("").alarms(quiet(MONDAY, MONDAY.plus(DAY.multipliedBy(5)))))
        .singleElement()
        .extracting(Alarm::sentence)
        .asString()
        .startsWith("4 nightly runs have not finished, the first of them due on Tue");
  }

  @Test
  void alarms_nightOnAHoliday_isNotMissed() {
    NightMonitor watch =
        new NightMonitor(plan(""), after -> nights(after).map(night -> skip(night, TUESDAY)));

    assertThat(watch.alarms(quiet(MONDAY, TUESDAY.plus(Duration.ofHours(20))))).isEmpty();
  }

  @Test
  void alarms_noRunEver_missNoNight() {
    NightState state =
        new NightState(TUESDAY, Optional.empty(), Optional.empty(), 0, Optional.empty(), MUCH);

    assertThat(watch("").alarms(state)).isEmpty();
  }

  @Test
  void alarms_runInProgress_waitForItsOwnGrace() {
    Instant madeUp = TUESDAY.plus(Duration.ofHours(7));
    Instant deadline = madeUp.plus(Duration.ofHours(6));

    assertThat(watch("").alarms(inProgress(madeUp, deadline.minusMillis(1)))).isEmpty();
    assertThat(watch("").alarms(inProgress(madeUp, deadline))).hasSize(1);
  }

  @Test
  void alarms_pileUp_comeAboveTheLimits() {
    Instant now = TUESDAY.plusSeconds(60);
    Instant longAgo = now.minus(Duration.ofDays(2));
    Optional<Instant> lastRun = Optional.of(TUESDAY);

    assertThat(
            watch("")
                .alarms(
                    new NightState(
                        now, lastRun, Optional.empty(), 50, Optional.of(longAgo), 5_000_000_000L)))
        .isEmpty();
    assertThat(
            watch("")
                .alarms(
                    new NightState(
                        now,
                        lastRun,
                        Optional.empty(),
                        51,
                        Optional.of(longAgo.minusMillis(1)),
                        4_949_999_999L)))
        .extracting(Alarm::kind)
        .containsExactly(AlarmKind.MANY_WAITING, AlarmKind.LONG_WAITING, AlarmKind.LITTLE_SPACE);
  }

  @Test
  void alarms_recordingsPileUp_giveTheFigures() {
    NightState state =
        new NightState(
            TUESDAY,
            Optional.of(TUESDAY),
            Optional.empty(),
            51,
            Optional.of(MONDAY.minus(DAY.plusSeconds(1))),
            4_900_000_000L);

    assertThat(watch("").alarms(state))
        .extracting(alarm -> alarm.sentence().toString())
        .containsExactly(
            "51 recordings are waiting (more than 50). See 'rollcall status'; one machine may not"
                + " be enough.",
            "A recording has been waiting since Sunday 2026-11-15 00:59 (longer than 2d). See"
                + " 'rollcall status'.",
            "Only 4.9 GB are free on the disk of output/ (less than 5 GB). Free some space there.");
  }

  private static NightState quiet(Instant lastRun, Instant now) {
    return new NightState(now, Optional.of(lastRun), Optional.empty(), 0, Optional.empty(), MUCH);
  }

  private static NightState inProgress(Instant started, Instant now) {
    return new NightState(
        now, Optional.of(MONDAY), Optional.of(started), 9, Optional.empty(), MUCH);
  }

  private static NightMonitor watch(String until) {
    return new NightMonitor(plan(until), NightMonitorTest::nights);
  }

  private static Optional<Instant> nights(Instant after) {
    Duration since = Duration.between(MONDAY, after);
    return Optional.of(MONDAY.plus(DAY.multipliedBy(since.toDays() + 1)));
  }

  private static Instant skip(Instant night, Instant holiday) {
    return night.equals(holiday) ? night.plus(DAY) : night;
  }

  private static NightSchedule plan(String until) {
    ScheduleSettings schedule =
        new ScheduleSettings(
            "0 0 1 * * ?",
            List.of(until).stream().filter(text -> !text.isEmpty()).map(LocalTime::parse).findAny(),
            DAY,
            Optional.empty());
    return new NightSchedule(
        Settings.DEFAULT
            .with(schedule)
            .with(new SchoolSettings("School", Optional.of(ZoneOffset.UTC))),
        Holidays.NONE,
        Optional.empty());
  }
}
