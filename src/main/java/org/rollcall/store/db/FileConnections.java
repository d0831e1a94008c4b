package org.rollcall.store.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * Connections to an SQLite file.
 *
 * <p>A transaction that writes takes the write lock at once: one that began by reading could not
 * wait for another writer, but would fail.
 */
final class FileConnections implements Connections {
  /** One of them is the anchor. */
  private static final int READERS = 16;

  /** The pool takes no less. */
  private static final Duration SHORTEST = Duration.ofMillis(250);

  private static final Duration UNUSED = Duration.ofSeconds(30);

  private final StoreAddress.SqliteFile address;
  private final SQLiteDataSource changes;
  private final HikariDataSource readers;
  private final Jdbi reading;
  private final Jdbi writing;
  private Handle anchor;

  FileConnections(StoreAddress.SqliteFile address, Timeouts patience) {
    makeFolder(address.file().toAbsolutePath().getParent());
    this.address = address;
    this.changes = source(address.file(), patience, TransactionMode.IMMEDIATE);
    this.readers = pool(source(address.file(), patience, TransactionMode.DEFERRED), patience);
    this.reading = Connections.jdbi(readers);
    this.writing = Connections.jdbi(changes);
  }

  @Override
  public StoreAddress address() {
    return address;
  }

  @Override
  public Jdbi reading() {
    return reading;
  }

  @Override
  public Jdbi writing() {
    return writing;
  }

  /** There is nothing to do: the transaction has begun with the write lock. */
  @Override
  public void takeTurn(Handle handle) {}

  @Override
  public DataSource looking() {
    return changes;
  }

  @Override
  public DataSource migrating() {
    return changes;
  }

  @Override
  public Optional<String> ownMigrations() {
    return Optional.empty();
  }

  /** A connection that stays: without it SQLite would tidy up the file after each transaction. */
  @Override
  public void settle() {
    anchor = reading.open();
    anchor.createQuery("SELECT COUNT(*) FROM sqlite_master").mapTo(Integer.class).one();
  }

  @Override
  public void close() {
    if (anchor != null) {
      anchor.close();
    }
    readers.close();
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreUnusable(
          "Cannot make the folder %s: %s. Check what lies there and who may write to it."
              .formatted(folder, e),
          e);
    }
  }

  /** A page asks several times; to open the file takes longer than most answers. */
  private static HikariDataSource pool(SQLiteDataSource source, Timeouts patience) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("rollcall-read");
    config.setDataSource(source);
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(0);
    config.setIdleTimeout(UNUSED.toMillis());
    config.setConnectionTimeout(Math.max(SHORTEST.toMillis(), patience.turn().toMillis()));
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private static SQLiteDataSource source(Path file, Timeouts patience, TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout((int) patience.turn().toMillis());
    config.setTransactionMode(mode);
    // What is deleted is overwritten: templates shall not stay readable in the free pages.
    config.setPragma(Pragma.SECURE_DELETE, "true");
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
