package org.rollcall.store.people;

import java.util.List;

/**
 * The enrolment of a class: the embeddings of its photos, all from one model pack.
 *
 * @param className name of the class
 * @param packId id of the model pack that made the embeddings
 * @param madeFrom the inputs of the enrolment, in the caller's words; if the current ones differ,
 *     the enrolment is out of date
 * @param photos the photos, accepted and refused, in the caller's order
 */
public record Enrolment(
    String className, String packId, String madeFrom, List<EnrolledPhoto> photos) {
  /** Copies the list. */
  public Enrolment {
    photos = List.copyOf(photos);
  }
}
