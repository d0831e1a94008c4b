package org.rollcall.tools.simulate;

import java.util.List;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.tools.people.Look;

/**
 * Somebody who can be enrolled, or come into the room, or both.
 *
 * @param name who
 * @param number among all participants
 * @param photos for the enrolment; empty for those who are never enrolled
 * @param seen other photos, as a camera in a classroom saw them
 */
record Participant(String name, int number, List<FaceCrop> photos, List<SeenFace> seen) {
  boolean canBeEnrolled() {
    return !photos.isEmpty();
  }

  /** {@return where the participant sits in a room like that} */
  SeenFace.Scene scene(Degradation degradation) {
    return SeenFace.Scene.of(number, degradation);
  }

  /** {@return the faces that are found in a room like that} */
  List<Look> looks(Degradation degradation) {
    return seen.stream()
        .filter(face -> face.scene().degradation() == degradation)
        .map(SeenFace::look)
        .toList();
  }
}
