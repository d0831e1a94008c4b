package org.rollcall.store.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;
import org.rollcall.store.mail.Mail.MailTopic;

/**
 * The mail preferences of accounts: which mails each wants, and where. No mails are sent without
 * such a preference.
 */
public final class MailPreferences {
  /** Stands for all classes that an account may see. */
  public static final String ALL = "";

  private final Database database;
  private final Clock clock;

  /**
   * Stores mail preferences in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public MailPreferences(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The mail preferences of an account.
   *
   * @param address the address for the mails
   * @param classes the wanted classes by kind of mail, including {@link #ALL} for all; none for no
   *     mails of that kind
   */
  public record Subscription(String address, Map<MailTopic, Set<String>> classes) {
    public Subscription {
      Map<MailTopic, Set<String>> copy = new TreeMap<>();
      classes.forEach((kind, names) -> copy.put(kind, Set.copyOf(names)));
      classes = Map.copyOf(copy);
    }

    /**
     * Returns the classes for which mails of a kind are wanted.
     *
     * @param kind the kind
     * @return their names, sorted, including {@link #ALL} for all
     */
    public Set<String> classes(MailTopic kind) {
      return new TreeSet<>(classes.getOrDefault(kind, Set.of()));
    }
  }

  /**
   * A recipient of mails of one kind about a class.
   *
   * @param className name of the class; {@link #ALL} for every class
   * @param address the address for the mails
   * @param since since when the mails have been wanted
   */
  public record Subscriber(String className, String address, Instant since) {
    /**
     * Returns whether mails about a class are for this recipient.
     *
     * @param name name of the class
     * @return true if they are
     */
    public boolean wants(String name) {
      return className.equals(ALL) || className.equals(name);
    }
  }

  /**
   * Returns the mail preferences of an account.
   *
   * @param account the name of the account, in any letter case
   * @return the preferences; empty if no address is stored
   */
  public Optional<Subscription> find(String account) {
    String name = Account.key(account);
    return database.read(
        handle ->
            handle
                .createQuery("SELECT address FROM account_mail WHERE account = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne()
                .map(address -> new Subscription(address, classes(handle, name))));
  }

  private static Map<MailTopic, Set<String>> classes(Handle handle, String account) {
    return handle
        .createQuery("SELECT kind, class_name FROM account_mail_kind WHERE account = :name")
        .bind("name", account)
        .reduceRows(
            new TreeMap<>(),
            (classes, row) -> {
              classes
                  .computeIfAbsent(row.getColumn("kind", MailTopic.class), kind -> new HashSet<>())
                  .add(row.getColumn("class_name", String.class));
              return classes;
            });
  }

  /**
   * Saves the mail preferences of an account.
   *
   * @param account the name of an account, in any letter case
   * @param subscription the complete new preferences
   */
  public void save(String account, Subscription subscription) {
    String name = Account.key(account);
    database.change(
        handle -> {
          handle.execute(
              """
              INSERT INTO account_mail (account, address) VALUES (?, ?)
              ON CONFLICT (account) DO UPDATE SET address = excluded.address\
              """,
              name,
              subscription.address());
          Map<MailTopic, Set<String>> before = classes(handle, name);
          before.forEach(
              (kind, classes) ->
                  classes.stream()
                      .filter(className -> !subscription.classes(kind).contains(className))
                      .forEach(className -> remove(handle, name, kind, className)));
          subscription.classes().forEach((kind, classes) -> insert(handle, name, kind, classes));
        });
  }

  private static void remove(Handle handle, String account, MailTopic kind, String className) {
    handle.execute(
        "DELETE FROM account_mail_kind WHERE account = ? AND kind = ? AND class_name = ?",
        account,
        kind,
        className);
  }

  private void insert(Handle handle, String account, MailTopic kind, Set<String> classNames) {
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT INTO account_mail_kind (account, kind, class_name, since)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (account, kind, class_name) DO NOTHING\
            """);
    Instant now = clock.instant();
    classNames.forEach(className -> rows.add(account, kind, className, now));
    rows.execute();
  }

  /**
   * Deletes the address of an account, which then gets no more mails.
   *
   * @param account the name of the account, in any letter case
   */
  public void remove(String account) {
    database.change(
        handle ->
            handle.execute("DELETE FROM account_mail WHERE account = ?", Account.key(account)));
  }

  /**
   * Returns the recipients of mails of a kind, limited to the classes that each account may see
   * now.
   *
   * @param kind the kind
   * @return the recipients
   */
  public List<Subscriber> subscribers(MailTopic kind) {
    String sql =
        """
        SELECT account.role, account_class.class_name AS seen, account_mail.address,
          account_mail_kind.class_name AS wanted, account_mail_kind.since
        FROM account_mail_kind
        JOIN account_mail ON account_mail.account = account_mail_kind.account
        JOIN account ON account.name = account_mail_kind.account
        LEFT JOIN account_class ON account_class.account = account.name
        WHERE account_mail_kind.kind = :kind
        ORDER BY account.name, seen, wanted\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("kind", kind)
                .map(MailPreferences::subscriber)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList());
  }

  private static Optional<Subscriber> subscriber(RowView row) {
    String wanted = row.getColumn("wanted", String.class);
    Optional<String> seen = Columns.optional(row, "seen", String.class);
    Optional<String> about =
        row.getColumn("role", Role.class) == Role.ADMIN
            ? Optional.of(wanted)
            : seen.filter(name -> wanted.equals(ALL) || wanted.equals(name));
    return about.map(
        name ->
            new Subscriber(
                name,
                row.getColumn("address", String.class),
                row.getColumn("since", Instant.class)));
  }
}
