package org.rollcall.store.account;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A user account for the pages.
 *
 * @param name the user name, in lower case (1 to 64 letters, digits and {@code . _ @ + -})
 * @param role what the user may do
 * @param classes the classes that the user may see; ignored for an admin, who may see all
 * @param mustChangePassword whether someone else set the password, so that the user must change it
 */
public record Account(String name, Role role, Set<String> classes, boolean mustChangePassword) {
  /** What a user may do. */
  public enum Role {
    /** Everything. */
    ADMIN,
    /** See the classes of the account and correct their marks. */
    TEACHER,
    /** See the classes of the account. */
    VIEWER
  }

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,64}");

  /**
   * Converts the name to lower case.
   *
   * @throws IllegalArgumentException if it is not a valid user name
   */
  public Account {
    name = key(name);
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "'%s' is not a valid user name: use 1 to 64 letters, digits and . _ @ + -"
              .formatted(name));
    }
    classes = Set.copyOf(classes);
  }

  /**
   * Returns whether an account can have a name.
   *
   * @param typed the name as typed
   * @return true if it is a valid user name, in any letter case and with blanks around it
   */
  public static boolean isName(String typed) {
    return NAME.matcher(key(typed)).matches();
  }

  /**
   * Normalises a user name to the form in which accounts are stored.
   *
   * @param typed the name as typed
   * @return the name in lower case, without surrounding blanks
   */
  public static String key(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns whether the account may see a class.
   *
   * @param className name of the class
   * @return true if its lessons may be seen
   */
  public boolean maySee(String className) {
    return role == Role.ADMIN || classes.contains(className);
  }

  /**
   * Returns whether the account may correct the marks of a class.
   *
   * @param className name of the class
   * @return true if they may be corrected
   */
  public boolean mayCorrect(String className) {
    return role != Role.VIEWER && maySee(className);
  }

  /** {@return the classes, sorted by name} */
  public Set<String> sortedClasses() {
    return new TreeSet<>(classes);
  }
}
