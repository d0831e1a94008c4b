package org.rollcall.basics;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Threads that work in the background and keep no process alive. */
public final class Daemons {
  private Daemons() {}

  /**
   * Makes a thread.
   *
   * @param name what it is called in a dump of all threads
   * @param work what it does
   * @return the thread, not yet started
   */
  public static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Makes the threads of an executor.
   *
   * @param name what each of them is called
   * @return their factory
   */
  public static ThreadFactory named(String name) {
    return work -> thread(name, work);
  }

  /**
   * Takes no more work, and waits until all that was given is done, however long that takes. An
   * interruption ends nothing and stays known.
   *
   * @param executor does the work
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
   * Interrupts the work under way, drops the rest, and waits a while for the end. An interruption
   * of the caller ends the wait and stays known.
   *
   * @param executor does the work
   * @param patience how long to wait
   * @return whether it has ended
   */
  public static boolean stop(ExecutorService executor, Duration patience) {
    executor.shutdownNow();
    try {
      return executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return executor.isTerminated();
    }
  }
}
