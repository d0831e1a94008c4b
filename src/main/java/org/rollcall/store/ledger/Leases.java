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
 * Named locks for work that only one process at a time may do, across all machines that share a
 * store. The lease of a process that died is taken over: at once on the same machine, otherwise
 * when it has expired.
 */
public final class Leases {
  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
  private static final Duration VALID_FOR = Duration.ofSeconds(60);
  private static final Duration RENEW_EVERY = Duration.ofSeconds(15);
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final long POLL_MILLIS = 200;

  private final Database database;
  private final Clock clock;
  private final String holder = Owner.self() + "/" + UUID.randomUUID();
  private final Map<String, ReentrantLock> here = new ConcurrentHashMap<>();

  /**
   * Stores leases in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time, by which leases of other machines expire
   */
  public Leases(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Runs work while holding a lease, which excludes all other processes and all other threads of
   * this one. Waits for the current holder. Reentrant: the work may take the same lease again.
   *
   * @param name name of the lease
   * @param work the work
   * @param <T> the type of its result
   * @return the result of the work
   * @throws StoreUnavailable if others hold the lease for longer than ten minutes, or the thread is
   *     interrupted
   */
  public <T> T exclusively(String name, Supplier<T> work) {
    ReentrantLock lock = here.computeIfAbsent(name, any -> new ReentrantLock());
    lock.lock();
    try {
      return lock.getHoldCount() > 1 ? work.get() : whileHeld(name, work);
    } finally {
      lock.unlock();
    }
  }

  private <T> T whileHeld(String name, Supplier<T> work) {
    acquire(name);
    ScheduledExecutorService renewal =
        Executors.newSingleThreadScheduledExecutor(Daemons.named("lease"));
    ScheduledFuture<?> renewals =
        renewal.scheduleAtFixedRate(
            () -> renew(name),
            RENEW_EVERY.toMillis(),
            RENEW_EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return work.get();
    } finally {
      renewals.cancel(false);
      // Otherwise a renewal under way could take the lease again after it was given back.
      Daemons.finish(renewal);
      release(name);
    }
  }

  /** Renews a lease. A failure is only logged, as the lease stays valid for a while. */
  private void renew(String name) {
    try {
      take(name);
    } catch (RollcallException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  private void acquire(String name) {
    Instant end = clock.instant().plus(TIMEOUT);
    while (!take(name)) {
      if (clock.instant().isAfter(end)) {
        throw new StoreUnavailable(
            "Cannot continue with '%s': another process has been busy with it for more than %d minutes. See 'rollcall status'."
                .formatted(name, TIMEOUT.toMinutes()),
            null);
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoreUnavailable("Rollcall was stopped during processing.", e);
      }
    }
  }

  /** Takes a lease, or extends it if this store already holds it. */
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
                  .bind("expires", clock.instant().plus(VALID_FOR))
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
    if (owner.isPresent() && Owner.parse(owner.get()).isGone()) {
      handle.execute("DELETE FROM lease WHERE name = ? AND owner = ?", name, owner.get());
    }
  }

  private void release(String name) {
    database.change(
        handle -> handle.execute("DELETE FROM lease WHERE name = ? AND owner = ?", name, holder));
  }
}
