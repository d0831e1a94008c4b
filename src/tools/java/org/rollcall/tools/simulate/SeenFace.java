package org.rollcall.tools.simulate;

import java.util.List;
import org.rollcall.tools.people.Look;

/**
 * A face as a camera in a classroom saw it.
 *
 * @param scene how large and how degraded
 * @param look what was found
 */
record SeenFace(Scene scene, Look look) {
  /**
   * How large and how degraded faces are.
   *
   * @param facePixels width of a face, about
   * @param degradation what is wrong with the pictures
   */
  record Scene(int facePixels, Degradation degradation) {
    static final List<Integer> FACE_PIXELS = List.of(20, 30, 40, 60);

    /** Shares the distances out evenly: a participant sits elsewhere in each kind of room. */
    static Scene of(int participant, Degradation degradation) {
      int distance = (participant + degradation.shift()) % FACE_PIXELS.size();
      return new Scene(FACE_PIXELS.get(distance), degradation);
    }
  }
}
