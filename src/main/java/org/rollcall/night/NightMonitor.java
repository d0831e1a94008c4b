package org.rollcall.night;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rollcall.basics.setting.Times;
import org.rollcall.model.Message;
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
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd HH:mm");
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
              Message.of(AlarmText.MANY_WAITING, state.waiting(), limits.waiting())));
    }
    state.oldest().flatMap(since -> longWaiting(since, state.now())).ifPresent(alarms::add);
    if (state.freeBytes() < limits.freeSpace() * GIGABYTE) {
      alarms.add(
          new Alarm(
              AlarmKind.LITTLE_SPACE,
              Message.of(
                  AlarmText.LITTLE_SPACE,
                  state.freeBytes() / (double) GIGABYTE,
                  limits.freeSpace())));
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
    Message first = day(nights.get(0));
    Message last = day(state.lastRun().orElseThrow());
    return new Alarm(
        AlarmKind.MISSED_NIGHT,
        nights.size() == 1
            ? Message.of(AlarmText.NIGHT_MISSED, first, last)
            : Message.of(AlarmText.NIGHTS_MISSED, nights.size(), first, last));
  }

  private Optional<Alarm> longWaiting(Instant since, Instant now) {
    if (Duration.between(since, now).compareTo(limits.oldest()) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Alarm(
            AlarmKind.LONG_WAITING,
            Message.of(AlarmText.LONG_WAITING, day(since), Times.write(limits.oldest()))));
  }

  private Message day(Instant time) {
    return Message.worded(language -> DAY.withLocale(language).format(time.atZone(zone)));
  }
}
