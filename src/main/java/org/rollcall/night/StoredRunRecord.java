package org.rollcall.night;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Run;
import org.rollcall.store.ledger.Runs;

/** A record of runs in the database, which is opened for the duration of each call. */
public final class StoredRunRecord implements RunRecord {
  private final Supplier<Store> opener;

  /**
   * Keeps the record in a database.
   *
   * @param opener opens the database; each call closes what it opened
   */
  public StoredRunRecord(Supplier<Store> opener) {
    this.opener = opener;
  }

  @Override
  public boolean start(Run run) {
    return with(runs -> runs.start(run));
  }

  @Override
  public void join(Run run) {
    with(
        runs -> {
          runs.join(run);
          return run;
        });
  }

  @Override
  public Optional<Run> last() {
    return with(Runs::last);
  }

  @Override
  public Optional<Run> open(Instant now) {
    return with(runs -> runs.open(now));
  }

  @Override
  public void end(Run run, Instant ended, boolean complete) {
    with(
        runs -> {
          runs.end(run, ended, complete);
          return run;
        });
  }

  private <T> T with(Function<Runs, T> use) {
    try (Store store = opener.get()) {
      return use.apply(store.runs());
    }
  }
}
