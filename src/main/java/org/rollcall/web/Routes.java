package org.rollcall.web;

import io.javalin.config.RoutesConfig;

/** A group of addresses that belong together. */
@FunctionalInterface
interface Routes {
  /**
   * Adds the addresses.
   *
   * @param server takes the addresses; the server has not started yet
   */
  void addTo(RoutesConfig server);
}
