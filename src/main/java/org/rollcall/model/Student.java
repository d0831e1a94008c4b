package org.rollcall.model;

import java.util.Optional;

/**
 * A row of a roster.
 *
 * @param id the school's number for the student, unique in the class (not blank)
 * @param name as it stands in the sheet (not blank)
 * @param email address of the student or guardians
 * @param consent whether the student may be recognised
 */
public record Student(String id, String name, Optional<String> email, Consent consent) {
  /**
   * Checks that id and name say something.
   *
   * @throws IllegalArgumentException if one of them is blank
   */
  public Student {
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException(
          "A student needs an id and a name, got id '%s'".formatted(id));
    }
  }

  /**
   * A student about whom the roster says no more than id and name.
   *
   * @param id the school's number for the student
   * @param name as it stands in the sheet
   */
  public Student(String id, String name) {
    this(id, name, Optional.empty(), Consent.NOT_STATED);
  }
}
