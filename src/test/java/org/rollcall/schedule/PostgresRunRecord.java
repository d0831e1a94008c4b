package org.rollcall.schedule;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.night.RunRecord;
import org.rollcall.store.ledger.Run;

/** The record of runs of nodes in several processes; it also keeps every attempt to start a run. */
final class PostgresRunRecord implements RunRecord {
  private final String url;

  PostgresRunRecord(String url) {
    this.url = url;
  }

  @Override
  public boolean start(Run run) {
    update("INSERT INTO attempt (name, node) VALUES (?, ?)", run.name(), run.node());
    return update(
            """
            INSERT INTO run (name, begun, window_end, node) VALUES (?, ?, NULL, ?)
            ON CONFLICT (name) DO NOTHING
            """,
            run.name(),
            run.started().toEpochMilli(),
            run.node())
        > 0;
  }

  @Override
  public Optional<Run> last() {
    return latest("complete = 1");
  }

  @Override
  public Optional<Run> open(Instant now) {
    return latest("ended IS NULL");
  }

  private Optional<Run> latest(String condition) {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT name, begun, node FROM run WHERE %s ORDER BY begun DESC LIMIT 1"
                    .formatted(condition));
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Run(
                  row.getString("name"),
                  Instant.ofEpochMilli(row.getLong("begun")),
                  Optional.empty(),
                  row.getString("node")))
          : Optional.empty();
    } catch (SQLException e) {
      throw new TemporaryFailure("The database is unavailable", e);
    }
  }

  @Override
  public void end(Run run, Instant ended, boolean complete) {
    update(
        "UPDATE run SET ended = ?, complete = ? WHERE ended IS NULL AND begun <= ?",
        ended.toEpochMilli(),
        complete ? 1 : 0,
        run.started().toEpochMilli());
  }

  private int update(String sql, Object... values) {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new TemporaryFailure("The database is unavailable", e);
    }
  }
}
