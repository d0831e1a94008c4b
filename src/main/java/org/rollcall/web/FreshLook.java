package org.rollcall.web;

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
 * A look that is taken when somebody asks, but not again while the last one is fresh. It is taken
 * in a thread of its own, so that a disc that hangs makes nobody wait for longer than set.
 *
 * <p>For any number of threads.
 *
 * @param <T> what can be seen
 */
final class FreshLook<T> implements AutoCloseable {
  private final Supplier<T> look;
  private final Clock clock;
  private final Duration fresh;
  private final Duration patience;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Daemons.named("page-look"));
  private Optional<Look<T>> latest = Optional.empty();

  private record Look<T>(Instant begun, CompletableFuture<T> result) {}

  /**
   * Takes no look yet.
   *
   * @param look takes one
   * @param clock tells how old it is
   * @param fresh how long it is good for
   * @param patience how long somebody who asks waits for it
   */
  FreshLook(Supplier<T> look, Clock clock, Duration fresh, Duration patience) {
    this.look = look;
    this.clock = clock;
    this.fresh = fresh;
    this.patience = patience;
  }

  /**
   * Looks, or gives what was seen last.
   *
   * @return what can be seen; empty if that takes too long
   * @throws RollcallException if the look found no more than a reason
   */
  Optional<T> get() {
    try {
      return Optional.of(current().get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RollcallException trouble) {
        throw trouble;
      }
      throw new IllegalStateException("A look failed", e.getCause());
    }
  }

  /** One look at a time: behind one that hangs, others would pile up. */
  private synchronized CompletableFuture<T> current() {
    Instant now = clock.instant();
    if (latest.isEmpty() || isStale(latest.get(), now)) {
      latest = Optional.of(new Look<>(now, CompletableFuture.supplyAsync(look, thread)));
    }
    return latest.get().result();
  }

  private boolean isStale(Look<T> taken, Instant now) {
    return taken.result().isDone() && !taken.begun().plus(fresh).isAfter(now);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
