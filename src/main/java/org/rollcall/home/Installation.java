package org.rollcall.home;

import java.time.Clock;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;

/**
 * An open installation: its settings, read once, and its database. Opening changes none of its
 * files. Any number of programs may have the same installation open; claims and leases in the store
 * keep them from interfering.
 *
 * @param home the home folder
 * @param settings the settings in force
 * @param store the open database
 * @param clock source of the current time
 */
public record Installation(Home home, Settings settings, Store store, Clock clock)
    implements AutoCloseable {
  /**
   * Opens an installation.
   *
   * @param home the home folder of the installation
   * @param clock source of the current time
   * @return the installation; the caller closes it
   * @throws org.rollcall.model.RollcallException if the settings are invalid, or the database
   *     cannot be opened
   */
  public static Installation open(Home home, Clock clock) {
    return open(home, SettingsFile.read(home), clock);
  }

  /**
   * Opens an installation with settings that were read already, or that replace its own.
   *
   * @param home the home folder of the installation
   * @param settings the settings to use
   * @param clock source of the current time
   * @return the installation; the caller closes it
   * @throws org.rollcall.model.RollcallException if the database cannot be opened
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
