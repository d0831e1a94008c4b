package org.rollcall.model;

import java.util.Optional;

/**
 * A student, as a row of a roster.
 *
 * @param id the school's number for the student, unique in the class (not blank)
 * @param name name as shown in the sheet (not blank)
 * @param email email address of the student or the guardians
 * @param consent whether the student agreed to face recognition
 */
public record Student(String id, String name, Optional<String> email, Consent consent) {
  /**
   * Checks that neither id nor name is blank.
   *
   * @throws IllegalArgumentException if either is blank
   */
  public Student {
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException(
          "A student needs an id and a name, got id '%s'".formatted(id));
    }
  }

  /**
   * Creates a student for whom the roster gives only an id and a name.
   *
   * @param id the school's number for the student
   * @param name name as shown in the sheet
   */
  public Student(String id, String name) {
    this(id, name, Optional.empty(), Consent.NOT_STATED);
  }
}
