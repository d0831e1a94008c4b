package org.rollcall.night;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.rollcall.basics.setting.Times;
import org.rollcall.night.Alarm.AlarmKind;
import org.rollcall.settings.AlarmSettings;

/**
 * Tells whether nights happen and recordings do not pile up. It goes by what the nights left
 * behind, not by the schedule: that one may be what stands still.
 *
 * <p>Where there has been no run yet, no night counts as missed: nobody knows since when the
 * service should be there. What waits tells then.
 */
public final class NightMonitor {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
  private static final long GIGABYTE = 1_000_000_000;

  /** More missed nights than this are not counted. */
  private static final int MOST_NIGHTS = 1000;

  private final AlarmSettings limits;
  private final NightSchedule plan;
  private final ZoneId zone;
  private final Function<Instant, Optional<Instant>> nextDue;

  /**
   * How things stand.
   *
   * @param now when
   * @param lastRun when the last run began that came to its end
   * @param openRun when the run began that is under way
   * @param waiting how many recordings wait
   * @param oldest since when the one waits that has waited longest
   * @param freeBytes how much space is free
   */
  public record NightState(
      Instant now,
      Optional<Instant> lastRun,
      Optional<Instant> openRun,
      int waiting,
      Optional<Instant> oldest,
      long freeBytes) {}

  /**
   * Prepares the watch.
   *
   * @param plan when nights are due
   * @param nextDue tells the first night after a moment, as the plan has it
   */
  public NightMonitor(NightSchedule plan, Function<Instant, Optional<Instant>> nextDue) {
    this.plan = plan;
    this.limits = plan.settings().alarm();
    this.zone = plan.settings().school().clockZone();
    this.nextDue = nextDue;
  }

  /**
   * Looks how things stand.
   *
   * @param state how they stand
   * @return what a person should look at; empty if all is well
   */
  public List<Alarm> alarms(NightState state) {
    List<Alarm> alarms = new ArrayList<>();
    missed(state).ifPresent(alarms::add);
    if (state.waiting() > limits.waiting()) {
      alarms.add(
          new Alarm(
              AlarmKind.MANY_WAITING,
              "%d recordings wait (more than %d). See 'rollcall status'; one machine may not be enough."
                  .formatted(state.waiting(), limits.waiting())));
    }
    state.oldest().flatMap(since -> waitsLong(since, state.now())).ifPresent(alarms::add);
    if (state.freeBytes() < limits.freeSpace() * GIGABYTE) {
      alarms.add(
          new Alarm(
              AlarmKind.LITTLE_SPACE,
              "Only %.1f GB are free where output/ lies (less than %d GB). Make room on that disc."
                  .formatted(state.freeBytes() / (double) GIGABYTE, limits.freeSpace())));
    }
    return alarms;
  }

  private Optional<Alarm> missed(NightState state) {
    if (state.openRun().filter(begun -> deadline(begun).isAfter(state.now())).isPresent()) {
      return Optional.empty();
    }
    List<Instant> nights = missedNights(state);
    return nights.isEmpty() ? Optional.empty() : Optional.of(missed(nights, state));
  }

  private List<Instant> missedNights(NightState state) {
    List<Instant> nights = new ArrayList<>();
    Optional<Instant> due = state.lastRun().flatMap(nextDue);
    while (due.isPresent()
        && deadline(due.get()).isBefore(state.now())
        && nights.size() < MOST_NIGHTS) {
      nights.add(due.get());
      due = nextDue.apply(due.get());
    }
    return nights;
  }

  /** When the run of a night, or one that began by itself, should have come to its end. */
  private Instant deadline(Instant begin) {
    return plan.windowEnd(begin).orElse(begin).plus(limits.nightGrace());
  }

  private Alarm missed(List<Instant> nights, NightState state) {
    String which =
        nights.size() == 1
            ? "The run of the night due on %s has not come to its end".formatted(day(nights.get(0)))
            : "The runs of %d nights have not come to their end, the first of them due on %s"
                .formatted(nights.size(), day(nights.get(0)));
    return new Alarm(
        AlarmKind.MISSED_NIGHT,
        "%s; the last run that did began on %s. See whether 'rollcall serve' runs, and its log."
            .formatted(which, day(state.lastRun().orElseThrow())));
  }

  private Optional<Alarm> waitsLong(Instant since, Instant now) {
    if (Duration.between(since, now).compareTo(limits.oldest()) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Alarm(
            AlarmKind.LONG_WAITING,
            "A recording waits since %s (longer than %s). See 'rollcall status'."
                .formatted(day(since), Times.write(limits.oldest()))));
  }

  private String day(Instant time) {
    return DAY.format(time.atZone(zone));
  }
}
