package org.rollcall.store.db;

import static org.rollcall.store.db.Failures.unavailable;
import static org.rollcall.store.db.Failures.unusable;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.rollcall.model.RollcallException;

/** Translates PostgreSQL's SQLSTATE codes into exceptions with messages for people. */
final class PostgresFailures {
  private static final String AWAY = "08006";
  private static final int CLASS_LENGTH = 2;

  private static final String LOGIN_REFUSED =
      "it refuses the login (%s). Check store.user, the password in the variable"
          + " ROLLCALL_STORE_PASSWORD or the file that store.passwordFile names, and pg_hba.conf on"
          + " the server";
  private static final String NO_DATABASE =
      "the server has no database of that name. Create it there, or correct store.url";
  private static final String NO_SCHEMA =
      "there is no schema to create tables in. Create it, or correct currentSchema in store.url";
  private static final String FORBIDDEN =
      "the user may not do what is needed there (%s). Make that user the owner of the database, or"
          + " grant it all rights on its schema";
  private static final String DISK_FULL = "the server's disk is full. Free some space on it";
  private static final String NO_FREE_CONNECTION =
      "the server has no free connection. Raise max_connections there, or close programs that use"
          + " some";
  private static final String LOCKED = "another program keeps it locked (%s). Close that program";
  private static final String STOPPING_OR_STARTING =
      "the server is stopping or starting. Wait until it runs";

  private PostgresFailures() {}

  static RollcallException translate(StoreAddress server, Exception failure) {
    String state = state(failure);
    return switch (state) {
      case "08004", "28000", "28P01" -> unusable(server, failure, LOGIN_REFUSED.formatted(state));
      case "3D000" -> unusable(server, failure, NO_DATABASE);
      case "3F000" -> unusable(server, failure, NO_SCHEMA);
      case "42501", "25006" -> unusable(server, failure, FORBIDDEN.formatted(state));
      case "53100" -> unavailable(server, failure, DISK_FULL);
      case "53300" -> unavailable(server, failure, NO_FREE_CONNECTION);
      case "55P03", "57014", "40001", "40P01" ->
          unavailable(server, failure, LOCKED.formatted(state));
      case "57P01", "57P02", "57P03" -> unavailable(server, failure, STOPPING_OR_STARTING);
      default -> byClass(server, failure, state);
    };
  }

  private static RollcallException byClass(StoreAddress server, Exception failure, String state) {
    return switch (state.substring(0, CLASS_LENGTH)) {
      case "08", "25" ->
          unavailable(
              server,
              failure,
              "the server does not answer (%s). Check that it runs, and the network between"
                  .formatted(state));
      case "53", "57", "58" ->
          unavailable(
              server, failure, "the server has failed (%s). Its log says why".formatted(state));
      case "XX" ->
          unusable(
              server, failure, "it is damaged (%s). Restore it from a backup".formatted(state));
      default -> throw new IllegalStateException("Cannot use " + server + ": " + state, failure);
    };
  }

  /**
   * The innermost SQLSTATE, which is closest to the server. A pool that got no connection often has
   * none of its own.
   */
  private static String state(Throwable failure) {
    String state = "00000";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        state = sql.getSQLState();
      } else if (cause instanceof SQLTransientConnectionException) {
        state = AWAY;
      }
    }
    return state;
  }
}
