package org.rollcall.store.people;

import java.util.List;

/**
 * What a class is recognised by: the embeddings of its photos, all by one model pack.
 *
 * @param className name of the class
 * @param packId id of the model pack that made the embeddings
 * @param madeFrom what the enrolment was made from, in the caller's words; when they differ from
 *     those of today, it is out of date
 * @param photos the photos, accepted and refused, in the caller's order
 */
public record Enrolment(
    String className, String packId, String madeFrom, List<EnrolledPhoto> photos) {
  /** Copies the list. */
  public Enrolment {
    photos = List.copyOf(photos);
  }
}
