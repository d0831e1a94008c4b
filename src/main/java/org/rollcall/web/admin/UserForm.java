package org.rollcall.web.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.web.kit.Conflict;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.FormVersion;
import org.rollcall.web.kit.StaleForm;
import org.rollcall.web.kit.Words;

/**
 * A form about one user.
 *
 * @param exchange the request that brings the form
 */
record UserForm(Exchange exchange) {
  static String version(Account user) {
    return FormVersion.of(
        user.name(), user.role(), user.sortedClasses(), user.mustChangePassword());
  }

  /** {@return the role that was chosen} */
  Role role() {
    String typed = exchange.field("role");
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(typed))
        .findFirst()
        .orElse(Role.VIEWER);
  }

  /**
   * Requires that new rights were chosen from those that hold now.
   *
   * @throws StaleForm if the user has others by now
   */
  void requireChange(Account now) {
    Set<String> classes = role() == Role.ADMIN ? Set.of() : Set.copyOf(exchange.fields("class"));
    boolean done = now.role() == role() && now.classes().equals(classes);
    if (!done) {
      require(now, role(role()), classes(classes));
    }
  }

  /**
   * Requires that a new password was asked for the account as it is now.
   *
   * @throws StaleForm if it has changed since
   */
  void requireReset(Account now) {
    String password = exchange.words().text("conflict.password");
    require(now, password, password);
  }

  /**
   * Requires that the removal was decided on the account as it is now.
   *
   * @throws StaleForm if it has changed since
   */
  void requireRemoval(Account now) {
    String removed = exchange.words().text("conflict.removed");
    require(now, removed, removed);
  }

  private void require(Account now, String role, String classes) {
    if (exchange.seen().equals(version(now))) {
      return;
    }
    Words words = exchange.words();
    throw new StaleForm(
        new Conflict(
            now.name(),
            AdminPages.ROOT + "/users",
            Map.of(FormVersion.FIELD, version(now)),
            List.of(
                new Conflict.ComparedRow(words.text("users.role"), role(now.role()), role),
                new Conflict.ComparedRow(
                    words.text("users.classes"), classes(now.classes()), classes))));
  }

  private String role(Role role) {
    return exchange.words().text("role." + role.name());
  }

  private static String classes(Set<String> classes) {
    return classes.isEmpty() ? "–" : String.join(", ", new TreeSet<>(classes));
  }
}
