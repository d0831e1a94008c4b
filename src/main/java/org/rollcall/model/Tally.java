package org.rollcall.model;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Counts of marks, and the attendance rate: the share of present, late and left-early marks among
 * all decided marks. A Review mark is undecided and is left out of the rate.
 *
 * @param counts the number of marks of each kind that occurs
 */
public record Tally(Map<Status, Integer> counts) {
  /** No marks at all. */
  public static final Tally NONE = new Tally(Map.of());

  /** Copies the counts, omitting zeros. */
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
   * @return the number of each kind
   */
  public static Tally of(Collection<Status> marks) {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    marks.forEach(mark -> counts.merge(mark, 1, Integer::sum));
    return new Tally(counts);
  }

  /**
   * Adds two tallies.
   *
   * @param other the tally to add
   * @return the sums
   */
  public Tally plus(Tally other) {
    Map<Status, Integer> sums = new EnumMap<>(Status.class);
    sums.putAll(counts);
    other.counts.forEach((mark, count) -> sums.merge(mark, count, Integer::sum));
    return new Tally(sums);
  }

  /**
   * Gives the number of marks of one kind.
   *
   * @param mark the mark
   * @return how often it occurs
   */
  public int count(Status mark) {
    return counts.getOrDefault(mark, 0);
  }

  /** {@return the number of marks, decided or not} */
  public int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** {@return the number of marks that say the student attended at least part of the lesson} */
  public int attended() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().attended())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** {@return the number of decided marks} */
  public int taken() {
    return attended() + count(Status.ABSENT);
  }

  /** {@return share of decided marks that count as attended, 0..1; empty if none is decided} */
  public OptionalDouble attendedShare() {
    return taken() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) attended() / taken());
  }
}
