package org.rollcall.face;

import java.util.List;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

/** Proposes places that may show a face. Not thread-safe. */
interface FaceProposals extends AutoCloseable {
  /** {@return boxes of faces anywhere in the picture, in its pixels} */
  List<Box> propose(Picture picture);

  /** {@return boxes of faces in and around the given places, in pixels of the picture} */
  List<Box> proposeAround(Picture picture, List<Box> places);

  @Override
  void close();
}
