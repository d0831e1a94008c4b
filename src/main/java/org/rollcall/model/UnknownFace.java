package org.rollcall.model;

import java.time.Duration;

/**
 * A person in the recording who is nobody of the class, as far as one can tell.
 *
 * @param number counts the unknown persons of the lesson from 1
 * @param first time of the first sighting
 * @param last time of the last sighting
 * @param sightings number of sampled frames with the face
 * @param crop the best picture of the face
 */
public record UnknownFace(int number, Duration first, Duration last, int sightings, Jpeg crop) {}
