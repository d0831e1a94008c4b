package org.rollcall.store.people;

/**
 * What became of an enrolment photo, without its pictures.
 *
 * @param file path relative to the home, with {@code /}; a video has several
 * @param refusal why it is not used, a sentence; empty when it was accepted
 */
public record CheckedPhoto(String file, String refusal) {
  /** {@return whether the student can be recognised by it} */
  public boolean accepted() {
    return refusal.isEmpty();
  }
}
