package org.rollcall.store.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.rollcall.basics.Daemons;
import org.rollcall.model.RollcallException;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Things that one process at a time may do, on all machines that share a store. A lease of a
 * process that died is taken over: at once on the same machine, else when it has expired.
 */
public final class Leases {
  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
  private static final Duration HOLDS = Duration.ofSeconds(60);
  private static final Duration RENEWED = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long POLL_MILLIS = 200;

  private final Database database;
  private final Clock clock;
  private final String holder = Owner.self() + "/" + UUID.randomUUID();
  private final Map<String, ReentrantLock> here = new ConcurrentHashMap<>();

  /**
   * Keeps leases in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock tells the time; leases of other machines expire by it
   */
  public Leases(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Does something that nobody else does meanwhile, no other thread of this process either. Waits
   * for whoever does it now. What is done may itself ask for the same again.
   *
   * @param name of what is done
   * @param work does it
   * @param <T> what comes of it
   * @return what came of it
   * @throws StoreUnavailable if others do it for longer than ten minutes, or the thread is
   *     interrupted
   */
  public <T> T alone(String name, Supplier<T> work) {
    ReentrantLock lock = here.computeIfAbsent(name, any -> new ReentrantLock());
    lock.lock();
    try {
      return lock.getHoldCount() > 1 ? work.get() : aloneInProcess(name, work);
    } finally {
      lock.unlock();
    }
  }

  private <T> T aloneInProcess(String name, Supplier<T> work) {
    waitFor(name);
    ScheduledExecutorService renewal =
        Executors.newSingleThreadScheduledExecutor(Daemons.named("lease"));
    ScheduledFuture<?> renewals =
        renewal.scheduleAtFixedRate(
            () -> renew(name), RENEWED.toMillis(), RENEWED.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return work.get();
    } finally {
      renewals.cancel(false);
      // A renewal under way would take the lease once more after it was given back.
      Daemons.finish(renewal);
      giveBack(name);
    }
  }

  /** A lease that could not be renewed once holds for a while. */
  private void renew(String name) {
    try {
      take(name);
    } catch (RollcallException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  private void waitFor(String name) {
    Instant end = clock.instant().plus(PATIENCE);
    while (!take(name)) {
      if (clock.instant().isAfter(end)) {
        throw new StoreUnavailable(
            "Cannot go on with '%s': another process has been at it for more than %d minutes. See 'rollcall status'."
                .formatted(name, PATIENCE.toMinutes()),
            null);
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoreUnavailable("Rollcall was stopped in the middle of it.", e);
      }
    }
  }

  /** Takes a lease, or takes it for longer where it is this store's already. */
  boolean take(String name) {
    return database.write(
        handle -> {
          freeIfGone(handle, name);
          String sql =
              """
              INSERT INTO lease (name, owner, expires) VALUES (:name, :owner, :expires)
              ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, expires = excluded.expires
              WHERE lease.owner = excluded.owner OR lease.expires < :now\
              """;
          return handle
                  .createUpdate(sql)
                  .bind("name", name)
                  .bind("owner", holder)
                  .bind("expires", clock.instant().plus(HOLDS))
                  .bind("now", clock.instant())
                  .execute()
              == 1;
        });
  }

  private static void freeIfGone(Handle handle, String name) {
    Optional<String> owner =
        handle
            .createQuery("SELECT owner FROM lease WHERE name = :name")
            .bind("name", name)
            .mapTo(String.class)
            .findOne();
    if (owner.isPresent() && Owner.parse(owner.get()).gone()) {
      handle.execute("DELETE FROM lease WHERE name = ? AND owner = ?", name, owner.get());
    }
  }

  private void giveBack(String name) {
    database.change(
        handle -> handle.execute("DELETE FROM lease WHERE name = ? AND owner = ?", name, holder));
  }
}
