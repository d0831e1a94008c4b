package org.rollcall.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.rollcall.model.Box;

/** Non-maximum suppression: of finds that overlap, only the one with the best score stays. */
enum Suppression {
  /** Overlap is intersection over union. */
  BY_UNION {
    @Override
    float overlap(Box one, Box other) {
      return one.iou(other);
    }
  },
  /** Overlap is the share of the smaller box: one inside the other counts as the same. */
  BY_SMALLER {
    @Override
    float overlap(Box one, Box other) {
      float smaller = Math.min(one.area(), other.area());
      return smaller == 0 ? 0 : one.intersection(other) / smaller;
    }
  };

  abstract float overlap(Box one, Box other);

  /**
   * Drops the weaker ones of each group.
   *
   * @param limit overlap above which two finds are the same
   * @return the rest, best first
   */
  <T> List<T> strongest(
      List<T> finds, Function<T, Box> box, Function<T, Float> score, float limit) {
    List<T> kept = new ArrayList<>();
    finds.stream()
        .sorted(Comparator.comparing(score).reversed())
        .filter(
            find -> kept.stream().noneMatch(k -> overlap(box.apply(k), box.apply(find)) > limit))
        .forEach(kept::add);
    return kept;
  }
}
