package org.rollcall.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.home.HomeStore;
import org.rollcall.model.Status;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.ProcessingStatistics;
import org.rollcall.store.ledger.Run;
import org.rollcall.store.ledger.StateCount;
import org.rollcall.store.ledger.Statistics;

/**
 * Statistics of the work of an installation, without details of single students or classes. Reading
 * them changes nothing and does not disturb other processes.
 *
 * @param recordings number of recordings in each state; states without recordings are left out
 * @param work all work done so far
 * @param marks number of marks of each status in the lessons of the last seven days, corrections
 *     applied
 * @param lastRun when the last complete run started
 * @param lastRunTook how long that run took
 */
public record WorkStatistics(
    List<StateCount> recordings,
    ProcessingStatistics work,
    Map<Status, Long> marks,
    Optional<Instant> lastRun,
    Optional<Duration> lastRunTook) {
  private static final int DAYS = 7;

  public WorkStatistics {
    recordings = List.copyOf(recordings);
    marks = Map.copyOf(marks);
  }

  /**
   * Reads the statistics from the store.
   *
   * @param home the installation
   * @param settings its settings
   * @param clock the clock
   * @return the present numbers
   * @throws org.rollcall.model.RollcallException if the database cannot be read
   */
  public static WorkStatistics of(Home home, Settings settings, Clock clock) {
    if (!HomeStore.exists(home, settings)) {
      return new WorkStatistics(
          List.of(), ProcessingStatistics.NONE, Map.of(), Optional.empty(), Optional.empty());
    }
    LocalDate today = clock.instant().atZone(settings.school().clockZone()).toLocalDate();
    try (Store store = HomeStore.open(home, settings)) {
      Statistics statistics = store.statistics();
      return new WorkStatistics(
          statistics.stateCounts(),
          statistics.sum(),
          statistics.marks(today.minusDays(DAYS - 1)),
          store.runs().last().map(Run::started),
          statistics.lastRunTook());
    }
  }
}
