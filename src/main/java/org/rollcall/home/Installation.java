package org.rollcall.home;

import java.time.Clock;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;

/**
 * An installation, open for work: its settings, read once, and its database. To open one changes
 * nothing that is in it. Any number of programs may have one open at a time; claims and leases in
 * the store keep them apart.
 *
 * @param home where everything lies
 * @param settings what holds here
 * @param store what is known
 * @param clock tells the time
 */
public record Installation(Home home, Settings settings, Store store, Clock clock)
    implements AutoCloseable {
  /**
   * Opens an installation.
   *
   * @param home the installation
   * @param clock tells the time
   * @return the installation; the caller closes it
   * @throws org.rollcall.model.RollcallException if settings or store are not in order
   */
  public static Installation open(Home home, Clock clock) {
    return open(home, SettingsFile.read(home), clock);
  }

  /**
   * Opens an installation whose settings are read already, or with others than its own.
   *
   * @param home the installation
   * @param settings what holds
   * @param clock tells the time
   * @return the installation; the caller closes it
   * @throws org.rollcall.model.RollcallException if the store is not in order
   */
  public static Installation open(Home home, Settings settings, Clock clock) {
    return new Installation(home, settings, HomeStore.open(home, settings), clock);
  }

  /** Closes the database. */
  @Override
  public void close() {
    store.close();
  }
}
