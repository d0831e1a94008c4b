package org.rollcall.store.backup;

import java.util.List;
import java.util.Map;
import org.rollcall.store.backup.BackupTable.KeyKind;

/**
 * What a backup says of itself, in its entry {@code manifest.json}.
 *
 * @param format which form the backup has
 * @param rollcall the version of Rollcall that made it
 * @param made when, ISO 8601 in UTC
 * @param schema the version of the tables
 * @param tables the tables in the order in which they can be filled
 */
public record Manifest(
    String format, String rollcall, String made, String schema, List<TableDigest> tables) {
  /** The form of the backups that this Rollcall makes, and the only one that it reads. */
  public static final String FORMAT = "rollcall-backup-1";

  /** Name of the entry that holds the manifest. */
  public static final String ENTRY = "manifest.json";

  /**
   * A table in a backup.
   *
   * @param name its name
   * @param columns its columns, in the order in which the rows have them
   * @param rows how many rows it has
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

  /** {@return the entry that has the rows of a table: an array in JSON in each line} */
  public static String entry(String table) {
    return "tables/" + table + ".jsonl";
  }
}
