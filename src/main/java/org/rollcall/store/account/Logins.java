package org.rollcall.store.account;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;

/** Who is logged in. Knows what browsers carry by its hash only. */
public final class Logins {
  /**
   * Somebody is logged in.
   *
   * @param account name of the account
   * @param begun when the password was typed
   * @param used when a page was last asked for, more or less
   */
  public record Login(String account, Instant begun, Instant used) {}

  private final Database database;
  private final Clock clock;

  /**
   * Keeps logins in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock tells the time
   */
  public Logins(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Logs somebody in.
   *
   * @param tokenHash hash of what the browser carries
   * @param account name of the account, which exists
   */
  public void begin(String tokenHash, String account) {
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
   * Finds who is logged in, with the account; one question, because each picture of a page asks it.
   *
   * @param tokenHash hash of what the browser carries
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
   * Somebody who is logged in.
   *
   * @param login since when
   * @param account with which account
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
   * Notes that a page was asked for.
   *
   * @param tokenHash hash of what the browser carries
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
   * Logs one browser out.
   *
   * @param tokenHash hash of what it carries
   */
  public void end(String tokenHash) {
    database.change(handle -> handle.execute("DELETE FROM login WHERE token = ?", tokenHash));
  }

  /**
   * Logs somebody out in all browsers.
   *
   * @param account name of the account
   */
  public void endAll(String account) {
    database.change(
        handle -> handle.execute("DELETE FROM login WHERE account = ?", Account.key(account)));
  }

  /**
   * Forgets logins that are too old.
   *
   * @param begunBefore those begun before it
   * @param usedBefore those not used since
   */
  public void forget(Instant begunBefore, Instant usedBefore) {
    database.change(
        handle ->
            handle
                .createUpdate("DELETE FROM login WHERE begun < :begun OR used < :used")
                .bind("begun", begunBefore)
                .bind("used", usedBefore)
                .execute());
  }
}
