package org.rollcall.tools.simulate;

import java.util.Optional;
import org.rollcall.identity.Match;

/**
 * A student in a simulated lesson, and what came out.
 *
 * @param present whether the student was in the room
 * @param room what the pictures were like, and who else was there
 * @param facePixels width of the face, about; 0 for those who were absent
 * @param sightings how often the face was found
 * @param mark what the register would say
 */
record MarkedStudent(boolean present, Room room, int facePixels, int sightings, Mark mark) {
  /**
   * A room that is filmed.
   *
   * @param degradation what is wrong with the pictures
   * @param strangers who is there besides the class
   */
  record Room(Degradation degradation, Strangers strangers) {}

  /** Who is in the room without being enrolled in the class. */
  enum Strangers {
    /** People of other classes, several photos of each. */
    OTHER_CLASSES,
    /** People nobody has enrolled anywhere, one photo of each. */
    VISITORS
  }

  /** What the register would say. */
  enum Mark {
    SURE,
    REVIEW,
    NOT_SEEN;

    static Mark of(Optional<Match> match) {
      return match.map(found -> found.sure() ? SURE : REVIEW).orElse(NOT_SEEN);
    }
  }
}
