package org.rollcall.lesson;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.inbox.Candidate;
import org.rollcall.inbox.Scan;
import org.rollcall.inbox.Skipped;
import org.rollcall.inbox.WatchedFolder;
import org.rollcall.store.Ledger;
import org.rollcall.store.Store;

/**
 * How an installation stands. Making one changes nothing, and may be done while others work.
 *
 * @param recordings what the ledger says, the latest change first
 * @param waiting what the next run would take, the oldest lesson first
 * @param skipped what lies in the watched folder and would not be taken
 * @param lastRun when the last run that came to its end began
 */
public record Overview(
    List<Ledger.Entry> recordings,
    List<Candidate> waiting,
    List<Skipped> skipped,
    Optional<Instant> lastRun) {
  public Overview {
    recordings = List.copyOf(recordings);
    waiting = List.copyOf(waiting);
    skipped = List.copyOf(skipped);
  }

  /**
   * Looks at an installation.
   *
   * @param home the installation
   * @param settings its settings
   * @param clock tells which recordings have not changed for long enough
   * @return how it stands now
   * @throws org.rollcall.model.RollcallException if the database or the watched folder cannot be
   *     read
   */
  public static Overview of(Home home, Settings settings, Clock clock) {
    Scan scan = new WatchedFolder(home.footage(), settings.inbox(), clock).scan();
    Optional<Instant> lastRun = LastRun.of(home);
    if (!HomeStore.exists(home, settings)) {
      return new Overview(List.of(), scan.ready(), scan.skipped(), lastRun);
    }
    try (Store store = HomeStore.open(home, settings)) {
      Ledger ledger = store.ledger();
      List<Candidate> waiting =
          scan.ready().stream().filter(candidate -> waits(home, candidate, ledger)).toList();
      return new Overview(ledger.entries(), waiting, scan.skipped(), lastRun);
    }
  }

  /**
   * A recording whose content is not known yet counts as new: hashing it here would take long. One
   * whose lesson could not be told is tried again by every run.
   */
  private static boolean waits(Home home, Candidate candidate, Ledger ledger) {
    return ledger
        .knownHash(home.relative(candidate.path()), candidate.bytes(), candidate.modified())
        .flatMap(ledger::find)
        .map(entry -> entry.state() == Ledger.State.WAITING || entry.lesson().isEmpty())
        .orElse(true);
  }
}
