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

/** Who may log in. Knows passwords by their hashes only. */
public final class Accounts {
  private final Database database;
  private final Clock clock;

  /**
   * Keeps accounts in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock tells the time
   */
  public Accounts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Makes an account.
   *
   * @param account the account
   * @param passwordHash hash of its password
   * @return whether it was made; otherwise there was one of that name, which is as it was
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
   * @param name its name, in any letter case
   * @return the account; empty if there is none
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

  /** {@return all accounts, in the order of their names} */
  public List<Account> all() {
    return database
        .read(handle -> handle.createQuery("SELECT * FROM account").map(reader(handle)).list())
        .stream()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  /**
   * The hash of a password.
   *
   * @param name name of the account, in any letter case
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
   * Gives an account another password. Nobody is logged in with it afterwards.
   *
   * @param name name of the account, in any letter case
   * @param passwordHash hash of the new password
   * @param mustChange whether it has to be changed after the next login
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
   * Says anew what an account may do.
   *
   * @param name name of the account, in any letter case
   * @param role what it may do from now on
   * @param classes the classes that it may see from now on
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
   * Whether there would be an admin without an account.
   *
   * @param name its name, in any letter case
   * @return whether another account is an admin's
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
   * Deletes an account. Whoever is logged in with it no longer is.
   *
   * @param name its name, in any letter case
   * @return whether there was one
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
