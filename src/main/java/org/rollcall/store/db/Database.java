package org.rollcall.store.db;

import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database and its transactions. Transactions that write take turns, even across processes and
 * machines.
 */
public final class Database implements AutoCloseable {
  /** Prepares a database before it is used. */
  private interface Preparation {
    void prepare(Schema schema) throws SQLException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final Connections connections;

  private Database(Connections connections) {
    this.connections = connections;
  }

  /**
   * Opens a database for everyday work and creates its tables or brings them up to date.
   *
   * @param address where it is
   * @return the open database, with {@link Timeouts#USUAL}; the caller closes it
   * @throws StoreUnusable if it is damaged, not writable or not of this or an earlier Rollcall, or
   *     the login is refused
   * @throws StoreUnavailable if it is locked, its disk is full, or its server does not answer
   */
  public static Database open(StoreAddress address) {
    return open(address, Timeouts.USUAL);
  }

  /**
   * Opens a database and creates its tables or brings them up to date.
   *
   * @param address where it is
   * @param timeouts how long to wait for it, now and in each transaction
   * @return the open database; the caller closes it
   * @throws StoreUnusable if it is damaged, not writable or not of this or an earlier Rollcall, or
   *     the login is refused
   * @throws StoreUnavailable if it is locked, its disk is full, or its server does not answer
   */
  public static Database open(StoreAddress address, Timeouts timeouts) {
    return open(address, timeouts, Schema::migrate);
  }

  /**
   * Opens an existing database and leaves its tables at their version.
   *
   * @param address where it is
   * @param timeouts how long to wait for it, now and in each transaction
   * @return the open database; the caller closes it
   * @throws StoreUnusable if it has no tables yet or those of a newer Rollcall, is damaged, or the
   *     login is refused
   * @throws StoreUnavailable if it is locked, its disk is full, or its server does not answer
   */
  public static Database openAsIs(StoreAddress address, Timeouts timeouts) {
    return open(address, timeouts, Schema::requireTables);
  }

  /**
   * Opens an empty database and creates its tables as of an earlier version.
   *
   * @param address where it is
   * @param timeouts how long to wait for it, now and in each transaction
   * @param version a version of the tables, as returned by {@link Schema#version}
   * @return the open database; the caller closes it
   * @throws StoreUnusable if it is damaged, not writable or not of this or an earlier Rollcall, or
   *     the login is refused
   * @throws StoreUnavailable if it is locked, its disk is full, or its server does not answer
   */
  public static Database openAt(StoreAddress address, Timeouts timeouts, String version) {
    return open(address, timeouts, schema -> schema.migrateTo(version));
  }

  private static Database open(StoreAddress address, Timeouts timeouts, Preparation preparation) {
    Connections connections = Connections.to(address, timeouts);
    try {
      preparation.prepare(new Schema(connections));
      connections.warmUp();
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

  /** {@return the schema of the database} */
  public Schema schema() {
    return new Schema(connections);
  }

  /** {@return where the database is} */
  public StoreAddress address() {
    return connections.address();
  }

  /**
   * Runs queries in one transaction on a single snapshot.
   *
   * @param queries the queries; the handle is valid only inside them
   * @param <T> the type of their result
   * @return their result
   * @throws StoreUnusable if the database cannot be used
   * @throws StoreUnavailable if the database is locked, its disk is full, or its server does not
   *     answer
   */
  public <T> T read(Function<Handle, T> queries) {
    return transaction(connections.reading(), queries);
  }

  /**
   * Runs queries and changes in one transaction: all or nothing. Waits for other writers.
   *
   * @param changes the queries and changes; the handle is valid only inside them. An exception
   *     rolls them back
   * @param <T> the type of their result
   * @return their result
   * @throws StoreUnusable if the database cannot be used
   * @throws StoreUnavailable if the database is locked, its disk is full, or its server does not
   *     answer
   */
  public <T> T write(Function<Handle, T> changes) {
    return transaction(
        connections.writing(),
        handle -> {
          connections.lockWrites(handle);
          return changes.apply(handle);
        });
  }

  /**
   * Runs changes in one transaction: all or nothing. Waits for other writers.
   *
   * @param changes the changes; the handle is valid only inside them. An exception rolls them back
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
