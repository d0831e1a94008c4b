package org.rollcall.access;

import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;

/**
 * A logged-in user.
 *
 * @param account the account of the login
 * @param formToken the CSRF token, which every form of this login must carry so that no other site
 *     can submit one in the user's name
 */
public record Principal(Account account, String formToken) {
  /** {@return the name of the account} */
  public String name() {
    return account.name();
  }

  /** {@return whether the user is an admin} */
  public boolean isAdmin() {
    return account.role() == Role.ADMIN;
  }

  /** {@return whether the user may edit rosters and photos} */
  public boolean mayEnrol() {
    return isAdmin();
  }

  /**
   * Whether the user may see a class.
   *
   * @param className name of the class
   * @return true for the classes of the account, and for every class if it is an admin's
   */
  public boolean maySee(String className) {
    return account.maySee(className);
  }

  /**
   * Whether the user may change the marks of a class.
   *
   * @param className name of the class
   * @return true if the user may see it and is not a viewer
   */
  public boolean mayCorrect(String className) {
    return account.mayCorrect(className);
  }
}
