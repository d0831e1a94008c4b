package org.rollcall.access;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.rollcall.access.BadUser.Why;
import org.rollcall.store.Account;
import org.rollcall.store.Account.Role;
import org.rollcall.store.AuditEntry.Action;
import org.rollcall.store.Store;

/**
 * Lists and changes who may log in, by the same rules at the page and at the command line. Whatever
 * changes is in the audit log.
 *
 * <p>For any number of threads.
 */
public final class Users {
  private final Store store;
  private final Author author;
  private final Passwords passwords = new Passwords();

  /**
   * Prepares.
   *
   * @param store the open store, which the caller closes
   * @param author who does what is done here
   */
  public Users(Store store, Author author) {
    this.store = store;
    this.author = author;
  }

  /** {@return all accounts, in the order of their names} */
  public List<Account> all() {
    return store.accounts().all();
  }

  /**
   * Makes an account.
   *
   * @param name name to log in with
   * @param role what it may do
   * @param classes classes that it may see; without meaning for an admin
   * @param known all classes
   * @return its password, which has to be changed at the first login
   * @throws BadUser if there cannot be such an account, or is one of that name
   */
  public String add(String name, Role role, Collection<String> classes, Collection<String> known) {
    Account account = account(name, role, classes, known);
    String password = passwords.generate();
    if (!store.accounts().add(account, passwords.hash(password))) {
      throw new BadUser(
          Why.EXISTS,
          account.name(),
          "There is a user '%s' already. Give another name, or a new password with 'users password'."
              .formatted(account.name()));
    }
    note(Action.USER_ADDED, account);
    return password;
  }

  /**
   * Says anew what somebody may do.
   *
   * @param name name of the account, in any letter case
   * @param role what it may do from now on
   * @param classes classes that it may see from now on; without meaning for an admin
   * @param known all classes
   * @throws BadUser if there is no such account, or the change would leave nobody to change it back
   */
  public void change(String name, Role role, Collection<String> classes, Collection<String> known) {
    Account account = account(name, role, classes, known);
    alone(
        () -> {
          Account before = require(name);
          if (before.role() == Role.ADMIN && role != Role.ADMIN) {
            requireDispensable(before);
          }
          return store.accounts().changeRights(name, role, account.classes());
        });
    note(Action.USER_CHANGED, account);
  }

  /**
   * Gives somebody a new password. Whoever is logged in with the old one no longer is.
   *
   * @param name name of the account, in any letter case
   * @return the password, which has to be changed at the next login
   * @throws BadUser if there is no such account
   */
  public String resetPassword(String name) {
    Account account = require(name);
    String password = passwords.generate();
    store.accounts().changePassword(name, passwords.hash(password), true);
    note(Action.PASSWORD_RESET, account.name());
    return password;
  }

  /**
   * Deletes an account. Whoever is logged in with it no longer is.
   *
   * @param name name of the account, in any letter case
   * @throws BadUser if there is no such account, or nobody could make another one afterwards
   */
  public void remove(String name) {
    alone(
        () -> {
          requireDispensable(require(name));
          return store.accounts().remove(name);
        });
    note(Action.USER_REMOVED, Account.key(name));
  }

  /**
   * Logs somebody out in all browsers.
   *
   * @param name name of the account, in any letter case
   * @throws BadUser if there is no such account
   */
  public void logOut(String name) {
    store.logins().endAll(require(name).name());
    note(Action.USER_LOGGED_OUT, Account.key(name));
  }

  private static Account account(
      String name, Role role, Collection<String> classes, Collection<String> known) {
    Set<String> own = role == Role.ADMIN ? Set.of() : Set.copyOf(classes);
    Account account;
    try {
      account = new Account(name, role, own, true);
    } catch (IllegalArgumentException e) {
      throw new BadUser(Why.BAD_NAME, name, e.getMessage() + ".");
    }
    if (role != Role.ADMIN && own.isEmpty()) {
      throw new BadUser(
          Why.NO_CLASS,
          account.name(),
          "Say which classes '%s' may see with --class, or give --admin.".formatted(name));
    }
    for (String className : own) {
      if (!known.contains(className)) {
        throw new BadUser(
            Why.UNKNOWN_CLASS,
            className,
            "There is no class '%s'. Known: %s.".formatted(className, String.join(", ", known)));
      }
    }
    return account;
  }

  private Account require(String name) {
    return store
        .accounts()
        .find(name)
        .orElseThrow(
            () ->
                new BadUser(
                    Why.NOBODY,
                    name,
                    "There is no user '%s'. 'users list' shows all.".formatted(name)));
  }

  private void requireDispensable(Account account) {
    if (author.isAtTheMachine()) {
      return;
    }
    if (account.name().equals(author.name())) {
      throw new BadUser(
          Why.YOURSELF,
          account.name(),
          "Nobody can remove the own account, or be admin no longer.");
    }
    if (account.role() == Role.ADMIN && !store.accounts().hasOtherAdmin(account.name())) {
      throw new BadUser(
          Why.LAST_ADMIN, account.name(), "'%s' is the last admin.".formatted(account.name()));
    }
  }

  /** Two admins who remove each other at the same moment would leave none. */
  private void alone(Supplier<Boolean> change) {
    store.leases().alone("accounts", change);
  }

  private void note(Action action, Account account) {
    note(
        action,
        "%s: %s %s"
            .formatted(
                account.name(),
                account.role().name().toLowerCase(Locale.ROOT),
                String.join(", ", account.sortedClasses()))
            .strip());
  }

  private void note(Action action, String about) {
    store.audit().add(author.name(), author.origin(), action, about);
  }
}
