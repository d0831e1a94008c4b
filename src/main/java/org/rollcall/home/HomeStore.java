package org.rollcall.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.backup.Backup;
import org.rollcall.store.backup.BackupSummary;
import org.rollcall.store.backup.Restore;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.StoreSettings;

/**
 * Opens, backs up and restores the database of an installation: an embedded file, or a database on
 * a server named in the settings.
 */
public final class HomeStore {
  private HomeStore() {}

  /**
   * Opens the database of an installation and creates its tables where necessary.
   *
   * @param home the home folder of the installation
   * @param settings its settings
   * @return the open store; the caller closes it
   * @throws RollcallException if the database cannot be used, or its password cannot be read
   */
  public static Store open(Home home, Settings settings) {
    return Store.open(address(home, settings));
  }

  /**
   * Checks whether an installation already has a database, without creating one.
   *
   * @param home the home folder of the installation
   * @param settings its settings
   * @return true if the database file exists, or a server is configured
   */
  public static boolean exists(Home home, Settings settings) {
    return settings.store().url().isPresent() || Files.exists(home.database());
  }

  /**
   * Gives the address of an installation's database.
   *
   * @param home the home folder of the installation
   * @param settings its settings
   * @return the address, including the password
   * @throws RollcallException if the password file cannot be read or is empty
   */
  public static StoreAddress address(Home home, Settings settings) {
    return address(home, settings.store(), System.getenv());
  }

  /**
   * Writes a backup of the database. Safe while other processes use the database.
   *
   * @param home the home folder of the installation
   * @param settings its settings
   * @param file the backup file, which must not exist yet
   * @param clock source of the current time
   * @return a summary of the backup
   * @throws RollcallException if there is no database, or the backup cannot be written
   */
  public static BackupSummary backUp(Home home, Settings settings, Path file, Clock clock) {
    return Backup.write(address(home, settings), file, Version.current(), clock);
  }

  /**
   * Restores the database from a backup.
   *
   * @param home the home folder of the installation
   * @param settings its settings
   * @param file the backup file
   * @param replace whether to delete the existing content of the database; otherwise it must be
   *     empty
   * @return a summary of the backup
   * @throws RollcallException if lessons are being processed, the backup is unusable, or the
   *     database is not empty
   */
  public static BackupSummary restore(Home home, Settings settings, Path file, boolean replace) {
    if (exists(home, settings)) {
      try (Store store = open(home, settings)) {
        requireIdle(store);
      }
    }
    return Restore.read(file, address(home, settings), replace);
  }

  private static void requireIdle(Store store) {
    if (store.workQueue().anyLive()) {
      throw new TemporaryFailure(
          "Cannot restore: lessons are being worked on. Stop 'serve' and 'run' on all machines.");
    }
  }

  static StoreAddress address(Home home, StoreSettings settings, Map<String, String> environment) {
    return settings
        .url()
        .map(url -> server(home, url, settings, environment))
        .orElseGet(() -> new StoreAddress.SqliteFile(home.database()));
  }

  private static StoreAddress server(
      Home home, String url, StoreSettings settings, Map<String, String> environment) {
    Optional<String> password =
        Optional.ofNullable(environment.get(StoreSettings.PASSWORD_VARIABLE))
            .filter(text -> !text.isEmpty())
            .or(() -> settings.passwordFile().map(file -> password(home.resolve(file))));
    return new StoreAddress.PostgresServer(url, settings.user(), password);
  }

  private static String password(Path file) {
    String password;
    try {
      password = Files.readString(file).strip();
    } catch (IOException e) {
      throw new RollcallException(
          "Cannot read the password for the database from %s: %s. Check the file and who may read it, or correct store.passwordFile."
              .formatted(file, e),
          e);
    }
    if (password.isEmpty()) {
      throw new RollcallException(
          "The file %s holds no password for the database. Write it there, or set %s."
              .formatted(file, StoreSettings.PASSWORD_VARIABLE));
    }
    return password;
  }
}
