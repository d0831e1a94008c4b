package org.rollcall.store.people;

import java.util.Optional;
import org.rollcall.model.Message;

/**
 * The result for an enrolment photo, without its images.
 *
 * @param file path relative to the home, with {@code /}; a video has several results
 * @param refusal why it is not used; empty if it was accepted
 */
public record CheckedPhoto(String file, Optional<Message> refusal) {
  /** {@return whether the photo is used to recognise the student} */
  public boolean accepted() {
    return refusal.isEmpty();
  }
}
