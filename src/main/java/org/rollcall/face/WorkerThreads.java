package org.rollcall.face;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rollcall.basics.Daemons;
import org.rollcall.model.RollcallException;

/** A fixed set of threads that live as long as the engine. */
final class WorkerThreads implements AutoCloseable {
  private final ExecutorService threads;

  /**
   * Starts the threads as they are needed.
   *
   * @param first what each of them does before anything else
   */
  WorkerThreads(String name, int count, Runnable first) {
    this.threads =
        Executors.newFixedThreadPool(
            count,
            work ->
                Daemons.thread(
                    name,
                    () -> {
                      first.run();
                      work.run();
                    }));
  }

  /**
   * Does some work in all threads and waits for it.
   *
   * @return the results, in the order of the work
   * @throws RollcallException if the caller is interrupted; work not yet begun is dropped
   */
  <R> List<R> all(List<Callable<R>> work) {
    List<Future<R>> futures = work.stream().map(threads::submit).toList();
    try {
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RollcallException("The work was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      futures.forEach(future -> future.cancel(false));
    }
  }

  /** Waits for work under way: nobody may take its networks away. */
  @Override
  public void close() {
    Daemons.finish(threads);
  }
}
