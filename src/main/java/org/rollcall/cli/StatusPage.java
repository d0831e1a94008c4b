package org.rollcall.cli;

import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.worker.Service;

/** Opens the pages of {@code serve} to the network. */
@FunctionalInterface
public interface StatusPage {
  /**
   * Opens the page.
   *
   * @param home the installation to show
   * @param settings give the address and port, which is not 0
   * @param service gives the alarms and the next run, and takes jobs
   * @return the open page; the caller closes it
   * @throws org.rollcall.model.RollcallException if it cannot be opened there
   */
  Opened open(Home home, Settings settings, Service service);

  /**
   * An open page.
   *
   * @param address its URL for a browser
   * @param end closes it
   */
  record Opened(String address, Runnable end) {}
}
