package org.rollcall.store.db;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The location of a database. Its text form is its name in messages, and never contains a password.
 */
public sealed interface StoreAddress {
  /**
   * An SQLite database: one file, for one machine.
   *
   * @param file the file; it and its folder are created if missing
   */
  record SqliteFile(Path file) implements StoreAddress {
    @Override
    public String toString() {
      return file.toString();
    }
  }

  /**
   * A database on a PostgreSQL server, for any number of machines.
   *
   * @param url the address as in {@link StoreSettings#url}
   * @param user the user name; empty for that of the user who runs Rollcall
   * @param password the password of the user; empty if the server asks for none
   */
  record PostgresServer(String url, Optional<String> user, Optional<String> password)
      implements StoreAddress {
    @Override
    public String toString() {
      return url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
    }
  }
}
