package org.rollcall.cli;

import java.util.List;
import java.util.function.Supplier;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.night.Alarm;

/** Shows over the network how {@code serve} gets on. */
@FunctionalInterface
public interface StatusPage {
  /**
   * Opens the page.
   *
   * @param home the installation that it is about
   * @param settings where to open it; their port is not 0
   * @param alarms tells what a person should look at; called from another thread
   * @return the open page; the caller closes it
   * @throws org.rollcall.model.RollcallException if it cannot be opened there
   */
  Opened open(Home home, Settings settings, Supplier<List<Alarm>> alarms);

  /**
   * A page that is open.
   *
   * @param address where it is, as it is typed into a browser
   * @param end closes it
   */
  record Opened(String address, Runnable end) {}
}
