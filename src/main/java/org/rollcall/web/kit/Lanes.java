package org.rollcall.web.kit;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.rollcall.basics.Daemons;

/**
 * The threads that handle requests, apart by what these may wait for: however long uploads take and
 * however many passwords are guessed, pages are shown and monitoring programs get an answer.
 *
 * <p>Each lane refuses what exceeds its threads and its queue with a {@link
 * java.util.concurrent.RejectedExecutionException}.
 */
public final class Lanes implements AutoCloseable {
  private static final int PAGES = 10;

  /** A school in which everybody opens a page of pictures at once. */
  private static final int WAITING_PAGES = 500;

  /** Passwords are checked one at a time, since each check needs memory. */
  private static final int LOGINS = 2;

  private static final int WAITING_LOGINS = 40;

  /** Each may last for hours on a slow network. */
  private static final int UPLOADS = 16;

  private static final int MONITORS = 2;
  private static final int WAITING_MONITORS = 40;

  private static final int IDLE_SECONDS = 60;

  private final ExecutorService pages =
      lane("page", PAGES, new ArrayBlockingQueue<>(WAITING_PAGES));
  private final ExecutorService logins =
      lane("page-login", LOGINS, new ArrayBlockingQueue<>(WAITING_LOGINS));
  private final ExecutorService uploads = lane("page-upload", UPLOADS, new SynchronousQueue<>());
  private final ExecutorService monitors =
      lane("page-monitor", MONITORS, new ArrayBlockingQueue<>(WAITING_MONITORS));

  Lanes() {}

  private static ExecutorService lane(String name, int threads, BlockingQueue<Runnable> waiting) {
    ThreadPoolExecutor lane =
        new ThreadPoolExecutor(
            threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, waiting, Daemons.named(name));
    lane.allowCoreThreadTimeOut(true);
    return lane;
  }

  /** {@return what handles requests for pages} */
  public ExecutorService pages() {
    return pages;
  }

  /** {@return what handles requests of monitoring programs} */
  public ExecutorService monitors() {
    return monitors;
  }

  ExecutorService logins() {
    return logins;
  }

  /** {@return what takes uploads; none waits for another} */
  ExecutorService uploads() {
    return uploads;
  }

  @Override
  public void close() {
    pages.shutdownNow();
    logins.shutdownNow();
    uploads.shutdownNow();
    monitors.shutdownNow();
  }
}
