package org.rollcall.store.db;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.api.logging.LogLevel;
import org.rollcall.model.RollcallException;

/**
 * The tables and their migrations: those common to both kinds of database, and those of only one.
 */
public final class Schema {
  private static final String MIGRATIONS = "classpath:org/rollcall/store/migration/";
  private static final String COMMON = MIGRATIONS + "common";

  private final Connections connections;

  Schema(Connections connections) {
    this.connections = connections;
    LogFactory.setLogLevel(LogLevel.WARN);
  }

  /**
   * Creates the tables or brings them up to date. Waits for others that are doing the same.
   *
   * @throws SQLException if the database cannot be reached at all
   */
  void migrate() throws SQLException {
    migrateTo(MigrationVersion.LATEST);
  }

  /**
   * Creates the tables as of an earlier version of Rollcall.
   *
   * @throws SQLException if the database cannot be reached at all
   */
  void migrateTo(String version) throws SQLException {
    migrateTo(MigrationVersion.fromVersion(version));
  }

  /**
   * Checks that the database has tables of this or an earlier Rollcall.
   *
   * @throws SQLException if the database cannot be reached at all
   */
  void requireTables() throws SQLException {
    if (connections.address() instanceof StoreAddress.SqliteFile sqlite
        && Files.notExists(sqlite.file())) {
      throw noTables();
    }
    reach();
    MigrationInfo current = all().load().info().current();
    refuseNewer(current);
    if (current == null) {
      throw noTables();
    }
  }

  /**
   * {@return the version of the tables, counting only migrations common to both kinds of database}
   */
  public String version() {
    return Arrays.stream(common().load().info().applied())
        .filter(info -> info.getState() == MigrationState.SUCCESS)
        .map(MigrationInfo::getVersion)
        .max(Comparator.naturalOrder())
        .map(MigrationVersion::getVersion)
        .orElse("0");
  }

  /** {@return whether the tables are at the version of this Rollcall} */
  boolean isCurrent() {
    return all().load().info().pending().length == 0;
  }

  /**
   * Compares two versions of the tables.
   *
   * @param version a version, as returned by {@link #version}
   * @param other another version
   * @return negative if the first version is older, positive if it is newer, 0 if they are equal
   */
  public static int compare(String version, String other) {
    return MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(other));
  }

  private void migrateTo(MigrationVersion target) throws SQLException {
    reach();
    try {
      Flyway flyway = all().target(target).load();
      MigrationInfoService info = flyway.info();
      refuseNewer(info.current());
      if (info.pending().length == 0) {
        flyway.validate();
      } else {
        all().target(target).dataSource(connections.migrating()).load().migrate();
      }
    } catch (FlywayException e) {
      throw translated(e);
    }
  }

  /** Opens a first connection without Flyway, which would retry and wrap a plain failure. */
  private void reach() throws SQLException {
    try (Connection connection = connections.inspecting().getConnection()) {
      connection.getMetaData();
    }
  }

  private FluentConfiguration all() {
    return connections
        .ownMigrations()
        .map(own -> common().locations(COMMON, MIGRATIONS + own))
        .orElseGet(this::common);
  }

  private FluentConfiguration common() {
    return Flyway.configure().dataSource(connections.inspecting()).locations(COMMON);
  }

  private void refuseNewer(MigrationInfo current) {
    if (current != null && current.getState() == MigrationState.FUTURE_SUCCESS) {
      throw new StoreUnusable(
          "Cannot use the database %s: a newer Rollcall created it (its tables have version %s). Install that version again."
              .formatted(connections.address(), current.getVersion()));
    }
  }

  private StoreUnusable noTables() {
    return new StoreUnusable(
        "Cannot use the database %s: Rollcall has not created it yet."
            .formatted(connections.address()));
  }

  private RollcallException translated(FlywayException failure) {
    if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
      return new StoreUnusable(
          "Cannot use the database %s: another program created it. Name another %s."
              .formatted(connections.address(), kind()),
          failure);
    }
    if (failure.getErrorCode() == CoreErrorCode.VALIDATE_ERROR) {
      return new StoreUnusable(
          "Cannot use the database %s: its tables are not those that Rollcall created. Restore it from a backup."
              .formatted(connections.address()),
          failure);
    }
    return Failures.translate(connections.address(), failure);
  }

  private String kind() {
    return connections.address() instanceof StoreAddress.SqliteFile
        ? "file"
        : "database, or with currentSchema=NAME a schema of its own";
  }
}
