package org.rollcall.model;

import java.time.Duration;
import java.util.Optional;
import org.rollcall.model.picture.Jpeg;

/**
 * A person in the recording who is nobody of the class, as far as one can tell.
 *
 * @param number counts the unknown persons of the lesson from 1
 * @param first time of the first sighting
 * @param last time of the last sighting
 * @param sightings number of sampled frames with the face
 * @param crop the best picture of the face
 * @param person who that is among the unknown persons of the class; empty where these are not
 *     recognised from lesson to lesson
 */
public record UnknownFace(
    int number,
    Duration first,
    Duration last,
    int sightings,
    Jpeg crop,
    Optional<UnknownPerson> person) {
  /** {@return what people call the person: {@code U3}, or the number in the lesson} */
  public String id() {
    return person.map(UnknownPerson::id).orElseGet(() -> String.valueOf(number));
  }
}
