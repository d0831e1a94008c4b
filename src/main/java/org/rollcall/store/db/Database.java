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

  public static Database open(Path file) {
    return open(new StoreAddress.SqliteFile(file));
  }

  public static Database open(Path file, Duration patience) {
    return open(new StoreAddress.SqliteFile(file), Timeouts.USUAL.withTurn(patience));
  }

  public static Database open(StoreAddress address) {
    return open(address, Timeouts.USUAL);
  }

  /** Opens a database; makes its tables, or brings them up to date. */
  public static Database open(StoreAddress address, Timeouts patience) {
    return open(address, patience, Schema::migrate);
  }

  /** Opens a database that is there, and leaves its tables at their version. */
  public static Database openAsIs(StoreAddress address, Timeouts patience) {
    return open(address, patience, Schema::requireTables);
  }

  /** Opens an empty database, and makes its tables as they were in an earlier version. */
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

  /** Runs queries that all see the same state. */
  public <T> T read(Function<Handle, T> queries) {
    return transaction(connections.reading(), queries);
  }

  /** Runs queries and changes as one: all of it happens, or nothing. */
  public <T> T write(Function<Handle, T> changes) {
    return transaction(
        connections.writing(),
        handle -> {
          connections.takeTurn(handle);
          return changes.apply(handle);
        });
  }

  /** Runs changes as one: all of it happens, or nothing. */
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
