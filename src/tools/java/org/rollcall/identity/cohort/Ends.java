package org.rollcall.identity.cohort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The highest scores that strangers of each group reach.
 *
 * @param spreads how far they go in each group, against the mean of all groups
 * @param tail mean over the groups, each against its spread
 */
record Ends(Map<String, Double> spreads, List<Cohort.Tail> tail) {
  /** As long as nobody has been counted. */
  static final Ends NONE = new Ends(Map.of(), List.of());

  /** Rates at which limits are noted: counted where there are enough pairs, extrapolated beyond. */
  private static final double[] RATES = {
    0.1, 0.03, 0.01, 0.003, 1e-3, 3e-4, 1e-4, 3e-5, 1e-5, 1e-6
  };

  /** Rate up to which scores are counted rather than extrapolated. */
  private static final double COUNTED = 0.01;

  /** Rate at which groups are compared: that of a student and one of ten strangers. */
  private static final double COMPARED = 1e-4;

  /** Of fewer pairs, a group's rare scores say nothing. */
  private static final int FEWEST_PAIRS = 5000;

  /**
   * Measures the ends. Groups of few people are taken to be as hard to tell apart as the hardest of
   * the others.
   *
   * @param scores scores of pairs of strangers by group
   */
  static Ends of(Map<String, List<Double>> scores) {
    Map<String, End> ends = new LinkedHashMap<>();
    scores.forEach(
        (group, ofGroup) -> {
          if (ofGroup.size() >= FEWEST_PAIRS) {
            ends.put(group, End.of(ofGroup));
          }
        });
    if (ends.isEmpty()) {
      throw new IllegalArgumentException(
          "No group has %,d pairs of strangers; add people".formatted(FEWEST_PAIRS));
    }
    double mean = mean(ends.values(), COMPARED, Map.of());
    Map<End, Double> spreads = new LinkedHashMap<>();
    ends.values().forEach(end -> spreads.put(end, end.exceededBy(COMPARED) / mean));
    double widest = Collections.max(spreads.values());
    Map<String, Double> byGroup = new LinkedHashMap<>();
    scores
        .keySet()
        .forEach(group -> byGroup.put(group, spreads.getOrDefault(ends.get(group), widest)));
    List<Cohort.Tail> tail = new ArrayList<>();
    for (double rate : RATES) {
      tail.add(new Cohort.Tail(rate, mean(ends.values(), rate, spreads)));
    }
    return new Ends(byGroup, tail);
  }

  private static double mean(Collection<End> ends, double rate, Map<End, Double> spreads) {
    return ends.stream()
        .mapToDouble(end -> end.exceededBy(rate) / spreads.getOrDefault(end, 1.0))
        .average()
        .orElseThrow();
  }

  double spread(String group) {
    return spreads.getOrDefault(group, 1.0);
  }

  /**
   * The scores of one group.
   *
   * @param falling all of them, greatest first
   * @param rare the end that is extrapolated
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity, on purpose
  private record End(double[] falling, ParetoTail rare) {
    static End of(List<Double> scores) {
      double[] falling =
          scores.stream()
              .sorted(Collections.reverseOrder())
              .mapToDouble(Double::doubleValue)
              .toArray();
      return new End(falling, ParetoTail.of(falling, COUNTED));
    }

    double exceededBy(double rate) {
      return rate >= COUNTED ? falling[(int) (rate * falling.length)] : rare.exceededBy(rate);
    }
  }
}
