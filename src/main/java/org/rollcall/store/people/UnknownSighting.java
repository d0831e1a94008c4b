package org.rollcall.store.people;

import java.util.Optional;
import org.rollcall.model.picture.Embedding;

/**
 * The appearance of an unknown person in one lesson.
 *
 * @param number number of a person already known; empty for a new one
 * @param embedding the embedding of the face
 * @param weight its weight relative to that of other lessons (above 0)
 */
public record UnknownSighting(Optional<Integer> number, Embedding embedding, double weight) {
  /**
   * Checks the weight.
   *
   * @throws IllegalArgumentException if it is not above 0
   */
  public UnknownSighting {
    if (!(weight > 0)) {
      throw new IllegalArgumentException("Weight must be above 0, got " + weight);
    }
  }
}
