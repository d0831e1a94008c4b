package org.rollcall.enrol;

/**
 * What became of an enrolment photo.
 *
 * @param studentId whose photo it is
 * @param file path relative to the home
 * @param refusal why it is not used, a sentence; empty when it was accepted
 */
public record PhotoReport(String studentId, String file, String refusal) {
  /** {@return whether the student can be recognised by it} */
  public boolean accepted() {
    return refusal.isEmpty();
  }
}
