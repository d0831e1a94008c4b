package org.rollcall.store.db;

import static org.rollcall.store.db.Failures.unavailable;
import static org.rollcall.store.db.Failures.unusable;

import org.rollcall.model.RollcallException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Translates SQLite's error codes into exceptions with messages for people. */
final class SqliteFailures {
  private static final int PRIMARY_CODE = 0xff;

  private SqliteFailures() {}

  static RollcallException translate(StoreAddress file, Exception failure) {
    SQLiteErrorCode code = code(failure);
    return switch (SQLiteErrorCode.getErrorCode(code.code & PRIMARY_CODE)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          unavailable(file, failure, "another program keeps it locked. Close that program");
      case SQLITE_FULL -> unavailable(file, failure, "the disk is full. Free some space on it");
      case SQLITE_IOERR ->
          unavailable(
              file,
              failure,
              "the disk has failed or is not connected (" + code + "). Check the disk");
      case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM ->
          unusable(
              file,
              failure,
              "it cannot be written to (%s). Check who may write to the file and its folder"
                  .formatted(code));
      case SQLITE_NOTADB, SQLITE_CORRUPT ->
          unusable(
              file,
              failure,
              "it is not a database, or is damaged (%s). Move it away, then restore a backup, or"
                      .formatted(code)
                  + " start with an empty one");
      default -> throw new IllegalStateException("Cannot use " + file + ": " + code, failure);
    };
  }

  private static SQLiteErrorCode code(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return sqlite.getResultCode();
      }
    }
    return SQLiteErrorCode.UNKNOWN_ERROR;
  }
}
