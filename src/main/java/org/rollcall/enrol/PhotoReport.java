package org.rollcall.enrol;

import java.util.Optional;
import org.rollcall.model.Message;

/**
 * The result for one enrolment photo.
 *
 * @param studentId id of the student whose photo it is
 * @param file path of the photo, relative to the home
 * @param refusal why it is not used; empty if it was accepted
 */
public record PhotoReport(String studentId, String file, Optional<Message> refusal) {
  /** {@return whether the photo is used to recognise the student} */
  public boolean accepted() {
    return refusal.isEmpty();
  }
}
