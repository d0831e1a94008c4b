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
 * How long the work on a recording spent in each stage, and how much it did there.
 *
 * <p>Times of all threads that call a stage are added up. Stages overlap, so their sum may exceed
 * the time that passed. For any number of threads.
 */
public final class Trace {
  private final Map<Stage, AtomicLong> nanos = counters(Stage.class);
  private final Map<Amount, AtomicLong> amounts = counters(Amount.class);
  private final Map<Flaw, AtomicLong> refused = counters(Flaw.class);

  /** What is timed, in the order of the work. */
  public enum Stage {
    /** Telling the recording by its content. */
    HASH,
    /** Checking the photos of the class, and making templates of them where they have changed. */
    ENROL,
    /** Reading the recording and making pictures of the samples. */
    DECODE,
    /** Finding faces. */
    DETECT,
    /** Cutting faces out, judging their quality, following them. */
    TRACK,
    /** Describing the best crops. */
    EMBED,
    /** Finding out who is who, and the marks. */
    IDENTIFY,
    /** Saving the register, and writing results and sheets. */
    WRITE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is counted. */
  public enum Amount {
    /** Frames that were looked at. */
    SAMPLES,
    /** Faces found in them. */
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

  /** Does a piece of work of a stage, and gives what came of it. */
  <T> T time(Stage stage, Supplier<T> work) {
    long begun = System.nanoTime();
    try {
      return work.get();
    } finally {
      nanos.get(stage).addAndGet(System.nanoTime() - begun);
    }
  }

  /** Does a piece of work of a stage. */
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

  /** Counts a face, and what is wrong with it if it can have no say in who it is. */
  void count(Quality quality) {
    count(Amount.FACES, 1);
    if (!quality.readable()) {
      refused.get(quality.worstFlaw()).incrementAndGet();
    }
  }

  /**
   * The time of a stage.
   *
   * @param stage which one
   * @return the sum over all calls so far
   */
  public Duration time(Stage stage) {
    return Duration.ofNanos(nanos.get(stage).get());
  }

  /**
   * An amount.
   *
   * @param what of what
   * @return the number so far
   */
  public long count(Amount what) {
    return amounts.get(what).get();
  }

  /** {@return how many faces had no say in who they are, by what was wrong with them} */
  public Map<Flaw, Long> refused() {
    Map<Flaw, Long> counts = new EnumMap<>(Flaw.class);
    refused.forEach((flaw, count) -> counts.put(flaw, count.get()));
    return counts;
  }

  /**
   * What the work has come to, for the statistics.
   *
   * @param video length of the recordings
   * @param work how long the work took
   * @return these with the amounts so far
   */
  ProcessingStatistics workload(Duration video, Duration work) {
    return new ProcessingStatistics(
        video, work, count(Amount.SAMPLES), count(Amount.FACES), count(Amount.CROPS), refused());
  }

  /** {@return stages and amounts in a line, for the log} */
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
