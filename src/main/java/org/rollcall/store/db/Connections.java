package org.rollcall.store.db;

import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * Gives access to one kind of database and hides its peculiarities. Creating an instance opens no
 * connection.
 */
interface Connections extends AutoCloseable {
  /**
   * Creates access to a database.
   *
   * @throws StoreUnusable if its folder cannot be created
   */
  static Connections to(StoreAddress address, Timeouts timeouts) {
    return address instanceof StoreAddress.PostgresServer server
        ? new ServerConnections(server, timeouts)
        : new FileConnections((StoreAddress.SqliteFile) address, timeouts);
  }

  /** {@return the address of the database, which messages use as its name} */
  StoreAddress address();

  /** {@return access for read-only transactions, each of which sees a single snapshot} */
  Jdbi reading();

  /** {@return access for transactions that write} */
  Jdbi writing();

  /**
   * Must come first in a transaction that writes. Once it returns, nobody else writes until the
   * transaction ends, and everything that others wrote is visible.
   */
  void lockWrites(Handle handle);

  /** {@return a source for reading the version of the tables} */
  DataSource inspecting();

  /** {@return a source for creating and changing tables, which may take long} */
  DataSource migrating();

  /** {@return the folder of the migrations for this kind of database only} */
  Optional<String> ownMigrations();

  /** Opens what is expensive to open and keeps it open; called once the tables exist. */
  void warmUp();

  @Override
  void close();

  /** Remembers the statements that it has parsed, for all databases alike. */
  SqlParser PARSER = new ColonPrefixSqlParser();

  /** {@return access to a data source, with the types of the model registered} */
  static Jdbi jdbi(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
    Columns.registerWith(jdbi);
    // The parameter values would include names of students.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }
}
