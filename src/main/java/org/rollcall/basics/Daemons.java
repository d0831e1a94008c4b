package org.rollcall.basics;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Creates and stops daemon threads, which do not keep the process alive. */
public final class Daemons {
  private Daemons() {}

  /**
   * Creates a daemon thread.
   *
   * @param name its name in thread dumps
   * @param work the task to run
   * @return the thread, not yet started
   */
  public static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Creates a factory of daemon threads for an executor.
   *
   * @param name name of each thread
   * @return the thread factory
   */
  public static ThreadFactory named(String name) {
    return work -> thread(name, work);
  }

  /**
   * Shuts an executor down and waits until all submitted tasks have finished, however long that
   * takes. An interrupt does not end the wait; the interrupt status is restored afterwards.
   *
   * @param executor the executor
   */
  public static void finish(ExecutorService executor) {
    executor.shutdown();
    boolean interrupted = false;
    while (!executor.isTerminated()) {
      try {
        executor.awaitTermination(1, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Shuts an executor down and waits for the running tasks to finish; they are interrupted only if
   * that takes too long. If the caller is interrupted, the wait ends and the interrupt status is
   * restored.
   *
   * @param executor the executor
   * @param timeout maximum time to wait
   * @return whether all tasks have finished by themselves
   */
  public static boolean finish(ExecutorService executor, Duration timeout) {
    executor.shutdown();
    try {
      return executor.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return executor.isTerminated();
    } finally {
      executor.shutdownNow();
    }
  }

  /**
   * Interrupts the running tasks, drops the queued ones, and waits for the executor to terminate.
   * If the caller is interrupted, the wait ends and the interrupt status is restored.
   *
   * @param executor the executor
   * @param timeout maximum time to wait
   * @return whether the executor has terminated
   */
  public static boolean stop(ExecutorService executor, Duration timeout) {
    executor.shutdownNow();
    try {
      return executor.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return executor.isTerminated();
    }
  }
}
