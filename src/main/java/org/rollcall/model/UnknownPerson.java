package org.rollcall.model;

import java.time.LocalDate;

/**
 * Somebody who is nobody of the class, recognised from lesson to lesson without a name.
 *
 * @param number counts the unknown persons of the class from 1; no other one of them ever gets it
 * @param lessons in how many lessons the person was seen (at least 1)
 * @param since day of the earliest of them
 * @param last day of the latest of them
 */
public record UnknownPerson(int number, int lessons, LocalDate since, LocalDate last) {
  private static final String PREFIX = "U";

  /** {@return what people call the person, for instance {@code U3}} */
  public String id() {
    return PREFIX + number;
  }

  /**
   * {@return in words how often the person was seen, and since when where that is more than once}
   */
  public String seen() {
    return lessons == 1
        ? "seen in 1 lesson"
        : "seen in %d lessons since %s".formatted(lessons, since);
  }
}
