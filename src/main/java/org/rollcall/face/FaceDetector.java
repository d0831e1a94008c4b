package org.rollcall.face;

import java.util.List;
import org.rollcall.model.Face;

/** Finds faces in pictures. Not thread-safe: use one from one long-lived thread. */
interface FaceDetector extends AutoCloseable {
  /**
   * Finds the faces in a picture.
   *
   * @param search the picture, and where to look
   * @return the faces, surest first; their middles lie inside the picture, their edges may not
   */
  List<Face> detect(Search search);

  @Override
  void close();
}
