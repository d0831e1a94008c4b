package org.rollcall.face;

import java.util.List;
import org.rollcall.model.picture.Box;

/**
 * A candidate for a face, on its way through the cascade.
 *
 * @param box its place, in pixels of the image
 * @param score probability that it is a face, 0..1
 */
record FaceCandidate(Box box, float score) {
  /**
   * Applies a network's box regression, which gives the shift of each edge as a share of the side.
   *
   * @param output the network's output
   * @param offset where the four numbers for this box start
   * @param stride distance between them
   */
  static Box regressed(Box box, float[] output, int offset, int stride) {
    float left = box.left() + output[offset] * box.width();
    float top = box.top() + output[offset + stride] * box.height();
    float right = box.right() + output[offset + 2 * stride] * box.width();
    float bottom = box.bottom() + output[offset + 3 * stride] * box.height();
    return new Box(left, top, Math.max(left, right), Math.max(top, bottom));
  }

  /** {@return their boxes} */
  static List<Box> boxes(List<FaceCandidate> candidates) {
    return candidates.stream().map(FaceCandidate::box).toList();
  }

  /** {@return the best of each group that overlaps by more than the limit (IoU), best first} */
  static List<FaceCandidate> strongest(List<FaceCandidate> candidates, float limit) {
    return Suppression.BY_UNION.strongest(
        candidates, FaceCandidate::box, FaceCandidate::score, limit);
  }

  /** {@return the square on the centre of the box with the length of its longer side} */
  static Box square(Box box) {
    float half = Math.max(box.width(), box.height()) / 2;
    float x = box.centre().x();
    float y = box.centre().y();
    return new Box(x - half, y - half, x + half, y + half);
  }
}
