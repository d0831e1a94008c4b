package org.rollcall.web;

import java.util.Optional;
import org.rollcall.access.Principal;
import org.rollcall.store.Account.Role;

/**
 * What is around the content of every page.
 *
 * @param words the words of the page
 * @param title of the page
 * @param visitor who is logged in; empty before
 */
record Frame(Words words, String title, Optional<Principal> visitor) {
  /** {@return what each form has to carry} */
  String formToken() {
    return visitor.map(Principal::formToken).orElse("");
  }

  String userName() {
    return visitor.map(known -> known.account().name()).orElse("");
  }

  /** {@return whether the visitor may change marks of a class} */
  boolean mayCorrect(String className) {
    return visitor.filter(known -> known.account().mayCorrect(className)).isPresent();
  }

  /** {@return whether the visitor may look after students and their photos} */
  boolean mayEnrol() {
    return visitor.filter(EnrolmentRoutes::mayEnrol).isPresent();
  }

  boolean isAdmin() {
    return visitor.filter(known -> known.account().role() == Role.ADMIN).isPresent();
  }
}
