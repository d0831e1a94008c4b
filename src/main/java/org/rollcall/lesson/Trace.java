package org.rollcall.lesson;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rollcall.model.picture.Quality;
import org.rollcall.model.picture.Quality.Flaw;
import org.rollcall.store.ledger.ProcessingStatistics;

/**
 * The time that the work on a lesson spent in each stage, and the amounts it processed.
 *
 * <p>The times of all threads in a stage are added up. Stages overlap, so their sum may exceed the
 * elapsed time. Thread-safe.
 */
public final class Trace {
  private final Map<Stage, AtomicLong> nanos = counters(Stage.class);
  private final Map<Amount, AtomicLong> amounts = counters(Amount.class);
  private final Map<Flaw, AtomicLong> refused = counters(Flaw.class);

  /** The stages that are timed, in the order of the work. */
  public enum Stage {
    /** Identifying the recordings by their content hashes. */
    HASH,
    /** Checking the photos of the class and making templates if they have changed. */
    ENROL,
    /** Reading the recordings and decoding the sampled frames. */
    DECODE,
    /** Detecting faces. */
    DETECT,
    /** Cropping faces, judging their quality and tracking them. */
    TRACK,
    /** Embedding the best crops. */
    EMBED,
    /** Identifying students and recognising unknown persons. */
    IDENTIFY,
    /** Saving the register and writing the results and the sheet. */
    WRITE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The amounts that are counted. */
  public enum Amount {
    /** Frames that were sampled. */
    SAMPLES,
    /** Faces detected in them. */
    FACES,
    /** Crops that were embedded. */
    CROPS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static <E extends Enum<E>> Map<E, AtomicLong> counters(Class<E> kinds) {
    Map<E, AtomicLong> counters = new EnumMap<>(kinds);
    for (E kind : kinds.getEnumConstants()) {
      counters.put(kind, new AtomicLong());
    }
    return counters;
  }

  /** Runs work as part of a stage and returns its result. */
  <T> T time(Stage stage, Supplier<T> work) {
    long started = System.nanoTime();
    try {
      return work.get();
    } finally {
      nanos.get(stage).addAndGet(System.nanoTime() - started);
    }
  }

  /** Runs work as part of a stage. */
  void time(Stage stage, Runnable work) {
    time(
        stage,
        () -> {
          work.run();
          return true;
        });
  }

  void count(Amount what, long number) {
    amounts.get(what).addAndGet(number);
  }

  /** Counts a face, and its worst flaw if it is unreadable. */
  void count(Quality quality) {
    count(Amount.FACES, 1);
    if (!quality.readable()) {
      refused.get(quality.worstFlaw()).incrementAndGet();
    }
  }

  /**
   * Returns the time spent in a stage.
   *
   * @param stage the stage
   * @return the sum over all calls so far
   */
  public Duration time(Stage stage) {
    return Duration.ofNanos(nanos.get(stage).get());
  }

  /**
   * Returns an amount.
   *
   * @param what what was counted
   * @return the count so far
   */
  public long count(Amount what) {
    return amounts.get(what).get();
  }

  /** {@return the number of unreadable faces by their worst flaw} */
  Map<Flaw, Long> refused() {
    Map<Flaw, Long> counts = new EnumMap<>(Flaw.class);
    refused.forEach((flaw, count) -> counts.put(flaw, count.get()));
    return counts;
  }

  /**
   * Returns the workload so far, for the statistics.
   *
   * @param video length of the recordings
   * @param work how long the work took
   * @return these durations with the amounts so far
   */
  ProcessingStatistics workload(Duration video, Duration work) {
    return new ProcessingStatistics(
        video, work, count(Amount.SAMPLES), count(Amount.FACES), count(Amount.CROPS), refused());
  }

  /** {@return stages and amounts on one line, for the log} */
  @Override
  public String toString() {
    String times =
        nanos.keySet().stream()
            .map(
                stage ->
                    String.format(Locale.ROOT, "%s %.1f s", stage, time(stage).toNanos() / 1e9))
            .collect(Collectors.joining(", "));
    String numbers =
        amounts.keySet().stream()
            .map(what -> count(what) + " " + what)
            .collect(Collectors.joining(", "));
    long unreadable = refused().values().stream().mapToLong(Long::longValue).sum();
    return "%s; %s, %d unreadable".formatted(times, numbers, unreadable);
  }
}
