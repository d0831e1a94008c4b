package org.rollcall.store.people;

/**
 * The result for an enrolment photo, without its images.
 *
 * @param file path relative to the home, with {@code /}; a video has several results
 * @param refusal why it is not used, a sentence; empty if it was accepted
 */
public record CheckedPhoto(String file, String refusal) {
  /** {@return whether the photo is used to recognise the student} */
  public boolean accepted() {
    return refusal.isEmpty();
  }
}
