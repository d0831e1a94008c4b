package org.rollcall.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.rollcall.basics.FileTree;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.Schema;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.StoreUnavailable;
import org.rollcall.store.db.StoreUnusable;
import org.rollcall.store.db.Timeouts;

/**
 * Restores a database from a backup, whichever kind of database the backup was made of. The whole
 * backup is checked first, and the restore is all or nothing.
 *
 * <p>A backup with an earlier version of the tables is first brought up to date in a temporary
 * database.
 */
public final class Restore {
  private Restore() {}

  /**
   * Restores a database.
   *
   * @param file the backup
   * @param into the database; its tables are created or brought up to date if necessary
   * @param replace whether to delete its present content; otherwise the database must be empty
   * @return what the backup held
   * @throws UnreadableBackup if the file is not a backup, is damaged, or is of a newer Rollcall
   * @throws StoreUnusable if the database is not empty, or cannot be used
   * @throws StoreUnavailable if the database is locked or does not answer
   */
  public static BackupSummary read(Path file, StoreAddress into, boolean replace) {
    try (BackupReader backup = BackupReader.open(file)) {
      backup.check();
      try (Database database = Database.open(into, Timeouts.LONG)) {
        fillAtAnyAge(database, backup, file, replace);
      }
      return BackupSummary.of(backup.manifest());
    }
  }

  private static void fillAtAnyAge(
      Database database, BackupReader backup, Path file, boolean replace) {
    int age = Schema.compare(backup.manifest().schema(), database.schema().version());
    if (age > 0) {
      throw newer(file, backup.manifest(), database);
    }
    if (!replace) {
      database.read(handle -> requireEmpty(handle, database.address()));
    }
    if (age < 0) {
      fillUpgraded(database, backup, file, replace);
    } else {
      fill(database, backup, file, replace);
    }
  }

  private static void fill(Database database, BackupReader backup, Path file, boolean replace) {
    database.change(
        handle -> {
          List<BackupTable> tables = new ArrayList<>(BackupTables.of(handle));
          requireSame(tables, backup.manifest(), file);
          if (replace) {
            Collections.reverse(tables);
            tables.forEach(table -> handle.execute("DELETE FROM " + table.name()));
          } else {
            requireEmpty(handle, database.address());
          }
          backup.fill(handle);
        });
  }

  private static void fillUpgraded(
      Database database, BackupReader backup, Path file, boolean replace) {
    Path folder = makeFolder();
    Path upgraded = folder.resolve("upgraded.zip");
    try {
      StoreAddress between = new StoreAddress.SqliteFile(folder.resolve("upgraded.db"));
      try (Database old = Database.openAt(between, Timeouts.LONG, backup.manifest().schema())) {
        fill(old, backup, file, false);
      }
      Database.open(between).close();
      Backup.write(between, upgraded, backup.manifest().rollcall(), Clock.systemUTC());
      try (BackupReader current = BackupReader.open(upgraded)) {
        fill(database, current, file, replace);
      }
    } finally {
      delete(folder);
    }
  }

  private static Path makeFolder() {
    try {
      return Files.createTempDirectory("rollcall-restore");
    } catch (IOException e) {
      throw noSpace(e);
    }
  }

  /** With whatever SQLite has left beside its file. */
  private static void delete(Path folder) {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      throw noSpace(e);
    }
  }

  private static UnreadableBackup noSpace(IOException cause) {
    return new UnreadableBackup(
        "Cannot upgrade the backup in a temporary folder: %s. Check %s."
            .formatted(cause, System.getProperty("java.io.tmpdir")),
        cause);
  }

  private static UnreadableBackup newer(Path file, Manifest manifest, Database database) {
    return new UnreadableBackup(
        "Cannot use %s: Rollcall %s made it with tables of version %s, but this Rollcall has version %s. Install the newer one."
            .formatted(file, manifest.rollcall(), manifest.schema(), database.schema().version()));
  }

  private static void requireSame(List<BackupTable> tables, Manifest manifest, Path file) {
    List<BackupTable> kept = manifest.tables().stream().map(Manifest.TableDigest::table).toList();
    if (!new HashSet<>(kept).equals(new HashSet<>(tables))) {
      throw new UnreadableBackup(
          "Cannot use %s: its tables are not those of version %s. It is not a Rollcall backup, or was changed. Use another."
              .formatted(file, manifest.schema()));
    }
  }

  private static Void requireEmpty(Handle handle, StoreAddress address) {
    for (BackupTable table : BackupTables.of(handle)) {
      boolean empty =
          handle
              .createQuery("SELECT 1 FROM %s LIMIT 1".formatted(table.name()))
              .mapTo(Integer.class)
              .findOne()
              .isEmpty();
      if (!empty) {
        throw new StoreUnusable(
            "Cannot restore into the database %s: it is not empty (%s has rows). Use --replace to delete its contents, or name an empty one."
                .formatted(address, table.name()));
      }
    }
    return null;
  }
}
