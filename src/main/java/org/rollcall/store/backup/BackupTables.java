package org.rollcall.store.backup;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.rollcall.store.backup.BackupTable.KeyKind;

/**
 * Finds the tables that belong in a backup. They are read from the schema of the database, so that
 * no new table is forgotten.
 */
final class BackupTables {
  /**
   * Left out: the history of the schema, data valid only for hours, and which browsers are known.
   */
  private static final Set<String> NOT_KEPT =
      Set.of("flyway_schema_history", "lease", "login", "trusted_device");

  /** Prefix of the scheduler's tables, whose content is derived from the settings. */
  private static final String SCHEDULE = "qrtz_";

  private final Handle handle;

  private BackupTables(Handle handle) {
    this.handle = handle;
  }

  /**
   * Lists the tables that belong in a backup.
   *
   * @param handle a handle on the database
   * @return the tables, each after those that it refers to
   * @throws IllegalStateException if tables refer to each other in a cycle, or a column has a type
   *     that backups do not support
   */
  static List<BackupTable> of(Handle handle) {
    BackupTables tables = new BackupTables(handle);
    Set<String> ordered = new LinkedHashSet<>();
    Set<String> left = new LinkedHashSet<>(tables.names());
    Map<String, Set<String>> needs = new TreeMap<>();
    left.forEach(name -> needs.put(name, tables.needs(name)));
    while (!left.isEmpty()) {
      List<String> ready =
          left.stream().filter(name -> ordered.containsAll(needs.get(name))).toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("Tables refer to each other in a circle: " + left);
      }
      ordered.addAll(ready);
      ready.forEach(left::remove);
    }
    return ordered.stream().map(name -> new BackupTable(name, tables.columns(name))).toList();
  }

  private List<String> names() {
    return handle
        .queryMetadata(about -> about.getTables(null, schema(about), "%", new String[] {"TABLE"}))
        .map((row, context) -> row.getString("TABLE_NAME"))
        .stream()
        .filter(BackupTables::isKept)
        .sorted()
        .toList();
  }

  private static boolean isKept(String table) {
    String name = table.toLowerCase(Locale.ROOT);
    return !NOT_KEPT.contains(name) && !name.startsWith(SCHEDULE);
  }

  private Set<String> needs(String table) {
    Set<String> others = new LinkedHashSet<>();
    handle
        .queryMetadata(about -> about.getImportedKeys(null, schema(about), table))
        .map((row, context) -> row.getString("PKTABLE_NAME"))
        .forEach(others::add);
    others.remove(table);
    return others;
  }

  private Map<String, KeyKind> columns(String table) {
    List<Map.Entry<String, KeyKind>> found = new ArrayList<>();
    handle
        .queryMetadata(about -> about.getColumns(null, schema(about), table, "%"))
        .map((row, context) -> column(row, table))
        .forEach(found::addAll);
    Map<String, KeyKind> columns = new LinkedHashMap<>();
    found.forEach(column -> columns.put(column.getKey(), column.getValue()));
    return columns;
  }

  /**
   * Skips columns of other tables: the name of the table was used as a pattern, which may match
   * others as well.
   */
  private static List<Map.Entry<String, KeyKind>> column(ResultSet row, String table)
      throws SQLException {
    return row.getString("TABLE_NAME").equals(table)
        ? List.of(
            Map.entry(row.getString("COLUMN_NAME"), KeyKind.ofType(row.getString("TYPE_NAME"))))
        : List.of();
  }

  private static String schema(DatabaseMetaData about) throws SQLException {
    return about.getConnection().getSchema();
  }
}
