package org.rollcall.store.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowViewMapper;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.store.account.Account.Role;
import org.rollcall.store.db.Database;

/** The user accounts. Stores passwords as hashes only. */
public final class Accounts {
  private final Database database;
  private final Clock clock;

  /**
   * Stores accounts in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public Accounts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Creates an account.
   *
   * @param account the account
   * @param passwordHash hash of its password
   * @return whether it was created; false if the name was taken, in which case nothing changes
   */
  public boolean add(Account account, String passwordHash) {
    return database.write(
        handle -> {
          int made =
              handle
                  .createUpdate(
                      """
                      INSERT INTO account (name, role, password, change_password, since)
                      VALUES (:name, :role, :password, :change, :now)
                      ON CONFLICT (name) DO NOTHING\
                      """)
                  .bind("name", account.name())
                  .bind("role", account.role())
                  .bind("password", passwordHash)
                  .bind("change", account.mustChangePassword() ? 1 : 0)
                  .bind("now", clock.instant())
                  .execute();
          if (made > 0) {
            saveClasses(handle, account);
          }
          return made > 0;
        });
  }

  /**
   * Finds an account.
   *
   * @param name the name of the account, in any letter case
   * @return the account; empty if it does not exist
   */
  public Optional<Account> find(String name) {
    return database.read(handle -> find(handle, Account.key(name)));
  }

  private static Optional<Account> find(Handle handle, String name) {
    return handle
        .createQuery("SELECT * FROM account WHERE name = :name")
        .bind("name", name)
        .map(reader(handle))
        .findOne();
  }

  /** {@return all accounts, sorted by name} */
  public List<Account> all() {
    return database
        .read(handle -> handle.createQuery("SELECT * FROM account").map(reader(handle)).list())
        .stream()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  /**
   * Returns the password hash of an account.
   *
   * @param name the name of the account, in any letter case
   * @return the hash; empty if there is no such account
   */
  public Optional<String> passwordHash(String name) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT password FROM account WHERE name = :name")
                .bind("name", Account.key(name))
                .mapTo(String.class)
                .findOne());
  }

  /**
   * Changes the password of an account and ends all its logins.
   *
   * @param name the name of the account, in any letter case
   * @param passwordHash hash of the new password
   * @param mustChange whether the user has to change it after the next login
   * @return whether there is such an account
   */
  public boolean changePassword(String name, String passwordHash, boolean mustChange) {
    return database.write(
        handle -> {
          handle.execute("DELETE FROM login WHERE account = ?", Account.key(name));
          return handle
                  .createUpdate(
                      """
                      UPDATE account SET password = :password, change_password = :change
                      WHERE name = :name\
                      """)
                  .bind("name", Account.key(name))
                  .bind("password", passwordHash)
                  .bind("change", mustChange ? 1 : 0)
                  .execute()
              > 0;
        });
  }

  /**
   * Replaces the role and classes of an account.
   *
   * @param name the name of the account, in any letter case
   * @param role its new role
   * @param classes the classes that it may now see
   * @return whether there is such an account
   */
  public boolean changeRights(String name, Role role, Set<String> classes) {
    return database.write(
        handle -> {
          int changed =
              handle
                  .createUpdate("UPDATE account SET role = :role WHERE name = :name")
                  .bind("name", Account.key(name))
                  .bind("role", role)
                  .execute();
          if (changed > 0) {
            handle.execute("DELETE FROM account_class WHERE account = ?", Account.key(name));
            saveClasses(handle, new Account(name, role, classes, false));
          }
          return changed > 0;
        });
  }

  /**
   * Returns whether an admin would remain without an account.
   *
   * @param name the name of the account, in any letter case
   * @return whether another account has the admin role
   */
  public boolean hasOtherAdmin(String name) {
    return database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT COUNT(*) FROM account WHERE role = 'ADMIN' AND name <> :name")
                    .bind("name", Account.key(name))
                    .mapTo(Integer.class)
                    .one())
        > 0;
  }

  /**
   * Deletes an account and ends all its logins.
   *
   * @param name the name of the account, in any letter case
   * @return whether it existed
   */
  public boolean remove(String name) {
    return database.write(
        handle -> handle.execute("DELETE FROM account WHERE name = ?", Account.key(name)) > 0);
  }

  private static void saveClasses(Handle handle, Account account) {
    for (String className : account.classes()) {
      handle.execute(
          "INSERT INTO account_class (account, class_name) VALUES (?, ?)",
          account.name(),
          className);
    }
  }

  private static RowViewMapper<Account> reader(Handle handle) {
    return row -> account(handle, row);
  }

  private static Account account(Handle handle, RowView row) {
    String name = row.getColumn("name", String.class);
    Set<String> classes =
        handle
            .createQuery("SELECT class_name FROM account_class WHERE account = :name")
            .bind("name", name)
            .mapTo(String.class)
            .set();
    return new Account(
        name,
        row.getColumn("role", Role.class),
        classes,
        row.getColumn("change_password", Integer.class) > 0);
  }
}
