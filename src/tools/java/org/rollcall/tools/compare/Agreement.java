package org.rollcall.tools.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollcall.model.picture.Box;
import org.rollcall.tools.MarkdownTable;

/** How many of the boxes in some pictures another detector has as well, by their width. */
final class Agreement {
  /** Where the next class of widths begins, in pixels. */
  private static final List<Integer> WIDTHS = List.of(0, 28, 40, 60);

  private final float samePlace;
  private final Map<Integer, Count> counts = new TreeMap<>();

  /**
   * Counts nothing yet.
   *
   * @param samePlace intersection over union from which on two boxes are the same (0..1)
   */
  Agreement(float samePlace) {
    this.samePlace = samePlace;
    WIDTHS.forEach(width -> counts.put(width, new Count(0, 0)));
  }

  /**
   * Boxes of one range of widths.
   *
   * @param boxes how many there are
   * @param found how many of them the other detector has
   */
  record Count(int boxes, int found) {
    Count plus(Count other) {
      return new Count(boxes + other.boxes, found + other.found);
    }

    String share() {
      return MarkdownTable.share(found, boxes);
    }
  }

  /** Adds a picture. */
  void add(List<Box> boxes, List<Box> others) {
    for (Box box : boxes) {
      boolean found = others.stream().anyMatch(other -> other.iou(box) >= samePlace);
      counts.merge(widthClass(box), new Count(1, found ? 1 : 0), Count::plus);
    }
  }

  private static int widthClass(Box box) {
    return WIDTHS.stream()
        .filter(w -> w <= box.width())
        .reduce((narrow, wide) -> wide)
        .orElseThrow();
  }

  Count all() {
    return counts.values().stream().reduce(Count::plus).orElseThrow();
  }

  /** {@return the shares of all widths, the narrowest first} */
  List<String> shares() {
    return counts.values().stream().map(Count::share).toList();
  }

  /** {@return what the shares are of, in the same order} */
  static List<String> widths() {
    List<String> names = new ArrayList<>();
    names.add("below %d px".formatted(WIDTHS.get(1)));
    for (int i = 1; i < WIDTHS.size() - 1; i++) {
      names.add("%d–%d px".formatted(WIDTHS.get(i), WIDTHS.get(i + 1)));
    }
    names.add("from %d px".formatted(WIDTHS.get(WIDTHS.size() - 1)));
    return names;
  }
}
