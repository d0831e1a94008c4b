package org.rollcall.store.backup;

import java.util.List;
import java.util.Map;
import org.rollcall.store.backup.BackupTable.KeyKind;

/**
 * The manifest of a backup, stored as its entry {@code manifest.json}.
 *
 * @param format format of the backup
 * @param rollcall the version of Rollcall that made it
 * @param made when it was made, ISO 8601 in UTC
 * @param schema the version of the tables
 * @param tables the tables, in an order in which they can be filled
 */
record Manifest(
    String format, String rollcall, String made, String schema, List<TableDigest> tables) {
  /** The format that this Rollcall writes, and the only one that it reads. */
  static final String FORMAT = "rollcall-backup-1";

  /** Name of the entry that holds the manifest. */
  static final String ENTRY = "manifest.json";

  /**
   * A table in a backup.
   *
   * @param name its name
   * @param columns its columns, in the order of the values in each row
   * @param rows number of rows
   * @param sha256 hash of its entry, 64 hexadecimal digits
   */
  record TableDigest(String name, Map<String, KeyKind> columns, long rows, String sha256) {
    BackupTable table() {
      return new BackupTable(name, columns);
    }

    String entry() {
      return Manifest.entry(name);
    }
  }

  /** {@return the name of the entry with the rows of a table, one JSON array per line} */
  static String entry(String table) {
    return "tables/" + table + ".jsonl";
  }
}
