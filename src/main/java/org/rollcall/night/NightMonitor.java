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
 * Checks that nightly runs take place and that recordings do not pile up. It goes by the records of
 * past runs rather than by the scheduler, which may be the very thing that has stalled.
 *
 * <p>Before the first run no night counts as missed, because it is not known since when the service
 * should have been running. Until then, only the waiting recordings can raise an alarm.
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
   * What the monitor goes by.
   *
   * @param now the time of the check
   * @param lastRun start of the last completed run
   * @param openRun start of the run in progress
   * @param waiting how many recordings are waiting
   * @param oldest since when the oldest of them has been waiting
   * @param freeBytes free disk space in bytes
   */
  public record NightState(
      Instant now,
      Optional<Instant> lastRun,
      Optional<Instant> openRun,
      int waiting,
      Optional<Instant> oldest,
      long freeBytes) {}

  /**
   * Monitors the nights of a plan.
   *
   * @param plan when nights are due
   * @param nextDue gives the first night of the plan after a given time
   */
  public NightMonitor(NightSchedule plan, Function<Instant, Optional<Instant>> nextDue) {
    this.plan = plan;
    this.limits = plan.settings().alarm();
    this.zone = plan.settings().school().clockZone();
    this.nextDue = nextDue;
  }

  /**
   * Compares a state with the limits of the settings.
   *
   * @param state the state to check
   * @return what needs a person's attention; empty if all is well
   */
  public List<Alarm> alarms(NightState state) {
    List<Alarm> alarms = new ArrayList<>();
    missed(state).ifPresent(alarms::add);
    if (state.waiting() > limits.waiting()) {
      alarms.add(
          new Alarm(
              AlarmKind.MANY_WAITING,
              "%d recordings are waiting (more than %d). See 'rollcall status'; one machine may not be enough."
                  .formatted(state.waiting(), limits.waiting())));
    }
    state.oldest().flatMap(since -> longWaiting(since, state.now())).ifPresent(alarms::add);
    if (state.freeBytes() < limits.freeSpace() * GIGABYTE) {
      alarms.add(
          new Alarm(
              AlarmKind.LITTLE_SPACE,
              "Only %.1f GB are free on the disk of output/ (less than %d GB). Free some space there."
                  .formatted(state.freeBytes() / (double) GIGABYTE, limits.freeSpace())));
    }
    return alarms;
  }

  private Optional<Alarm> missed(NightState state) {
    if (state.openRun().filter(started -> deadline(started).isAfter(state.now())).isPresent()) {
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

  /** When a run, due or started at the given time, should have ended. */
  private Instant deadline(Instant start) {
    return plan.windowEnd(start).orElse(start).plus(limits.nightGrace());
  }

  private Alarm missed(List<Instant> nights, NightState state) {
    String which =
        nights.size() == 1
            ? "The nightly run due on %s has not finished".formatted(day(nights.get(0)))
            : "%d nightly runs have not finished, the first of them due on %s"
                .formatted(nights.size(), day(nights.get(0)));
    return new Alarm(
        AlarmKind.MISSED_NIGHT,
        "%s; the last one that did started on %s. Check that 'rollcall serve' is running, and see its log."
            .formatted(which, day(state.lastRun().orElseThrow())));
  }

  private Optional<Alarm> longWaiting(Instant since, Instant now) {
    if (Duration.between(since, now).compareTo(limits.oldest()) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Alarm(
            AlarmKind.LONG_WAITING,
            "A recording has been waiting since %s (longer than %s). See 'rollcall status'."
                .formatted(day(since), Times.write(limits.oldest()))));
  }

  private String day(Instant time) {
    return DAY.format(time.atZone(zone));
  }
}
