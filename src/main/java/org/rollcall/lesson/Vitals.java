package org.rollcall.lesson;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.model.Status;
import org.rollcall.store.Run;
import org.rollcall.store.Standing;
import org.rollcall.store.Statistics;
import org.rollcall.store.Store;
import org.rollcall.store.Workload;

/**
 * How the work of an installation stands, in numbers that tell nothing of one student or class.
 * Making them changes nothing, and may be done while others work.
 *
 * @param standings how many recordings are in each state; no state of none
 * @param work all work that was ever done
 * @param marks marks of the lessons of the last seven days, corrections applied
 * @param lastRun when the last run that came to its end began
 * @param lastRunTook how long that one took
 */
public record Vitals(
    List<Standing> standings,
    Workload work,
    Map<Status, Long> marks,
    Optional<Instant> lastRun,
    Optional<Duration> lastRunTook) {
  private static final int DAYS = 7;

  /** Copies list and map. */
  public Vitals {
    standings = List.copyOf(standings);
    marks = Map.copyOf(marks);
  }

  /**
   * Looks into the store.
   *
   * @param home the installation
   * @param settings its settings
   * @param clock tells the time
   * @return how the work stands now
   * @throws org.rollcall.model.RollcallException if the database cannot be read
   */
  public static Vitals of(Home home, Settings settings, Clock clock) {
    if (!HomeStore.exists(home, settings)) {
      return new Vitals(List.of(), Workload.NONE, Map.of(), Optional.empty(), Optional.empty());
    }
    LocalDate today = clock.instant().atZone(settings.school().clockZone()).toLocalDate();
    try (Store store = HomeStore.open(home, settings)) {
      Statistics statistics = store.statistics();
      return new Vitals(
          statistics.standings(),
          statistics.sum(),
          statistics.marks(today.minusDays(DAYS - 1)),
          store.runs().last().map(Run::begun),
          statistics.lastRunTook());
    }
  }
}
