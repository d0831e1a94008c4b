package org.rollcall.web;

import io.javalin.http.Context;
import java.util.function.Supplier;
import org.rollcall.access.Principal;
import org.rollcall.store.AuditEntry.Action;
import org.rollcall.store.Store;

/**
 * Takes down who did what at the pages.
 *
 * @param store gives the open store
 */
record Trail(Supplier<? extends Store> store) {
  void note(Context context, Principal visitor, Action action, String about) {
    store.get().audit().add(visitor.account().name(), context.ip(), action, about);
  }
}
