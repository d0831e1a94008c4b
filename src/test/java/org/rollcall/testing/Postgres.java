package org.rollcall.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL with the tables of the schedule, for as long as a test takes. */
public final class Postgres implements AutoCloseable {
  private static final Path MIGRATIONS = Path.of("src/main/resources/org/rollcall/store/migration");

  private final EmbeddedPostgres server;

  /** Starts it. */
  public Postgres() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().start();
    execute(Files.readString(MIGRATIONS.resolve("postgresql/V5__quartz.sql")));
    execute(Files.readString(MIGRATIONS.resolve("common/V6__run.sql")));
  }

  /** {@return where it listens} */
  public String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** Runs statements. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** {@return a connection, which the caller closes} */
  public Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
