package org.rollcall.model.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rollcall.model.evaluation.Trial.TimeErrors;
import org.rollcall.model.evaluation.Trial.TrialOutcome;

/**
 * How near the times of the students found come to the true ones.
 *
 * @param within how many are off by no more than {@link #TOLERANCE}
 * @param median the middle of all errors, signs aside
 * @param percentile95 the error that 95 % of them do not exceed
 * @param greatest the greatest error
 */
public record TimeAccuracy(
    Proportion within, Duration median, Duration percentile95, Duration greatest) {
  /** An error that does not matter. */
  public static final Duration TOLERANCE = Duration.ofSeconds(15);

  /**
   * Looks at the first sightings.
   *
   * @param trials the trials
   * @return their accuracy; empty where nobody was found whose times are known
   */
  public static Optional<TimeAccuracy> first(List<Trial> trials) {
    return of(trials, TimeErrors::first);
  }

  /**
   * Looks at the last sightings.
   *
   * @param trials the trials
   * @return their accuracy; empty where nobody was found whose times are known
   */
  public static Optional<TimeAccuracy> last(List<Trial> trials) {
    return of(trials, TimeErrors::last);
  }

  private static Optional<TimeAccuracy> of(
      List<Trial> trials, Function<TimeErrors, Duration> time) {
    List<Duration> errors =
        trials.stream()
            .filter(trial -> trial.outcome() == TrialOutcome.FOUND)
            .flatMap(trial -> trial.errors().stream())
            .map(error -> time.apply(error).abs())
            .sorted()
            .toList();
    if (errors.isEmpty()) {
      return Optional.empty();
    }
    long within = errors.stream().filter(error -> error.compareTo(TOLERANCE) <= 0).count();
    return Optional.of(
        new TimeAccuracy(
            new Proportion(within, errors.size()),
            quantile(errors, 0.5),
            quantile(errors, 0.95),
            errors.get(errors.size() - 1)));
  }

  /** The smallest error that a share of all do not exceed. */
  private static Duration quantile(List<Duration> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
