package org.rollcall.model.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.evaluation.Trial.TrialOutcome;

/**
 * How many trials ended how.
 *
 * @param counts a number for every outcome
 * @param confused of the missed ones, how many were surely taken for another student
 */
public record TrialTally(Map<TrialOutcome, Integer> counts, int confused) {
  /** Copies the counts. */
  public TrialTally {
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  /**
   * Counts trials.
   *
   * @param trials the trials
   * @return how they ended
   */
  public static TrialTally of(List<Trial> trials) {
    Map<TrialOutcome, Integer> counts = new EnumMap<>(TrialOutcome.class);
    for (TrialOutcome outcome : TrialOutcome.values()) {
      counts.put(outcome, 0);
    }
    trials.forEach(trial -> counts.merge(trial.outcome(), 1, Integer::sum));
    return new TrialTally(counts, (int) trials.stream().filter(Trial::confused).count());
  }

  /**
   * Tells a count.
   *
   * @param outcome which
   * @return how many trials ended so
   */
  public int count(TrialOutcome outcome) {
    return counts.get(outcome);
  }

  /** {@return how many trials were about a student who was there} */
  public int present() {
    return count(TrialOutcome.FOUND) + count(TrialOutcome.REVIEW) + count(TrialOutcome.MISSED);
  }

  /** {@return how many trials were about somebody absent, or nobody of the class} */
  public int absent() {
    return count(TrialOutcome.REJECTED)
        + count(TrialOutcome.FALSE_REVIEW)
        + count(TrialOutcome.FALSE_PRESENT);
  }

  /** {@return the share of those who were there that were found; a review counts half} */
  public Proportion found() {
    return new Proportion(count(TrialOutcome.FOUND) + count(TrialOutcome.REVIEW) / 2.0, present());
  }

  /** {@return the share of those who were not there that were marked present} */
  public Proportion falsePresent() {
    return new Proportion(count(TrialOutcome.FALSE_PRESENT), absent());
  }
}
