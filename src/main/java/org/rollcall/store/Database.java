package org.rollcall.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * An SQLite file and the transactions on it.
 *
 * <p>A transaction that writes takes the write lock at once: one that began by reading could not
 * wait for another writer, but would fail.
 */
final class Database implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path file;
  private final Jdbi reading;
  private final Jdbi writing;
  private final Handle anchor;

  private Database(Path file, Duration patience) {
    this.file = file;
    this.reading = jdbi(source(file, patience, TransactionMode.DEFERRED));
    this.writing = jdbi(source(file, patience, TransactionMode.IMMEDIATE));
    this.anchor = anchored(reading);
  }

  static Database open(Path file) {
    return open(file, PATIENCE);
  }

  static Database open(Path file, Duration patience) {
    makeFolder(file.toAbsolutePath().getParent());
    try {
      Schema.migrate(source(file, patience, TransactionMode.IMMEDIATE), file);
      return new Database(file, patience);
    } catch (JdbiException | SQLException e) {
      throw Failures.translate(file, e);
    }
  }

  /** Runs queries that all see the same state. */
  <T> T read(Function<Handle, T> queries) {
    return transaction(reading, queries);
  }

  /** Runs queries and changes as one: all of it happens, or nothing. */
  <T> T write(Function<Handle, T> changes) {
    return transaction(writing, changes);
  }

  /** Runs changes as one: all of it happens, or nothing. */
  void change(Consumer<Handle> changes) {
    write(
        handle -> {
          changes.accept(handle);
          return null;
        });
  }

  @Override
  public void close() {
    anchor.close();
  }

  private <T> T transaction(Jdbi jdbi, Function<Handle, T> work) {
    try {
      return jdbi.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw Failures.translate(file, e);
    }
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

  private static SQLiteDataSource source(Path file, Duration patience, TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout((int) patience.toMillis());
    config.setTransactionMode(mode);
    // What is deleted is overwritten: templates shall not stay readable in the free pages.
    config.setPragma(Pragma.SECURE_DELETE, "true");
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static Jdbi jdbi(SQLiteDataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    Columns.registerWith(jdbi);
    // The values would be names of students.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }

  /** A connection that stays: without it SQLite would tidy up the file after each transaction. */
  private static Handle anchored(Jdbi jdbi) {
    Handle handle = jdbi.open();
    handle.createQuery("SELECT COUNT(*) FROM recording").mapTo(Integer.class).one();
    return handle;
  }
}
