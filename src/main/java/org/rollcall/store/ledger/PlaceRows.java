package org.rollcall.store.ledger;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.Message;
import org.rollcall.store.db.MessageColumns;

/** Where the content of recordings lies, row by row. */
final class PlaceRows {
  private PlaceRows() {}

  /** {@return the paths of a content, those that show lessons first} */
  static List<String> of(Handle handle, String sha256) {
    String sql =
        """
        SELECT place.file FROM place WHERE place.sha256 = :sha256
        ORDER BY CASE WHEN EXISTS (
          SELECT 1 FROM stretch WHERE stretch.sha256 = place.sha256 AND stretch.file = place.file)
          THEN 0 ELSE 1 END, place.file\
        """;
    return handle.createQuery(sql).bind("sha256", sha256).mapTo(String.class).list();
  }

  static boolean isKnown(Handle handle, String sha256, String file) {
    return handle
        .createQuery("SELECT sha256 FROM place WHERE file = :file AND deleted = 0")
        .bind("file", file)
        .mapTo(String.class)
        .list()
        .equals(List.of(sha256));
  }

  /** Adds a place that has to be inspected. */
  static void add(Handle handle, String sha256, String file) {
    handle.execute(
        "INSERT INTO place (file, sha256, inspected, reason) VALUES (?, ?, 0, '')"
            + " ON CONFLICT (file, sha256) DO UPDATE SET deleted = 0",
        file,
        sha256);
  }

  /** Removes a place that is gone, unless Rollcall deleted the file itself. */
  static void leave(Handle handle, String sha256, String file) {
    int removed =
        handle.execute(
            "DELETE FROM place WHERE sha256 = ? AND file = ? AND deleted = 0", sha256, file);
    if (removed > 0) {
      handle.execute(
          "UPDATE recording SET file = COALESCE((SELECT MIN(place.file) FROM place WHERE"
              + " place.sha256 = recording.sha256), file) WHERE sha256 = ? AND file = ?",
          sha256,
          file);
    }
  }

  static void rename(Handle handle, String sha256, String from, String to) {
    add(handle, sha256, to);
    handle.execute("UPDATE place SET inspected = 1 WHERE sha256 = ? AND file = ?", sha256, to);
    handle.execute("UPDATE stretch SET file = ? WHERE sha256 = ? AND file = ?", to, sha256, from);
    handle.execute("UPDATE recording SET file = ? WHERE sha256 = ? AND file = ?", to, sha256, from);
    handle.execute("DELETE FROM place WHERE sha256 = ? AND file = ?", sha256, from);
  }

  /** Forgets the lessons that a place told, so that it is inspected again. */
  static void reconsider(Handle handle, String sha256, String file) {
    handle.execute("DELETE FROM stretch WHERE sha256 = ? AND file = ?", sha256, file);
    handle.execute(
        "UPDATE place SET inspected = 0, reason = '', reason_code = NULL WHERE sha256 = ?"
            + " AND file = ?",
        sha256,
        file);
  }

  static void inspected(Handle handle, String sha256, String file) {
    handle.execute(
        "UPDATE place SET inspected = 1, reason = '', reason_code = NULL WHERE sha256 = ? AND file"
            + " = ?",
        sha256,
        file);
  }

  static void deleted(Handle handle, String sha256, String file) {
    handle.execute("UPDATE place SET deleted = 1 WHERE sha256 = ? AND file = ?", sha256, file);
  }

  /** {@return the paths that have to be inspected} */
  static List<String> uninspected(Handle handle, String sha256) {
    return handle
        .createQuery(
            "SELECT file FROM place WHERE sha256 = :sha256 AND inspected = 0 ORDER BY file")
        .bind("sha256", sha256)
        .mapTo(String.class)
        .list();
  }

  /** {@return copies that show nothing that another place of their content does not} */
  static List<Places.Copy> copies(Handle handle) {
    String sql =
        """
        SELECT place.file, place.reason, place.reason_code, MIN(stretch.file) AS original
        FROM place JOIN stretch ON stretch.sha256 = place.sha256
        WHERE place.deleted = 0 AND NOT EXISTS (
          SELECT 1 FROM stretch AS own
          WHERE own.sha256 = place.sha256 AND own.file = place.file)
        GROUP BY place.file, place.sha256, place.reason, place.reason_code
        ORDER BY place.file\
        """;
    return handle
        .createQuery(sql)
        .map(
            row ->
                new Places.Copy(
                    row.getColumn("file", String.class),
                    row.getColumn("original", String.class),
                    MessageColumns.find(row, "reason")))
        .list();
  }

  /** Records why a place tells no lesson although another one of the same content does. */
  static void refuse(Handle handle, String sha256, String file, Message reason) {
    handle
        .createUpdate(
            "UPDATE place SET inspected = 0, reason = :reason, reason_code = :code"
                + " WHERE sha256 = :sha256 AND file = :file")
        .bind("reason", reason.toString())
        .bind("code", MessageColumns.code(reason))
        .bind("sha256", sha256)
        .bind("file", file)
        .execute();
  }
}
