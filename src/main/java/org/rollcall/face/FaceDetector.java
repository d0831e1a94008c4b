package org.rollcall.face;

import java.util.List;
import org.rollcall.model.picture.Face;

/** Detects faces in pictures. Not thread-safe: use each from one thread at a time. */
interface FaceDetector extends AutoCloseable {
  /**
   * Detects the faces in a picture.
   *
   * @param search the picture, and where to look
   * @return the faces, best score first; their centres are inside the picture, their edges may not
   *     be
   */
  List<Face> detect(FaceSearch search);

  @Override
  void close();
}
