package org.rollcall.store.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.rollcall.store.db.Database;

/** A cache of file hashes, which saves reading gigabytes of unchanged files again each night. */
public final class KnownFiles {
  private final Database database;

  /**
   * Stores file hashes in a database.
   *
   * @param database the open database, which the caller closes
   */
  public KnownFiles(Database database) {
    this.database = database;
  }

  /**
   * The attributes by which a changed file is noticed.
   *
   * @param file its path, relative to the home
   * @param bytes its size in bytes
   * @param modified its time of last modification
   */
  public record FileStamp(String file, long bytes, Instant modified) {}

  /**
   * Returns the hash of a file that has not changed since it was computed.
   *
   * @param stamp the current attributes of the file
   * @return the hash; empty if the file is new, or its size or time differs
   */
  public Optional<String> hash(FileStamp stamp) {
    String sql =
        """
        SELECT sha256 FROM known_file
        WHERE file = :file AND bytes = :bytes AND modified = :modified\
        """;
    return database.read(
        handle -> bind(handle.createQuery(sql), stamp).mapTo(String.class).findOne());
  }

  /**
   * Stores the hash of a file.
   *
   * @param stamp the attributes of the file when it was hashed
   * @param sha256 hash of the content
   */
  public void remember(FileStamp stamp, String sha256) {
    String sql =
        """
        INSERT INTO known_file (file, bytes, modified, sha256)
        VALUES (:file, :bytes, :modified, :sha256)
        ON CONFLICT (file) DO UPDATE SET
          bytes = excluded.bytes, modified = excluded.modified, sha256 = excluded.sha256\
        """;
    database.change(
        handle -> bind(handle.createUpdate(sql), stamp).bind("sha256", sha256).execute());
  }

  /**
   * Returns the paths at which a content was seen.
   *
   * @param sha256 hash of the content
   * @return paths that had this content when they were last hashed
   */
  public List<String> files(String sha256) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT file FROM known_file WHERE sha256 = :sha256 ORDER BY file")
                .bind("sha256", sha256)
                .mapTo(String.class)
                .list());
  }

  private static <S extends SqlStatement<S>> S bind(S statement, FileStamp stamp) {
    return statement
        .bind("file", stamp.file())
        .bind("bytes", stamp.bytes())
        .bind("modified", stamp.modified());
  }
}
