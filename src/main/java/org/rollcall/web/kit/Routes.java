package org.rollcall.web.kit;

/** A group of addresses that belong together. */
@FunctionalInterface
public interface Routes {
  /**
   * Adds the addresses. The server has not started yet.
   *
   * @param router takes them
   */
  void addTo(Router router);
}
