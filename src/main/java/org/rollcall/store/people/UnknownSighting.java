package org.rollcall.store.people;

import java.util.Optional;
import org.rollcall.model.picture.Embedding;

/**
 * How an unknown person looked in one lesson.
 *
 * @param number of a person who is known already; empty for somebody new
 * @param embedding what the model pack says of the face
 * @param weight how much that counts beside what other lessons saw (above 0)
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
