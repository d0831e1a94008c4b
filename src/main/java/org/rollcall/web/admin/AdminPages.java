package org.rollcall.web.admin;

import java.util.Map;
import org.rollcall.web.kit.Exchange;

/** What the pages for admins have in common. */
final class AdminPages {
  static final String ROOT = "/admin";

  private AdminPages() {}

  /**
   * Replies with a page for admins.
   *
   * @param name name of its template, and of its title in the word list
   * @param content what the template needs, by name
   */
  static void show(Exchange exchange, String name, Map<String, Object> content) {
    exchange.show("admin/" + name, exchange.words().text("admin." + name), content);
  }
}
