package org.rollcall.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.basics.FreeSpace;
import org.rollcall.desk.InstallationStatus;
import org.rollcall.home.HomeStore;
import org.rollcall.inbox.Candidate;
import org.rollcall.model.RollcallException;
import org.rollcall.night.Alarm;
import org.rollcall.night.NightMonitor;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.NightService;
import org.rollcall.night.Pulse;
import org.rollcall.night.ScheduleStore;
import org.rollcall.school.Holidays;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.ledger.Run;

/** The state of an installation's nightly runs. Read-only. */
final class NightStatus {
  private final Home home;
  private final NightService service;
  private final Clock clock;
  private final Supplier<List<Alarm>> standing;

  NightStatus(Home home, NightService service, Clock clock) {
    this(home, service, clock, List::of);
  }

  private NightStatus(
      Home home, NightService service, Clock clock, Supplier<List<Alarm>> standing) {
    this.home = home;
    this.service = service;
    this.clock = clock;
    this.standing = standing;
  }

  Home home() {
    return home;
  }

  /** {@return the same, which also reports these alarms that only the caller can know of} */
  NightStatus with(List<Alarm> others) {
    List<Alarm> alarms = List.copyOf(others);
    return new NightStatus(home, service, clock, () -> alarms);
  }

  /** {@return the same, which also reports a scheduler that has stopped} */
  NightStatus with(Pulse pulse) {
    return new NightStatus(home, service, clock, () -> pulse.alarm().stream().toList());
  }

  /** {@return when nights are due, by the current settings} */
  NightSchedule plan() {
    Settings settings = SettingsFile.read(home);
    Optional<ScheduleStore> shared =
        HomeStore.address(home, settings) instanceof StoreAddress.PostgresServer server
            ? Optional.of(schedule(server))
            : Optional.empty();
    return new NightSchedule(settings, Holidays.read(home), shared);
  }

  private static ScheduleStore schedule(StoreAddress.PostgresServer server) {
    return new ScheduleStore(
        server.url(),
        server.user().orElseGet(() -> System.getProperty("user.name")),
        server.password().orElse(""));
  }

  /** {@return when the next night is due, by the current settings; empty if there are no more} */
  Optional<Instant> nextDue() {
    return service.nextDue(plan(), clock.instant());
  }

  /** {@return start of the last completed run, nightly or not; empty if there was none} */
  Optional<Instant> lastRun() {
    return runs().last();
  }

  /** {@return what needs a person's attention} */
  List<Alarm> alarms() {
    List<Alarm> alarms = new ArrayList<>(standing.get());
    try {
      NightSchedule plan = plan();
      alarms.addAll(alarms(plan, InstallationStatus.waiting(home, plan.settings(), clock)));
    } catch (RollcallException e) {
      alarms.add(Alarm.unchecked(e.message()));
    }
    return alarms;
  }

  /** {@return what needs a person's attention, going by an overview that was read before} */
  List<Alarm> alarms(NightSchedule plan, InstallationStatus overview) {
    return alarms(plan, overview.waiting());
  }

  private List<Alarm> alarms(NightSchedule plan, List<Candidate> waiting) {
    RecentRuns runs = runs();
    NightMonitor.NightState state =
        new NightMonitor.NightState(
            clock.instant(),
            runs.last(),
            runs.open(),
            waiting.size(),
            waiting.stream().map(Candidate::modified).min(Instant::compareTo),
            freeBytes());
    return new NightMonitor(plan, after -> service.nextDue(plan, after)).alarms(state);
  }

  /** The start times of the last completed run and of the run in progress. */
  private record RecentRuns(Optional<Instant> last, Optional<Instant> open) {}

  private RecentRuns runs() {
    Settings settings = SettingsFile.read(home);
    if (!HomeStore.exists(home, settings)) {
      return new RecentRuns(Optional.empty(), Optional.empty());
    }
    try (Store store = HomeStore.open(home, settings)) {
      return new RecentRuns(
          store.runs().last().map(Run::started),
          store.runs().open(clock.instant()).map(Run::started));
    }
  }

  private long freeBytes() {
    Path folder = home.database().getParent();
    try {
      return FreeSpace.below(folder);
    } catch (IOException e) {
      throw new SpaceUnknown(home.relative(folder), e);
    }
  }
}
