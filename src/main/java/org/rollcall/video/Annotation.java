package org.rollcall.video;

import org.rollcall.model.picture.Box;

/**
 * A box around a face in a preview, with its label.
 *
 * @param box where the face is, in pixels of the frame
 * @param label a few words; blank for a box without a label
 * @param role what the colour of the box tells
 */
public record Annotation(Box box, String label, LabelRole role) {
  /** What is known about the face. */
  public enum LabelRole {
    /** It is the student named in the label. */
    IDENTIFIED,
    /** It may be the student named in the label; a person must decide. */
    REVIEW,
    /** It is nobody in the class. */
    UNKNOWN
  }
}
