package org.rollcall.store;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.api.logging.LogLevel;
import org.rollcall.model.RollcallException;

/** The tables, and their way from version to version. */
final class Schema {
  private static final String MIGRATIONS = "classpath:org/rollcall/store/migration";

  private Schema() {}

  /**
   * Makes the tables, or brings them up to date.
   *
   * @throws SQLException if the file cannot be opened at all
   */
  static void migrate(DataSource source, Path file) throws SQLException {
    LogFactory.setLogLevel(LogLevel.WARN);
    // Flyway would retry and wrap what a first connection says plainly.
    source.getConnection().close();
    try {
      Flyway flyway = Flyway.configure().dataSource(source).locations(MIGRATIONS).load();
      refuseNewer(flyway.info().current(), file);
      flyway.migrate();
    } catch (FlywayException e) {
      throw translated(file, e);
    }
  }

  private static void refuseNewer(MigrationInfo current, Path file) {
    if (current != null && current.getState() == MigrationState.FUTURE_SUCCESS) {
      throw new StoreUnusable(
          "Cannot use the database %s: a newer Rollcall made it (its tables have version %s). Install that version again."
              .formatted(file, current.getVersion()));
    }
  }

  private static RollcallException translated(Path file, FlywayException failure) {
    if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
      return new StoreUnusable(
          "Cannot use the database %s: another program made it. Name another file.".formatted(file),
          failure);
    }
    if (failure.getErrorCode() == CoreErrorCode.VALIDATE_ERROR) {
      return new StoreUnusable(
          "Cannot use the database %s: its tables are not those that Rollcall made. Restore it from a backup."
              .formatted(file),
          failure);
    }
    return Failures.translate(file, failure);
  }
}
