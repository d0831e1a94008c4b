package org.rollcall.store.account;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;

/** The current logins. Stores the tokens of browsers as hashes only. */
public final class Logins {
  /**
   * A login.
   *
   * @param account name of the account
   * @param started when the password was entered
   * @param used when a page was last requested, approximately
   */
  public record Login(String account, Instant started, Instant used) {}

  private final Database database;
  private final Clock clock;

  /**
   * Stores logins in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public Logins(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Records a login.
   *
   * @param tokenHash hash of the token that the browser carries
   * @param account name of an existing account
   */
  public void start(String tokenHash, String account) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO login (token, account, begun, used)
                    VALUES (:token, :account, :now, :now)\
                    """)
                .bind("token", tokenHash)
                .bind("account", Account.key(account))
                .bind("now", clock.instant())
                .execute());
  }

  /**
   * Finds a login with its account, in a single query because every image of a page asks for it.
   *
   * @param tokenHash hash of the token that the browser carries
   * @return the login and its account; empty if there is none
   */
  public Optional<Known> find(String tokenHash) {
    String sql =
        """
        SELECT login.account, begun, used, role, change_password, class_name
        FROM login JOIN account ON account.name = login.account
        LEFT JOIN account_class ON account_class.account = account.name
        WHERE token = :token\
        """;
    return database.read(
        handle ->
            handle.createQuery(sql).bind("token", tokenHash).map(Logins::known).stream()
                .reduce(Known::with));
  }

  /**
   * A logged-in user.
   *
   * @param login the login
   * @param account the account
   */
  public record Known(Login login, Account account) {
    private Known with(Known other) {
      Set<String> classes = new HashSet<>(account.classes());
      classes.addAll(other.account.classes());
      return new Known(
          login,
          new Account(account.name(), account.role(), classes, account.mustChangePassword()));
    }
  }

  private static Known known(RowView row) {
    String name = row.getColumn("account", String.class);
    return new Known(
        new Login(
            name, row.getColumn("begun", Instant.class), row.getColumn("used", Instant.class)),
        new Account(
            name,
            row.getColumn("role", Account.Role.class),
            Columns.optional(row, "class_name", String.class).map(Set::of).orElse(Set.of()),
            row.getColumn("change_password", Integer.class) > 0));
  }

  /**
   * Records that a page was requested.
   *
   * @param tokenHash hash of the token that the browser carries
   */
  public void use(String tokenHash) {
    database.change(
        handle ->
            handle
                .createUpdate("UPDATE login SET used = :now WHERE token = :token")
                .bind("token", tokenHash)
                .bind("now", clock.instant())
                .execute());
  }

  /**
   * Ends the login of one browser.
   *
   * @param tokenHash hash of the token that the browser carries
   */
  public void end(String tokenHash) {
    database.change(handle -> handle.execute("DELETE FROM login WHERE token = ?", tokenHash));
  }

  /**
   * Ends all logins of an account, in all browsers.
   *
   * @param account name of the account
   */
  public void endAll(String account) {
    database.change(
        handle -> handle.execute("DELETE FROM login WHERE account = ?", Account.key(account)));
  }

  /**
   * Deletes logins that are too old.
   *
   * @param startedBefore logins started before this are deleted
   * @param usedBefore logins last used before this are deleted
   */
  public void forget(Instant startedBefore, Instant usedBefore) {
    database.change(
        handle ->
            handle
                .createUpdate("DELETE FROM login WHERE begun < :begun OR used < :used")
                .bind("begun", startedBefore)
                .bind("used", usedBefore)
                .execute());
  }
}
