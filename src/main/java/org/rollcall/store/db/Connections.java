package org.rollcall.store.db;

import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * How one kind of database is reached, and what is particular to it. Making them connects to
 * nothing.
 */
interface Connections extends AutoCloseable {
  /**
   * Makes connections to a database.
   *
   * @throws StoreUnusable if a folder for it cannot be made
   */
  static Connections to(StoreAddress address, Timeouts patience) {
    return address instanceof StoreAddress.PostgresServer server
        ? new ServerConnections(server, patience)
        : new FileConnections((StoreAddress.SqliteFile) address, patience);
  }

  /** {@return what messages call the database} */
  StoreAddress address();

  /** {@return for transactions that only read, each of which sees one state from end to end} */
  Jdbi reading();

  /** {@return for transactions that write} */
  Jdbi writing();

  /**
   * Comes first in a transaction that writes. When it returns, nobody else writes until the
   * transaction ends, and all that others wrote can be seen.
   */
  void takeTurn(Handle handle);

  /** {@return for looking at the version of the tables} */
  DataSource looking();

  /** {@return for making and changing tables, which may take long} */
  DataSource migrating();

  /** {@return the folder of the migrations that only this kind of database gets} */
  Optional<String> ownMigrations();

  /** Keeps open what is dear to open, once there are tables. */
  void settle();

  @Override
  void close();

  /** {@return access to a source, with the types of the model} */
  static Jdbi jdbi(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    Columns.registerWith(jdbi);
    // The values would be names of students.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }
}
