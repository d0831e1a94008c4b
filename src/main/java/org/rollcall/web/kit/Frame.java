package org.rollcall.web.kit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.rollcall.access.Principal;

/**
 * What every template knows: the user, the user's language, and where the school is.
 *
 * @param words the words in the user's language
 * @param title of the page, in words
 * @param principal the user; empty before the login
 * @param zone the school's time zone
 */
public record Frame(Words words, String title, Optional<Principal> principal, ZoneId zone) {
  /**
   * A text in the user's language.
   *
   * @param key key of the text
   * @param values what fills its placeholders, in order
   * @return the text
   */
  public String text(String key, Object... values) {
    return words.text(key, values);
  }

  /**
   * A moment on the school's clock.
   *
   * @param moment the moment
   * @return day and time in words
   */
  public String moment(Instant moment) {
    return words.moment(moment.atZone(zone));
  }

  /** {@return the token that every form must carry; empty before the login} */
  public String formToken() {
    return principal.map(Principal::formToken).orElse("");
  }

  /** {@return what tells one form from all others, so that none is handled twice} */
  public String once() {
    return UUID.randomUUID().toString();
  }

  /** {@return the name of the user; empty before the login} */
  public String userName() {
    return principal.map(Principal::name).orElse("");
  }

  /**
   * Whether the user may change the marks of a class.
   *
   * @param className name of the class
   * @return true for its teachers and for admins
   */
  public boolean mayCorrect(String className) {
    return principal.filter(user -> user.mayCorrect(className)).isPresent();
  }

  /** {@return whether the user may edit rosters and photos} */
  public boolean mayEnrol() {
    return principal.filter(Principal::mayEnrol).isPresent();
  }

  /** {@return whether the user is an admin} */
  public boolean isAdmin() {
    return principal.filter(Principal::isAdmin).isPresent();
  }
}
