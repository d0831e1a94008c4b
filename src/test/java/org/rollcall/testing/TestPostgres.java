package org.rollcall.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollcall.store.db.StoreAddress;

/**
 * A real PostgreSQL server for the tests, one in a process. A test that asks for it is skipped on a
 * machine where it does not start.
 *
 * <p>PostgreSQL refuses to work for root. In a container where the tests run as root, the server is
 * started in a user namespace of its own, by {@code unshare}.
 */
public final class TestPostgres {
  /** Who may do everything there; needs no password. */
  public static final String USER = "postgres";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestPostgres() {}

  /** Starts the server when it is first asked for. It stops with the process. */
  private static final class Running {
    private static final EmbeddedPostgres SERVER;
    private static final Exception FAILURE;

    static {
      EmbeddedPostgres server = null;
      Exception failure = null;
      try {
        // What a test leaves behind need not outlive a loss of power.
        server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200")
                .start();
      } catch (IOException | IllegalStateException e) {
        failure = e;
      }
      SERVER = server;
      FAILURE = failure;
    }
  }

  /** {@return the address of a new database without tables} */
  public static StoreAddress.PostgresServer emptyDatabase() {
    return databaseLike("template1");
  }

  /** {@return the address of a new database like one that nobody uses at the moment} */
  public static StoreAddress.PostgresServer databaseLike(String template) {
    String name = "test" + NUMBER.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return address(name);
  }

  /** {@return the address of a database, which need not exist} */
  public static StoreAddress.PostgresServer address(String name) {
    return new StoreAddress.PostgresServer(
        "jdbc:postgresql://localhost:%d/%s".formatted(server().getPort(), name),
        Optional.of(USER),
        Optional.empty());
  }

  /** Does something to the server as such. */
  public static void execute(String sql) {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static EmbeddedPostgres server() {
    if (Running.FAILURE != null) {
      System.err.printf(
          "SKIPPED: PostgreSQL does not start here: %s. As root, it needs user namespaces (unshare"
              + " -U); as any other user, nothing.%n",
          Running.FAILURE);
      abort("PostgreSQL does not start: " + Running.FAILURE);
    }
    return Running.SERVER;
  }
}
