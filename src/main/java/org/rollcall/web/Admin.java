package org.rollcall.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.access.Author;
import org.rollcall.access.Principal;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.store.AuditEntry.Action;
import org.rollcall.store.Store;
import org.rollcall.worker.Service;

/**
 * What the admin's pages have in common.
 *
 * @param home the installation
 * @param settings its settings, as they were when the service started
 * @param clock tells the time
 * @param service what is shown
 * @param store gives the open store
 * @param pages makes pages
 */
record Admin(
    Home home,
    Settings settings,
    Clock clock,
    Service service,
    Supplier<Store> store,
    Pages pages) {
  static final String ROOT = "/admin";

  ZoneId zone() {
    return settings.school().clockZone();
  }

  /** Answers with a page, whose template is {@code admin-} and its name, and so is its title. */
  void show(Context context, Principal visitor, String name, Map<String, Object> content) {
    Map<String, Object> all = new HashMap<>(content);
    all.put("zone", zone());
    pages.show(
        context,
        Optional.of(visitor),
        "admin" + name,
        Words.of(context).lookup("admin." + name),
        all);
  }

  /** Takes down what a visitor has just done. */
  void note(Context context, Principal visitor, Action action, String about) {
    new Trail(store).note(context, visitor, action, about);
  }

  static Author author(Context context, Principal visitor) {
    return new Author(visitor.account().name(), context.ip());
  }

  static String query(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).orElse("");
  }

  static String form(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("");
  }
}
