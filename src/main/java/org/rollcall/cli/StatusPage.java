package org.rollcall.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.night.Alarm;
import org.rollcall.worker.Errands;

/** Shows over the network how {@code serve} gets on. */
@FunctionalInterface
public interface StatusPage {
  /**
   * Opens the page.
   *
   * @param home the installation that it is about
   * @param settings where to open it; their port is not 0
   * @param behind what it shows and does; called from other threads
   * @return the open page; the caller closes it
   * @throws org.rollcall.model.RollcallException if it cannot be opened there
   */
  Opened open(Home home, Settings settings, Behind behind);

  /**
   * What is behind the page.
   *
   * @param alarms tells what a person should look at
   * @param nextDue tells when a night is next due; empty if none is any more
   * @param errands does what people ask for
   */
  record Behind(
      Supplier<List<Alarm>> alarms, Supplier<Optional<Instant>> nextDue, Errands errands) {}

  /**
   * A page that is open.
   *
   * @param address where it is, as it is typed into a browser
   * @param end closes it
   */
  record Opened(String address, Runnable end) {}
}
