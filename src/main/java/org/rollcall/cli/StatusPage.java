package org.rollcall.cli;

import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.worker.Service;

/** Shows over the network how {@code serve} gets on. */
@FunctionalInterface
public interface StatusPage {
  /**
   * Opens the page.
   *
   * @param home the installation that it is about
   * @param settings where to open it; their port is not 0
   * @param service what it shows and does
   * @return the open page; the caller closes it
   * @throws org.rollcall.model.RollcallException if it cannot be opened there
   */
  Opened open(Home home, Settings settings, Service service);

  /**
   * A page that is open.
   *
   * @param address where it is, as it is typed into a browser
   * @param end closes it
   */
  record Opened(String address, Runnable end) {}
}
