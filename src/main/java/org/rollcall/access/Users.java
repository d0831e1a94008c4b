package org.rollcall.access;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.access.BadUser.UserProblem;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.store.account.AuditEntry.Action;

/**
 * Manages the user accounts, by the same rules for the pages and the command line. Every change is
 * recorded in the audit log.
 *
 * <p>Thread-safe.
 */
public final class Users {
  private final Store store;
  private final Author author;
  private final Consumer<Account> check;
  private final Passwords passwords = new Passwords();

  /**
   * Manages the accounts of a store on behalf of a person.
   *
   * @param store the open store, which the caller closes
   * @param author that person, for the audit log
   */
  public Users(Store store, Author author) {
    this(store, author, any -> {});
  }

  /**
   * Manages the accounts of a store on behalf of a person who may have seen an earlier state.
   *
   * @param store the open store, which the caller closes
   * @param author that person, for the audit log
   * @param check is shown each account before it is changed, and may refuse by an exception
   */
  public Users(Store store, Author author, Consumer<Account> check) {
    this.store = store;
    this.author = author;
    this.check = check;
  }

  /** {@return all accounts, sorted by name} */
  public List<Account> all() {
    return store.accounts().all();
  }

  /**
   * Adds an account.
   *
   * @param name user name, in any letter case
   * @param role what the user may do
   * @param classes the classes that the user may see; ignored for an admin
   * @param known all classes of the school
   * @return the password, which must be changed at the first login
   * @throws BadUser if the account is not valid or exists already
   */
  public String add(String name, Role role, Collection<String> classes, Collection<String> known) {
    Account account = account(name, role, classes, known);
    String password = passwords.generate();
    if (!store.accounts().add(account, passwords.hash(password))) {
      throw new BadUser(
          UserProblem.EXISTS,
          account.name(),
          "There is already a user '%s'. Choose another name, or set a new password with 'users password'."
              .formatted(account.name()));
    }
    note(Action.USER_ADDED, account);
    return password;
  }

  /**
   * Changes the rights of an account.
   *
   * @param name name of the account, in any letter case
   * @param role what the user may do from now on
   * @param classes the classes that the user may see from now on; ignored for an admin
   * @param known all classes of the school
   * @throws BadUser if there is no such account, or the change would leave no admin to undo it
   */
  public void change(String name, Role role, Collection<String> classes, Collection<String> known) {
    Account account = account(name, role, classes, known);
    exclusively(
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
   * Sets a new random password and ends all logins of the account.
   *
   * @param name name of the account, in any letter case
   * @return the password, which must be changed at the next login
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
   * Deletes an account and ends all its logins.
   *
   * @param name name of the account, in any letter case
   * @throws BadUser if there is no such account, or no admin would be left
   */
  public void remove(String name) {
    exclusively(
        () -> {
          requireDispensable(require(name));
          return store.accounts().remove(name);
        });
    note(Action.USER_REMOVED, Account.key(name));
  }

  /**
   * Logs a user out of all browsers.
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
      throw new BadUser(UserProblem.BAD_NAME, name, e.getMessage() + ".");
    }
    if (role != Role.ADMIN && own.isEmpty()) {
      throw new BadUser(
          UserProblem.NO_CLASS,
          account.name(),
          "User '%s' needs at least one class. Name it with --class, or give --admin for all."
              .formatted(name));
    }
    for (String className : own) {
      if (!known.contains(className)) {
        throw new BadUser(
            UserProblem.UNKNOWN_CLASS,
            className,
            "There is no class '%s'. Known classes: %s."
                .formatted(className, String.join(", ", known)));
      }
    }
    return account;
  }

  private Account require(String name) {
    Account account =
        store
            .accounts()
            .find(name)
            .orElseThrow(
                () ->
                    new BadUser(
                        UserProblem.NOBODY,
                        name,
                        "There is no user '%s'. 'users list' shows all users.".formatted(name)));
    check.accept(account);
    return account;
  }

  private void requireDispensable(Account account) {
    if (author.isAtTheMachine()) {
      return;
    }
    if (account.name().equals(author.name())) {
      throw new BadUser(
          UserProblem.YOURSELF,
          account.name(),
          "You cannot remove your own account or give up being an admin. Ask another admin.");
    }
    if (account.role() == Role.ADMIN && !store.accounts().hasOtherAdmin(account.name())) {
      throw new BadUser(
          UserProblem.LAST_ADMIN,
          account.name(),
          "'%s' is the last admin. Make another user an admin first.".formatted(account.name()));
    }
  }

  /** Serialises changes: two admins who remove each other at the same time would leave none. */
  private void exclusively(Supplier<Boolean> change) {
    store.leases().exclusively("accounts", change);
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
    store.auditLog().add(author.name(), author.origin(), action, about);
  }
}
