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

/** A fixed pool of daemon threads that live as long as the engine. */
final class WorkerThreads implements AutoCloseable {
  private final ExecutorService threads;

  /**
   * Starts no thread before it is needed.
   *
   * @param first run by each thread before its first task
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
   * Runs tasks on the threads and waits for all of them. A task's unchecked exception is rethrown.
   *
   * @return the results, in the order of the tasks
   * @throws RollcallException if the caller is interrupted; tasks not yet started are dropped
   */
  <R> List<R> runAll(List<Callable<R>> tasks) {
    List<Future<R>> futures = tasks.stream().map(threads::submit).toList();
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

  /** Waits for running tasks, whose networks must not be closed under them. */
  @Override
  public void close() {
    Daemons.finish(threads);
  }
}
