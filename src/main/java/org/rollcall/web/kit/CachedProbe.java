package org.rollcall.web.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.rollcall.basics.Daemons;
import org.rollcall.model.RollcallException;

/**
 * The result of a slow measurement, measured on demand and kept for a while. It is measured in a
 * thread of its own, so that a disk that hangs blocks no request for longer than the timeout.
 *
 * <p>For any number of threads.
 *
 * @param <T> type of the result
 */
public final class CachedProbe<T> implements AutoCloseable {
  private final Supplier<T> probe;
  private final Clock clock;
  private final Duration lifetime;
  private final Duration timeout;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Daemons.named("page-probe"));
  private Optional<Measurement<T>> latest = Optional.empty();
  private Optional<Reading<T>> finished = Optional.empty();

  /**
   * A finished measurement.
   *
   * @param <T> type of the result
   * @param value the result
   * @param at when it was started
   */
  public record Reading<T>(T value, Instant at) {}

  private record Measurement<T>(Instant started, CompletableFuture<T> result) {}

  /**
   * Makes a probe that has not measured anything yet.
   *
   * @param probe measures
   * @param clock tells how old a result is
   * @param lifetime how long a result is kept
   * @param timeout how long {@link #get} waits for one
   */
  public CachedProbe(Supplier<T> probe, Clock clock, Duration lifetime, Duration timeout) {
    this.probe = probe;
    this.clock = clock;
    this.lifetime = lifetime;
    this.timeout = timeout;
  }

  /**
   * Gives the kept result, or a new one if it is too old.
   *
   * @return the result; empty if it is not there within the timeout
   * @throws RollcallException if the measurement failed with one
   */
  public Optional<T> get() {
    try {
      return Optional.of(current().result().get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RollcallException failure) {
        throw failure;
      }
      throw new IllegalStateException("A measurement failed", e.getCause());
    }
  }

  /**
   * Gives what {@link #get} does or, while that takes too long, the last result there was.
   *
   * @return the result with its time; empty if there is none yet
   * @throws RollcallException if the measurement failed with one
   */
  public Optional<Reading<T>> getOrLast() {
    Measurement<T> current = current();
    Optional<T> value = get();
    synchronized (this) {
      value.ifPresent(fresh -> finished = Optional.of(new Reading<>(fresh, current.started())));
      return finished;
    }
  }

  /** Forgets the kept result, so that the next one is new. */
  public synchronized void refresh() {
    latest = latest.filter(measurement -> !measurement.result().isDone());
  }

  /** One measurement at a time: others would pile up behind one that hangs. */
  private synchronized Measurement<T> current() {
    Instant now = clock.instant();
    if (latest.isEmpty() || isExpired(latest.get(), now)) {
      latest = Optional.of(new Measurement<>(now, CompletableFuture.supplyAsync(probe, thread)));
    }
    return latest.get();
  }

  private boolean isExpired(Measurement<T> taken, Instant now) {
    return taken.result().isDone() && !taken.started().plus(lifetime).isAfter(now);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
