package org.rollcall.model.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.evaluation.Trial.TrialOutcome;

/**
 * Counts of trial outcomes.
 *
 * @param counts the number of trials with each outcome
 * @param confused number of missed trials in which the student was confidently taken for another
 *     one
 */
public record TrialTally(Map<TrialOutcome, Integer> counts, int confused) {
  /** Copies the counts. */
  public TrialTally {
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  /**
   * Counts the outcomes of trials.
   *
   * @param trials the trials
   * @return the counts
   */
  static TrialTally of(List<Trial> trials) {
    Map<TrialOutcome, Integer> counts = new EnumMap<>(TrialOutcome.class);
    for (TrialOutcome outcome : TrialOutcome.values()) {
      counts.put(outcome, 0);
    }
    trials.forEach(trial -> counts.merge(trial.outcome(), 1, Integer::sum));
    return new TrialTally(counts, (int) trials.stream().filter(Trial::confused).count());
  }

  /**
   * Gives the number of trials with an outcome.
   *
   * @param outcome the outcome
   * @return number of trials
   */
  public int count(TrialOutcome outcome) {
    return counts.get(outcome);
  }

  /** {@return number of trials about a student who was there} */
  public int present() {
    return count(TrialOutcome.FOUND) + count(TrialOutcome.REVIEW) + count(TrialOutcome.MISSED);
  }

  /** {@return number of trials about an absent student or an unknown person} */
  public int absent() {
    return count(TrialOutcome.REJECTED)
        + count(TrialOutcome.FALSE_REVIEW)
        + count(TrialOutcome.FALSE_PRESENT);
  }

  /** {@return share of those present who were recognised; a review counts half} */
  public Proportion found() {
    return new Proportion(count(TrialOutcome.FOUND) + count(TrialOutcome.REVIEW) / 2.0, present());
  }

  /** {@return share of those not present who were marked present} */
  public Proportion falsePresent() {
    return new Proportion(count(TrialOutcome.FALSE_PRESENT), absent());
  }
}
