package org.rollcall.model;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Counts of marks, and the share that attended: of those marked present, late, left early or
 * absent. A mark in review is not decided, so it counts neither way.
 *
 * @param counts how many there are of each mark that occurs
 */
public record Tally(Map<Status, Integer> counts) {
  /** No marks at all. */
  public static final Tally NONE = new Tally(Map.of());

  /** Copies the counts, and leaves out those of 0. */
  public Tally {
    EnumMap<Status, Integer> copy = new EnumMap<>(Status.class);
    copy.putAll(counts);
    copy.values().removeIf(count -> count == 0);
    counts = Collections.unmodifiableMap(copy);
  }

  /**
   * Counts marks.
   *
   * @param marks the marks
   * @return how many there are of each
   */
  public static Tally of(Collection<Status> marks) {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    marks.forEach(mark -> counts.merge(mark, 1, Integer::sum));
    return new Tally(counts);
  }

  /**
   * Both together.
   *
   * @param other counts of other marks
   * @return the sums
   */
  public Tally plus(Tally other) {
    Map<Status, Integer> sums = new EnumMap<>(Status.class);
    sums.putAll(counts);
    other.counts.forEach((mark, count) -> sums.merge(mark, count, Integer::sum));
    return new Tally(sums);
  }

  /**
   * How often a mark occurs.
   *
   * @param mark the mark
   * @return how many there are of it
   */
  public int count(Status mark) {
    return counts.getOrDefault(mark, 0);
  }

  /** {@return all marks, decided or not} */
  public int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** {@return marks that say that the student was there, at least for a part} */
  public int attended() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().attended())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** {@return marks that are decided} */
  public int taken() {
    return attended() + count(Status.ABSENT);
  }

  /** {@return share of the decided marks that attended, 0..1; empty when none is decided} */
  public OptionalDouble attendedShare() {
    return taken() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) attended() / taken());
  }
}
