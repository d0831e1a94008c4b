package org.rollcall.tools.compare;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of the trials. */
final class IdentificationRates {
  /** Share of the strangers who may be taken for a student. */
  private static final double STRANGERS = 0.003;

  private static final int RESAMPLES = 1000;

  private final List<ComparedFace> enrolled;
  private final double limit;

  IdentificationRates(List<ComparedFace> trials) {
    enrolled = trials.stream().filter(ComparedFace::enrolled).toList();
    double[] strangers =
        trials.stream()
            .filter(trial -> !trial.enrolled())
            .mapToDouble(ComparedFace::score)
            .sorted()
            .toArray();
    limit = strangers[strangers.length - 1 - (int) (STRANGERS * strangers.length)];
  }

  /** {@return share of the trials in which the most alike student is the right one} */
  String nearest() {
    return share(ComparedFace::right);
  }

  /** {@return share that is also more alike than all but a few strangers are} */
  String found() {
    return share(trial -> trial.right() && trial.score() > limit);
  }

  /** Percent, with the 95 % interval that drawing other people again and again gives. */
  private String share(Predicate<ComparedFace> good) {
    List<Count> people =
        List.copyOf(
            enrolled.stream()
                .collect(
                    Collectors.toMap(
                        ComparedFace::person,
                        trial -> new Count(good.test(trial) ? 1 : 0, 1),
                        Count::plus,
                        TreeMap::new))
                .values());
    Random random = new Random(1);
    double[] resampled =
        Stream.generate(() -> random.ints(people.size(), 0, people.size()))
            .limit(RESAMPLES)
            .mapToDouble(drawn -> percent(drawn.mapToObj(people::get)))
            .sorted()
            .toArray();
    return String.format(
        Locale.ROOT,
        "%.1f (%.1f–%.1f)",
        percent(people.stream()),
        resampled[RESAMPLES / 40],
        resampled[RESAMPLES - 1 - RESAMPLES / 40]);
  }

  private static double percent(Stream<Count> people) {
    Count all = people.reduce(Count::plus).orElseThrow();
    return 100.0 * all.good() / all.trials();
  }

  private record Count(int good, int trials) {
    Count plus(Count other) {
      return new Count(good + other.good, trials + other.trials);
    }
  }
}
