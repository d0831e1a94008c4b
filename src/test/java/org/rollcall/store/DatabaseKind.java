package org.rollcall.store;

import java.nio.file.Path;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.TestPostgres;

/** The kinds of database that a test has to succeed on. */
public enum DatabaseKind {
  SQLITE {
    @Override
    public StoreAddress empty(Path folder) {
      return new StoreAddress.SqliteFile(folder.resolve("rollcall.db"));
    }

    @Override
    public StoreAddress fresh(Path folder) {
      return new StoreAddress.SqliteFile(EmptyDatabase.at(folder.resolve("rollcall.db")));
    }

    @Override
    public void refuse(Database database, String table, String rows) {
      String sql =
          "CREATE TRIGGER trouble BEFORE INSERT ON %s WHEN NEW.%s BEGIN SELECT RAISE(ABORT, 'no');"
              + " END";
      database.change(handle -> handle.execute(sql.formatted(table, rows)));
    }
  },

  POSTGRESQL {
    @Override
    public StoreAddress empty(Path folder) {
      return TestPostgres.emptyDatabase();
    }

    @Override
    public StoreAddress fresh(Path folder) {
      return TestPostgres.databaseLike(Template.NAME);
    }

    @Override
    public void refuse(Database database, String table, String rows) {
      String sql = "ALTER TABLE %s ADD CONSTRAINT trouble CHECK (NOT (%s)) NOT VALID";
      database.change(handle -> handle.execute(sql.formatted(table, rows)));
    }
  };

  /** A database with tables and nothing in them, to be copied: that is faster than making them. */
  private static final class Template {
    private static final String NAME = make();

    private static String make() {
      StoreAddress.PostgresServer address = TestPostgres.emptyDatabase();
      Store.open(address).close();
      return address.url().substring(address.url().lastIndexOf('/') + 1);
    }
  }

  /** {@return where a new database is to be made in the folder, or was made without tables} */
  public abstract StoreAddress empty(Path folder);

  /** {@return where a database is that is new to the test; it may have its tables already} */
  public abstract StoreAddress fresh(Path folder);

  /** Lets the database refuse new rows of a table, those of which {@code column = value} holds. */
  public abstract void refuse(Database database, String table, String rows);
}
