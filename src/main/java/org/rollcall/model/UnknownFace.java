package org.rollcall.model;

import java.time.Duration;
import java.util.Optional;
import org.rollcall.model.picture.Jpeg;

/**
 * A face in the recording that matches no student of the class.
 *
 * @param number number of the unknown person in the lesson, from 1
 * @param first time of the first sighting
 * @param last time of the last sighting
 * @param sightings number of sampled frames that show the face
 * @param crop the best image of the face
 * @param person the unknown person of the class whom it belongs to; empty if unknown people are not
 *     recognised across lessons
 */
public record UnknownFace(
    int number,
    Duration first,
    Duration last,
    int sightings,
    Jpeg crop,
    Optional<UnknownPerson> person) {
  /** {@return the label shown to users: {@code U3}, or the number in the lesson} */
  public String id() {
    return person.map(UnknownPerson::id).orElseGet(() -> String.valueOf(number));
  }
}
