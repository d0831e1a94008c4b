package org.rollcall.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.rollcall.model.picture.Box;

/** Non-maximum suppression: of items that overlap, only the one with the best score is kept. */
enum Suppression {
  /** Overlap is intersection over union. */
  BY_UNION {
    @Override
    float overlap(Box one, Box other) {
      return one.iou(other);
    }
  },
  /** Overlap is intersection over the smaller area: a box inside another one counts as the same. */
  BY_SMALLER {
    @Override
    float overlap(Box one, Box other) {
      float smaller = Math.min(one.area(), other.area());
      return smaller == 0 ? 0 : one.intersection(other) / smaller;
    }
  };

  abstract float overlap(Box one, Box other);

  /**
   * Suppresses every item that overlaps a better one that is kept.
   *
   * @param limit overlap above which two items are the same
   * @return the items kept, best first
   */
  <T> List<T> strongest(
      List<T> items, Function<T, Box> box, Function<T, Float> score, float limit) {
    List<T> kept = new ArrayList<>();
    items.stream()
        .sorted(Comparator.comparing(score).reversed())
        .filter(
            item -> kept.stream().noneMatch(k -> overlap(box.apply(k), box.apply(item)) > limit))
        .forEach(kept::add);
    return kept;
  }
}
