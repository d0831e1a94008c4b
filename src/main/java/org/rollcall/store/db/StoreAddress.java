package org.rollcall.store.db;

import java.nio.file.Path;
import java.util.Optional;

/** Where a database is. Its text is what messages call it, and never holds a password. */
public sealed interface StoreAddress {
  /**
   * A database of SQLite: one file, for one machine.
   *
   * @param file the file, which need not exist yet, nor its folder
   */
  record SqliteFile(Path file) implements StoreAddress {
    @Override
    public String toString() {
      return file.toString();
    }
  }

  /**
   * A database of a PostgreSQL server, for any number of machines.
   *
   * @param url the address as in {@link StoreSettings#url}
   * @param user who logs in; empty for whoever runs Rollcall
   * @param password what proves it; empty where the server asks for none
   */
  record PostgresServer(String url, Optional<String> user, Optional<String> password)
      implements StoreAddress {
    @Override
    public String toString() {
      return url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
    }
  }
}
