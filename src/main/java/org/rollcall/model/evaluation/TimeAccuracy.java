package org.rollcall.model.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rollcall.model.evaluation.Trial.TimeErrors;
import org.rollcall.model.evaluation.Trial.TrialOutcome;

/**
 * How close the measured times of the recognised students are to the true ones.
 *
 * @param within share of errors no greater than {@link #TOLERANCE}
 * @param median median absolute error
 * @param percentile95 95th percentile of the absolute error
 * @param greatest greatest absolute error
 */
public record TimeAccuracy(
    Proportion within, Duration median, Duration percentile95, Duration greatest) {
  /** The largest error regarded as negligible. */
  public static final Duration TOLERANCE = Duration.ofSeconds(15);

  /**
   * Measures the first sightings.
   *
   * @param trials the trials
   * @return their accuracy; empty if no recognised student has known times
   */
  public static Optional<TimeAccuracy> first(List<Trial> trials) {
    return of(trials, TimeErrors::first);
  }

  /**
   * Measures the last sightings.
   *
   * @param trials the trials
   * @return their accuracy; empty if no recognised student has known times
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

  /** The smallest error that is not exceeded by the given share of all errors. */
  private static Duration quantile(List<Duration> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
