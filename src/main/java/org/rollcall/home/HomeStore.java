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

/** The database of an installation: a file in it, or one on a server that its settings name. */
public final class HomeStore {
  private HomeStore() {}

  /**
   * Opens the database of an installation; makes its tables where necessary.
   *
   * @param home the installation
   * @param settings its settings
   * @return the open store; the caller closes it
   * @throws RollcallException if the database cannot be used, or its password not be read
   */
  public static Store open(Home home, Settings settings) {
    return Store.open(address(home, settings));
  }

  /**
   * Says whether an installation has a database already, without making one.
   *
   * @param home the installation
   * @param settings its settings
   * @return whether the file is there, or a server is named
   */
  public static boolean exists(Home home, Settings settings) {
    return settings.store().url().isPresent() || Files.exists(home.database());
  }

  /**
   * Where the database of an installation is.
   *
   * @param home the installation
   * @param settings its settings
   * @return its address, with the password for it
   * @throws RollcallException if the file of the password cannot be read, or holds none
   */
  public static StoreAddress address(Home home, Settings settings) {
    return address(home, settings.store(), System.getenv());
  }

  /**
   * Makes a backup of the database. May be done while others work.
   *
   * @param home the installation
   * @param settings its settings
   * @param file the backup, which must not exist yet
   * @param clock tells the time
   * @return what it holds
   * @throws RollcallException if there is no database, or the backup cannot be written
   */
  public static BackupSummary backUp(Home home, Settings settings, Path file, Clock clock) {
    return Backup.write(address(home, settings), file, Version.current(), clock);
  }

  /**
   * Fills the database from a backup.
   *
   * @param home the installation
   * @param settings its settings
   * @param file the backup
   * @param replace whether what the database holds shall be deleted; without it, it must be empty
   * @return what the backup held
   * @throws RollcallException if lessons are being worked on, the backup cannot be used, or the
   *     database is not empty
   */
  public static BackupSummary restore(Home home, Settings settings, Path file, boolean replace) {
    if (exists(home, settings)) {
      try (Store store = open(home, settings)) {
        requireNobodyAtWork(store);
      }
    }
    return Restore.read(file, address(home, settings), replace);
  }

  private static void requireNobodyAtWork(Store store) {
    if (store.claims().anyLive()) {
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
