package org.rollcall.web.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry.Action;

/** Records in the audit log what users do at the pages. */
public final class AuditTrail {
  /** A page shows many pictures, and users come back to it. */
  private static final Duration ONCE = Duration.ofHours(1);

  private static final int MOST_REMEMBERED = 10_000;

  private final Supplier<Store> store;
  private final Clock clock;
  private final Map<String, Instant> noted =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /**
   * Makes the record of a store.
   *
   * @param store gives the open store
   * @param clock tells the time
   */
  AuditTrail(Supplier<Store> store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Records what a user has just done.
   *
   * @param exchange the user's request
   * @param action what was done
   * @param about what it was done to; ids only, never the name of a student
   */
  public void note(Exchange exchange, Action action, String about) {
    store.get().auditLog().add(exchange.principal().name(), exchange.origin(), action, about);
  }

  /**
   * Records what a user has just done, unless the same was recorded within the last hour.
   *
   * @param exchange the user's request
   * @param action what was done
   * @param about what it was done to; ids only, never the name of a student
   */
  public void noteOnce(Exchange exchange, Action action, String about) {
    if (isNew(
        "%s %s %s %s".formatted(exchange.principal().name(), exchange.origin(), action, about))) {
      note(exchange, action, about);
    }
  }

  private synchronized boolean isNew(String entry) {
    Instant now = clock.instant();
    Instant before = noted.get(entry);
    if (before != null && before.plus(ONCE).isAfter(now)) {
      return false;
    }
    noted.remove(entry);
    noted.put(entry, now);
    return true;
  }
}
