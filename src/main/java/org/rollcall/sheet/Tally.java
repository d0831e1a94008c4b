package org.rollcall.sheet;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.rollcall.model.Status;

/**
 * Counts of marks, and the share that attended: of those marked present, late, left early or
 * absent. A mark in review is not decided, so it counts neither way.
 */
final class Tally {
  private final Map<Status, Integer> counts = new EnumMap<>(Status.class);

  private Tally() {}

  static Tally of(Collection<Status> marks) {
    Tally tally = new Tally();
    marks.forEach(mark -> tally.counts.merge(mark, 1, Integer::sum));
    return tally;
  }

  int count(Mark mark) {
    return counts.getOrDefault(mark.status(), 0);
  }

  /** {@return marks that say that the student was there, at least for a part} */
  int attended() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().attended())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** {@return marks that are decided} */
  int taken() {
    return attended() + count(Mark.ABSENT);
  }

  /** {@return share of the decided marks that attended, 0..1; empty when none is decided} */
  OptionalDouble attendedShare() {
    return taken() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) attended() / taken());
  }
}
