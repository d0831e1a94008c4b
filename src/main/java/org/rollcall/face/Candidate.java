package org.rollcall.face;

import java.util.List;
import org.rollcall.model.Box;

/**
 * A place that may hold a face, on its way through the cascade.
 *
 * @param box the place, in pixels of the image
 * @param score probability that it is a face, 0..1
 */
record Candidate(Box box, float score) {
  /**
   * Moves the edges by the network's regression.
   *
   * @param output a network's output for this place
   * @param at where its four numbers begin
   * @param step distance between them
   */
  static Box regressed(Box box, float[] output, int at, int step) {
    float left = box.left() + output[at] * box.width();
    float top = box.top() + output[at + step] * box.height();
    float right = box.right() + output[at + 2 * step] * box.width();
    float bottom = box.bottom() + output[at + 3 * step] * box.height();
    return new Box(left, top, Math.max(left, right), Math.max(top, bottom));
  }

  /** {@return the places alone} */
  static List<Box> boxes(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::box).toList();
  }

  /** {@return the best of each group that overlaps more than the limit, best first} */
  static List<Candidate> strongest(List<Candidate> candidates, float limit) {
    return Suppression.BY_UNION.strongest(candidates, Candidate::box, Candidate::score, limit);
  }

  /** {@return the smallest square around the middle of the box that holds its longer side} */
  static Box square(Box box) {
    float half = Math.max(box.width(), box.height()) / 2;
    float x = box.center().x();
    float y = box.center().y();
    return new Box(x - half, y - half, x + half, y + half);
  }
}
