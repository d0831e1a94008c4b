package org.rollcall.store.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database and the transactions on it, of which those that write take turns, also those of
 * several processes and machines.
 */
public final class Database implements AutoCloseable {
  /** What to do with a database before it is used. */
  private interface Preparation {
    void prepare(Schema schema) throws SQLException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final Connections connections;

  private Database(Connections connections) {
    this.connections = connections;
  }

  /**
   * Opens a database of SQLite; makes its tables, or brings them up to date.
   *
   * @param file the file, which need not exist yet, nor its folder
   * @return the open database; the caller closes it
   * @throws StoreUnusable if its folder cannot be made, or the file is damaged, or is no database
   *     of this or an earlier Rollcall
   * @throws StoreUnavailable if the file is locked, or its disk is full
   */
  public static Database open(Path file) {
    return open(new StoreAddress.SqliteFile(file));
  }

  /**
   * Opens a database of SQLite; makes its tables, or brings them up to date.
   *
   * @param file the file, which need not exist yet, nor its folder
   * @param patience how long to wait for others to finish what they write
   * @return the open database; the caller closes it
   * @throws StoreUnusable if its folder cannot be made, or the file is damaged, or is no database
   *     of this or an earlier Rollcall
   * @throws StoreUnavailable if the file is locked, or its disk is full
   */
  public static Database open(Path file, Duration patience) {
    return open(new StoreAddress.SqliteFile(file), Timeouts.USUAL.withTurn(patience));
  }

  /**
   * Opens a database for work of every day; makes its tables, or brings them up to date.
   *
   * @param address where it is
   * @return the open database, with {@link Timeouts#USUAL}; the caller closes it
   * @throws StoreUnusable if it is damaged, not writable, not of this or an earlier Rollcall, or
   *     the login is refused
   * @throws StoreUnavailable if it is locked, its disk is full, or its server does not answer
   */
  public static Database open(StoreAddress address) {
    return open(address, Timeouts.USUAL);
  }

  /**
   * Opens a database; makes its tables, or brings them up to date.
   *
   * @param address where it is
   * @param patience how long to wait for it, now and in each transaction
   * @return the open database; the caller closes it
   * @throws StoreUnusable if it is damaged, not writable, not of this or an earlier Rollcall, or
   *     the login is refused
   * @throws StoreUnavailable if it is locked, its disk is full, or its server does not answer
   */
  public static Database open(StoreAddress address, Timeouts patience) {
    return open(address, patience, Schema::migrate);
  }

  /**
   * Opens a database that is there, and leaves its tables at their version.
   *
   * @param address where it is
   * @param patience how long to wait for it, now and in each transaction
   * @return the open database; the caller closes it
   * @throws StoreUnusable if it has no tables yet or those of a newer Rollcall, is damaged, or the
   *     login is refused
   * @throws StoreUnavailable if it is locked, its disk is full, or its server does not answer
   */
  public static Database openAsIs(StoreAddress address, Timeouts patience) {
    return open(address, patience, Schema::requireTables);
  }

  /**
   * Opens an empty database, and makes its tables as they were in an earlier version.
   *
   * @param address where it is
   * @param patience how long to wait for it, now and in each transaction
   * @param version a version of the tables, as {@link Schema#version} gives it
   * @return the open database; the caller closes it
   * @throws StoreUnusable if it is damaged, not writable, not of this or an earlier Rollcall, or
   *     the login is refused
   * @throws StoreUnavailable if it is locked, its disk is full, or its server does not answer
   */
  public static Database openAt(StoreAddress address, Timeouts patience, String version) {
    return open(address, patience, schema -> schema.migrateTo(version));
  }

  private static Database open(StoreAddress address, Timeouts patience, Preparation preparation) {
    Connections connections = Connections.to(address, patience);
    try {
      preparation.prepare(new Schema(connections));
      connections.settle();
      LOG.debug("Opened {}", address);
      return new Database(connections);
    } catch (JdbiException | SQLException e) {
      connections.close();
      throw Failures.translate(address, e);
    } catch (RuntimeException e) {
      connections.close();
      throw e;
    }
  }

  /** {@return which tables there are} */
  public Schema schema() {
    return new Schema(connections);
  }

  /** {@return where it is} */
  public StoreAddress address() {
    return connections.address();
  }

  /**
   * Runs queries that all see the same state.
   *
   * @param queries the queries; the handle is good only inside of them
   * @param <T> what they find
   * @return what they found
   * @throws StoreUnusable if the database cannot be used
   * @throws StoreUnavailable if the database is locked, its disk is full, or its server does not
   *     answer
   */
  public <T> T read(Function<Handle, T> queries) {
    return transaction(connections.reading(), queries);
  }

  /**
   * Runs queries and changes as one: all of it happens, or nothing. Waits for others who write.
   *
   * @param changes the queries and changes; the handle is good only inside of them. What they throw
   *     undoes them
   * @param <T> what comes of them
   * @return what came of them
   * @throws StoreUnusable if the database cannot be used
   * @throws StoreUnavailable if the database is locked, its disk is full, or its server does not
   *     answer
   */
  public <T> T write(Function<Handle, T> changes) {
    return transaction(
        connections.writing(),
        handle -> {
          connections.takeTurn(handle);
          return changes.apply(handle);
        });
  }

  /**
   * Runs changes as one: all of it happens, or nothing. Waits for others who write.
   *
   * @param changes the changes; the handle is good only inside of them. What they throw undoes them
   * @throws StoreUnusable if the database cannot be used
   * @throws StoreUnavailable if the database is locked, its disk is full, or its server does not
   *     answer
   */
  public void change(Consumer<Handle> changes) {
    write(
        handle -> {
          changes.accept(handle);
          return null;
        });
  }

  @Override
  public void close() {
    connections.close();
  }

  private <T> T transaction(Jdbi jdbi, Function<Handle, T> work) {
    try {
      return jdbi.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw Failures.translate(address(), e);
    }
  }
}
