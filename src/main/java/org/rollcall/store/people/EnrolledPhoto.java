package org.rollcall.store.people;

import java.util.Optional;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Jpeg;

/**
 * An enrolment photo and what became of it.
 *
 * @param studentId whose photo it is
 * @param file path relative to the home, with {@code /}
 * @param sha256 hash of the file, 64 hexadecimal digits
 * @param embedding what the model pack says of the face; present when the photo was accepted
 * @param portrait the face, cut out, where one was found
 * @param quality how good the face is, 0..1
 * @param refusal why the photo is not used, a sentence; empty when it was accepted
 */
public record EnrolledPhoto(
    String studentId,
    String file,
    String sha256,
    Optional<Embedding> embedding,
    Optional<Jpeg> portrait,
    double quality,
    String refusal) {
  /**
   * Checks that an accepted photo can be used.
   *
   * @throws IllegalArgumentException if it is accepted without an embedding
   */
  public EnrolledPhoto {
    if (refusal.isEmpty() && embedding.isEmpty()) {
      throw new IllegalArgumentException("An accepted photo needs an embedding: " + sha256);
    }
  }

  /** {@return whether the student can be recognised by this photo} */
  public boolean accepted() {
    return refusal.isEmpty();
  }
}
