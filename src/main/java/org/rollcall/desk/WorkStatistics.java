package org.rollcall.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.home.HomeStore;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Status;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.PendingSheets;
import org.rollcall.store.ledger.ProcessingStatistics;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.store.ledger.Run;
import org.rollcall.store.ledger.StateCount;
import org.rollcall.store.ledger.Statistics;
import org.rollcall.store.register.DueClassRegisters;

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
 * @param pendingSheets sheets that could not be written, the oldest first
 * @param untakenSheets the lessons whose sheets hold something that could not be taken, the
 *     earliest first
 * @param waitingRegisters class registers that could not be written, the oldest first
 */
public record WorkStatistics(
    List<StateCount> recordings,
    ProcessingStatistics work,
    Map<Status, Long> marks,
    Optional<Instant> lastRun,
    Optional<Duration> lastRunTook,
    List<PendingSheets.Pending> pendingSheets,
    List<LessonKey> untakenSheets,
    List<DueClassRegisters.Due> waitingRegisters) {
  private static final int DAYS = 7;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm");
  private static final Set<RecordingState> FAILURES =
      EnumSet.of(RecordingState.FAILED, RecordingState.SET_ASIDE);

  public WorkStatistics {
    recordings = List.copyOf(recordings);
    marks = Map.copyOf(marks);
    pendingSheets = List.copyOf(pendingSheets);
    untakenSheets = List.copyOf(untakenSheets);
    waitingRegisters = List.copyOf(waitingRegisters);
  }

  /**
   * Says what a person should know of the work although the service is well. No class or student is
   * named.
   *
   * @param zone the school's time zone
   * @return a sentence about each; empty if there is nothing
   */
  public List<Message> notices(ZoneId zone) {
    List<Message> notices = new ArrayList<>();
    long failed =
        recordings.stream()
            .filter(count -> FAILURES.contains(count.state()))
            .mapToLong(StateCount::recordings)
            .sum();
    if (failed > 0) {
      notices.add(Message.of(WorkNotice.RECORDINGS_FAILED, failed));
    }
    pendingSheets.stream()
        .map(PendingSheets.Pending::since)
        .min(Instant::compareTo)
        .map(since -> waiting(WorkNotice.SHEETS_WAITING, pendingSheets.size(), since, zone))
        .ifPresent(notices::add);
    if (!untakenSheets.isEmpty()) {
      notices.add(Message.of(WorkNotice.SHEETS_UNTAKEN, untakenSheets.size()));
    }
    waitingRegisters.stream()
        .map(DueClassRegisters.Due::since)
        .min(Instant::compareTo)
        .map(since -> waiting(WorkNotice.REGISTERS_WAITING, waitingRegisters.size(), since, zone))
        .ifPresent(notices::add);
    return notices;
  }

  private static Message waiting(WorkNotice notice, int number, Instant since, ZoneId zone) {
    Message moment =
        Message.worded(language -> MOMENT.withLocale(language).format(since.atZone(zone)));
    return Message.of(notice, number, moment);
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
          List.of(),
          ProcessingStatistics.NONE,
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of());
    }
    LocalDate today = clock.instant().atZone(settings.school().clockZone()).toLocalDate();
    try (Store store = HomeStore.open(home, settings)) {
      Statistics statistics = store.statistics();
      return new WorkStatistics(
          statistics.stateCounts(),
          statistics.sum(),
          statistics.marks(today.minusDays(DAYS - 1)),
          store.runs().last().map(Run::started),
          statistics.lastRunTook(),
          store.pendingSheets().list(),
          List.copyOf(store.sheetProblems().all().keySet()),
          store.dueClassRegisters().list().stream()
              .filter(due -> due.reason().isPresent())
              .toList());
    }
  }
}
