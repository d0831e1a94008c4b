package org.rollcall.model.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.evaluation.Trial.Outcome;

/**
 * How many trials ended how.
 *
 * @param counts a number for every outcome
 * @param confused of the missed ones, how many were surely taken for another student
 */
public record Tally(Map<Outcome, Integer> counts, int confused) {
  /** Copies the counts. */
  public Tally {
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  /**
   * Counts trials.
   *
   * @param trials the trials
   * @return how they ended
   */
  public static Tally of(List<Trial> trials) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0);
    }
    trials.forEach(trial -> counts.merge(trial.outcome(), 1, Integer::sum));
    return new Tally(counts, (int) trials.stream().filter(Trial::confused).count());
  }

  /**
   * Tells a count.
   *
   * @param outcome which
   * @return how many trials ended so
   */
  public int count(Outcome outcome) {
    return counts.get(outcome);
  }

  /** {@return how many trials were about a student who was there} */
  public int present() {
    return count(Outcome.FOUND) + count(Outcome.REVIEW) + count(Outcome.MISSED);
  }

  /** {@return how many trials were about somebody absent, or nobody of the class} */
  public int absent() {
    return count(Outcome.REJECTED) + count(Outcome.FALSE_REVIEW) + count(Outcome.FALSE_PRESENT);
  }

  /** {@return the share of those who were there that were found; a review counts half} */
  public Proportion found() {
    return new Proportion(count(Outcome.FOUND) + count(Outcome.REVIEW) / 2.0, present());
  }

  /** {@return the share of those who were not there that were marked present} */
  public Proportion falsePresent() {
    return new Proportion(count(Outcome.FALSE_PRESENT), absent());
  }
}
