package org.rollcall.model;

import java.time.LocalDate;

/**
 * An unknown person: a face that matches no student, recognised across lessons without a name.
 *
 * @param number number of the person in the class, from 1; never reused
 * @param lessons number of lessons in which the person was seen (at least 1)
 * @param since day of the earliest of these lessons
 * @param last day of the latest of these lessons
 */
public record UnknownPerson(int number, int lessons, LocalDate since, LocalDate last) {
  private static final String PREFIX = "U";

  /** {@return the label shown to users, for instance {@code U3}} */
  public String id() {
    return PREFIX + number;
  }

  /** {@return in words, how often the person was seen and, if more than once, since when} */
  public String seen() {
    return lessons == 1
        ? "seen in 1 lesson"
        : "seen in %d lessons since %s".formatted(lessons, since);
  }
}
