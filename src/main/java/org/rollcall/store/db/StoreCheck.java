package org.rollcall.store.db;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteDataSource;

/**
 * The result of a check of a database, which changes nothing in it: not even its tables are brought
 * up to date.
 *
 * @param version version of its tables
 * @param current whether that is the version of this Rollcall
 * @param damages the damage that SQLite found; empty if none, and for a server, which checks itself
 */
public record StoreCheck(String version, boolean current, List<String> damages) {
  private static final String OK = "ok";

  /** Copies the list. */
  public StoreCheck {
    damages = List.copyOf(damages);
  }

  /**
   * Checks a database.
   *
   * @param address where it is
   * @return the result
   * @throws StoreUnavailable if another program keeps it locked, or the server does not answer
   * @throws StoreUnusable if it cannot be read, or is not a database of Rollcall
   */
  public static StoreCheck of(StoreAddress address) {
    try (Database database = Database.openAsIs(address, Timeouts.USUAL)) {
      List<String> damages =
          address instanceof StoreAddress.SqliteFile
              ? database.read(StoreCheck::damages)
              : List.of();
      Schema schema = database.schema();
      return new StoreCheck(schema.version(), schema.isCurrent(), damages);
    }
  }

  private static List<String> damages(Handle handle) {
    return handle.createQuery("PRAGMA integrity_check").mapTo(String.class).stream()
        .filter(line -> !line.equals(OK))
        .toList();
  }

  /**
   * Tests whether an SQLite database would work in a folder, by creating one there and deleting it
   * again.
   *
   * @param folder the folder
   * @return the journal mode that it would use: {@code wal}, unless the drive does not support that
   * @throws StoreUnavailable if the drive is full
   * @throws StoreUnusable if no database can be created there
   */
  public static String tryIn(Path folder) {
    Path file = folder.resolve(".rollcall-check-" + ProcessHandle.current().pid() + ".db");
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    try {
      return Jdbi.create(source).withHandle(StoreCheck::write);
    } catch (JdbiException e) {
      throw Failures.translate(new StoreAddress.SqliteFile(file), e);
    } finally {
      List.of("", "-wal", "-shm", "-journal")
          .forEach(end -> folder.resolve(file.getFileName() + end).toFile().delete());
    }
  }

  private static String write(Handle handle) {
    handle.execute("CREATE TABLE tried (it INTEGER)");
    handle.execute("INSERT INTO tried VALUES (1)");
    return handle.createQuery("PRAGMA journal_mode").mapTo(String.class).one();
  }
}
