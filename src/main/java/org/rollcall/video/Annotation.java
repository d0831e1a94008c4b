package org.rollcall.video;

import org.rollcall.model.Box;

/**
 * A face in a preview, and what is said of it.
 *
 * @param box where the face is
 * @param label a few words, or empty
 * @param role what its colour says
 */
public record Annotation(Box box, String label, Role role) {
  /** What is known of the face. */
  public enum Role {
    /** It is the student of the label. */
    IDENTIFIED,
    /** It may be the student of the label; a person has to look. */
    REVIEW,
    /** It is nobody of the class. */
    UNKNOWN
  }
}
