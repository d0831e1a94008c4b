package org.rollcall.video;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.rollcall.basics.Daemons;
import org.rollcall.model.RollcallException;

/**
 * Fetches the next things on a thread of its own while the caller works on the one before, so that
 * decoding and detection share the cores.
 *
 * @param <T> what is fetched
 */
public final class ReadAhead<T> implements AutoCloseable {
  /** A frame of 1080p takes 6 MB. */
  private static final int DEPTH = 4;

  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Daemons.named("decoder"));
  private final Queue<Future<Optional<T>>> ahead = new ArrayDeque<>();
  private final Supplier<Optional<T>> source;

  /**
   * Starts reading.
   *
   * @param source gives the things one by one, and empty at and after the end; called from another
   *     thread, one call at a time
   */
  public ReadAhead(Supplier<Optional<T>> source) {
    this.source = source;
    for (int i = 0; i < DEPTH; i++) {
      ahead.add(reader.submit(source::get));
    }
  }

  /**
   * Gives the next thing, or empty at the end.
   *
   * @throws RollcallException if the thread is interrupted, which stays known
   */
  public Optional<T> next() {
    try {
      // A future that is complete already would not look.
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Optional<T> next = ahead.remove().get();
      ahead.add(reader.submit(source::get));
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RollcallException("Rollcall was stopped during processing.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Waits for the call under way, so that the source can be closed after. */
  @Override
  public void close() {
    ahead.forEach(future -> future.cancel(false));
    Daemons.finish(reader);
  }
}
