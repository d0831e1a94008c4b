package org.rollcall.web.kit;

import java.util.function.Supplier;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry.Action;

/** Records in the audit log what users do at the pages. */
public final class AuditTrail {
  private final Supplier<Store> store;

  /**
   * Makes the record of a store.
   *
   * @param store gives the open store
   */
  AuditTrail(Supplier<Store> store) {
    this.store = store;
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
}
