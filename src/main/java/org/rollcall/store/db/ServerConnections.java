package org.rollcall.store.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to a PostgreSQL database.
 *
 * <p>Writers take turns, as they do on SQLite: each transaction that writes first takes a lock on
 * the whole database, which the server releases when the transaction ends. A transaction may
 * therefore read, decide and write as if it were alone; it never fails because of others and never
 * deadlocks, and code that is correct on one kind of database is correct on the other. Writes take
 * milliseconds and occur a few times per lesson, so nobody waits long. Readers wait for nobody:
 * each sees a snapshot from its start.
 *
 * <p>Every wait is bounded, even if the other side is gone. On this side, each network wait has a
 * timeout. The server ends transactions whose client is silent, and probes silent clients, so that
 * a machine that lost power does not keep the lock.
 */
final class ServerConnections implements Connections {
  private static final long WRITE_LOCK = 0x526f6c6c63616c6cL;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER_OF_NETWORK = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration UNUSED = Duration.ofSeconds(30);
  private static final int READERS = 4;
  private static final int WRITERS = 2;

  private final StoreAddress.PostgresServer address;
  private final PGSimpleDataSource inspecting;
  private final PGSimpleDataSource changes;
  private final HikariDataSource readers;
  private final HikariDataSource writers;
  private final Jdbi reading;
  private final Jdbi writing;

  ServerConnections(StoreAddress.PostgresServer address, Timeouts timeouts) {
    this.address = address;
    this.inspecting = source(address, timeouts);
    this.changes = source(address, Timeouts.LONG);
    HikariConfig oneState = pool("read", address, timeouts, READERS);
    oneState.setReadOnly(true);
    oneState.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    this.readers = new HikariDataSource(oneState);
    this.writers = new HikariDataSource(pool("write", address, timeouts, WRITERS));
    this.reading = Connections.jdbi(readers);
    this.writing = Connections.jdbi(writers);
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

  @Override
  public void lockWrites(Handle handle) {
    handle.execute("SELECT pg_advisory_xact_lock(?)", WRITE_LOCK);
  }

  @Override
  public DataSource inspecting() {
    return inspecting;
  }

  @Override
  public DataSource migrating() {
    return changes;
  }

  @Override
  public Optional<String> ownMigrations() {
    return Optional.of("postgresql");
  }

  /** Does nothing: the pools keep their connections open for a while. */
  @Override
  public void warmUp() {}

  @Override
  public void close() {
    readers.close();
    writers.close();
  }

  private static HikariConfig pool(
      String name, StoreAddress.PostgresServer address, Timeouts timeouts, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("rollcall-" + name);
    config.setDataSource(source(address, timeouts));
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    config.setIdleTimeout(UNUSED.toMillis());
    config.setConnectionTimeout(timeouts.lock().toMillis());
    config.setValidationTimeout(ANSWER_OF_NETWORK.toMillis());
    config.setInitializationFailTimeout(-1);
    config.setConnectionInitSql(limits(timeouts));
    return config;
  }

  /** SQL that sets the server's limits on long statements and vanished clients. */
  private static String limits(Timeouts timeouts) {
    return """
    SET lock_timeout = %d;
    SET statement_timeout = %d;
    SET idle_in_transaction_session_timeout = %d;
    SET tcp_keepalives_idle = 10;
    SET tcp_keepalives_interval = 5;
    SET tcp_keepalives_count = 4\
    """
        .formatted(timeouts.lock().toMillis(), timeouts.statement().toMillis(), SILENCE.toMillis());
  }

  private static PGSimpleDataSource source(StoreAddress.PostgresServer address, Timeouts timeouts) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    address.user().ifPresent(source::setUser);
    address.password().ifPresent(source::setPassword);
    source.setApplicationName("Rollcall");
    source.setConnectTimeout((int) CONNECT.toSeconds());
    source.setLoginTimeout((int) timeouts.lock().toSeconds());
    source.setSocketTimeout((int) timeouts.statement().plus(ANSWER_OF_NETWORK).toSeconds());
    source.setTcpKeepAlive(true);
    // Otherwise messages would contain the statement and its parameters, which include names of
    // students.
    source.setLogServerErrorDetail(false);
    return source;
  }
}
