package org.rollcall.store;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Somebody who may log in to the page.
 *
 * @param name name to log in with, in lower case (1 to 64 letters, digits and {@code . _ @ + -})
 * @param role what the person may do
 * @param classes the classes that the person may see; without meaning for an admin, who may see all
 * @param mustChangePassword whether somebody else has chosen the password
 */
public record Account(String name, Role role, Set<String> classes, boolean mustChangePassword) {
  /** What somebody may do. */
  public enum Role {
    /** Everything. */
    ADMIN,
    /** See and correct the own classes. */
    TEACHER,
    /** See the own classes. */
    VIEWER
  }

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,64}");

  /**
   * Brings the name into lower case.
   *
   * @throws IllegalArgumentException if it is no name to log in with
   */
  public Account {
    name = key(name);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no name to log in with: 1 to 64 letters, digits and . _ @ + - are allowed"
              .formatted(name));
    }
    classes = Set.copyOf(classes);
  }

  /**
   * Brings a name into the form in which accounts are kept.
   *
   * @param typed the name, as it was typed
   * @return the same in lower case, without blanks around it
   */
  public static String key(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the account opens the door to a class.
   *
   * @param className name of the class
   * @return true if its lessons may be seen
   */
  public boolean maySee(String className) {
    return role == Role.ADMIN || classes.contains(className);
  }

  /**
   * Whether the account may change marks of a class.
   *
   * @param className name of the class
   * @return true if they may be corrected
   */
  public boolean mayCorrect(String className) {
    return role != Role.VIEWER && maySee(className);
  }

  /** {@return the classes in the order of their names} */
  public Set<String> sortedClasses() {
    return new TreeSet<>(classes);
  }
}
