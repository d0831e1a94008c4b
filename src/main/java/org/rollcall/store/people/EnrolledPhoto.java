package org.rollcall.store.people;

import java.util.Optional;
import org.rollcall.model.Message;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Jpeg;

/**
 * An enrolment photo and its result.
 *
 * @param studentId id of the student whom it shows
 * @param file path relative to the home, with {@code /}
 * @param sha256 hash of the file, 64 hexadecimal digits
 * @param embedding the embedding of the face; present if the photo was accepted
 * @param portrait the face, cropped; empty if none was found
 * @param quality quality of the face, 0..1
 * @param refusal why the photo is not used; empty if it was accepted
 */
public record EnrolledPhoto(
    String studentId,
    String file,
    String sha256,
    Optional<Embedding> embedding,
    Optional<Jpeg> portrait,
    double quality,
    Optional<Message> refusal) {
  /**
   * Checks that an accepted photo has an embedding.
   *
   * @throws IllegalArgumentException if an accepted photo has none
   */
  public EnrolledPhoto {
    if (refusal.isEmpty() && embedding.isEmpty()) {
      throw new IllegalArgumentException("An accepted photo needs an embedding: " + sha256);
    }
  }

  /** {@return whether the photo is used to recognise the student} */
  public boolean accepted() {
    return refusal.isEmpty();
  }
}
