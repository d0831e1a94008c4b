package org.rollcall.store.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.Timeouts;

/** The rows that a backup has to keep, as text, sorted. */
final class KeptRows {
  private KeptRows() {}

  /** {@return all of a database, by the name of their table} */
  static Map<String, List<String>> of(StoreAddress address) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    try (Database database = Database.openAsIs(address, Timeouts.USUAL)) {
      database.read(KeptRows::of).forEach((table, kept) -> rows.put(table.name(), kept));
    }
    return rows;
  }

  /** {@return all of a database, by their table} */
  static Map<BackupTable, List<String>> of(Handle handle) {
    Map<BackupTable, List<String>> rows = new LinkedHashMap<>();
    BackupTables.of(handle).forEach(table -> rows.put(table, of(handle, table)));
    return rows;
  }

  static List<String> of(Handle handle, BackupTable table) {
    return handle
        .createQuery(table.select())
        .map((row, context) -> text(row, table.columns().size()))
        .stream()
        .sorted()
        .toList();
  }

  private static String text(ResultSet row, int columns) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      Object value = row.getObject(i);
      texts.add(
          value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
    }
    return String.join("|", texts);
  }
}
