package org.rollcall.web;

import io.javalin.Javalin;

/** A group of addresses that belong together. */
@FunctionalInterface
interface Routes {
  /**
   * Adds the addresses.
   *
   * @param server the server, which has not begun yet
   */
  void addTo(Javalin server);
}
