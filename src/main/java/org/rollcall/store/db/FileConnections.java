package org.rollcall.store.db;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.rollcall.basics.Readers;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * Connections to an SQLite file.
 *
 * <p>A transaction that writes takes the write lock at its start: one that started by reading could
 * not wait for another writer, but would fail.
 */
final class FileConnections implements Connections {
  private static final int READERS = 16;

  /** The shortest connection timeout that the pool accepts. */
  private static final Duration SHORTEST = Duration.ofMillis(250);

  private static final Duration UNUSED = Duration.ofSeconds(30);

  private final StoreAddress.SqliteFile address;
  private final SQLiteDataSource changes;
  private final HikariDataSource readers;
  private final Jdbi reading;
  private final Jdbi writing;

  FileConnections(StoreAddress.SqliteFile address, Timeouts timeouts) {
    makeFolder(address.file().toAbsolutePath().getParent());
    this.address = address;
    this.changes = source(address.file(), timeouts, TransactionMode.IMMEDIATE);
    this.readers = pool(source(address.file(), timeouts, TransactionMode.DEFERRED), timeouts);
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

  /** Does nothing: the transaction started with the write lock. */
  @Override
  public void lockWrites(Handle handle) {}

  @Override
  public DataSource inspecting() {
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

  @Override
  public void warmUp() {
    reading.useHandle(
        handle ->
            handle.createQuery("SELECT COUNT(*) FROM sqlite_master").mapTo(Integer.class).one());
    for (String suffix : List.of("", "-wal", "-shm")) {
      Readers.OWNER.limit(Path.of(address.file() + suffix));
    }
  }

  @Override
  public void close() {
    readers.close();
  }

  private static void makeFolder(Path folder) {
    try {
      Readers.OWNER.createFolders(folder);
      Readers.GROUP.limit(folder);
    } catch (IOException e) {
      throw new StoreUnusable(
          "Cannot create the folder %s: %s. Check what lies there and who may write to it."
              .formatted(folder, e),
          e);
    }
  }

  /**
   * Pools connections: a page runs several queries, and opening the file takes longer than most of
   * them. From the first query on, one is always open: otherwise SQLite would checkpoint the file
   * and clean up after each transaction.
   */
  private static HikariDataSource pool(SQLiteDataSource source, Timeouts timeouts) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("rollcall-read");
    pool.setDataSource(source);
    pool.setMaximumPoolSize(READERS);
    pool.setMinimumIdle(1);
    pool.setIdleTimeout(UNUSED.toMillis());
    pool.setMaxLifetime(0);
    pool.setConnectionTimeout(Math.max(SHORTEST.toMillis(), timeouts.lock().toMillis()));
    return pool;
  }

  private static SQLiteDataSource source(Path file, Timeouts timeouts, TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout((int) timeouts.lock().toMillis());
    config.setTransactionMode(mode);
    // Deleted data is overwritten: templates must not stay readable in free pages.
    config.setPragma(Pragma.SECURE_DELETE, "true");
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
