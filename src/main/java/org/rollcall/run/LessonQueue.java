package org.rollcall.run;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rollcall.desk.ClassRegisters;
import org.rollcall.home.Installation;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Claims;
import org.rollcall.store.ledger.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes lessons in parallel, as many at a time as the workers allow, until none is due. While
 * other processes work on lessons it waits, and takes their lessons over if they die.
 */
final class LessonQueue {
  private static final Logger LOG = LoggerFactory.getLogger(LessonQueue.class);
  private static final long POLL_MILLIS = 500;

  private final Installation installation;
  private final Claims claims;
  private final WorkQueue queue;
  private final Workers workers;
  private final RunListener listener;
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();

  LessonQueue(Installation installation, Workers workers, RunListener listener) {
    this.installation = installation;
    this.claims = installation.store().claims();
    this.queue = installation.store().workQueue();
    this.workers = workers;
    this.listener = listener;
  }

  /**
   * Processes lessons until none is due.
   *
   * @param options set the time from which no more lessons are started
   * @throws RollcallException if no more lessons can be started, for want of disk space for
   *     instance; lessons in progress are finished first
   */
  void work(FootageRun.Options options) {
    int parallel = workers.parallel();
    if (parallel == 1) {
      processUntilNoneDue(options);
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(parallel);
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (int i = 0; i < parallel; i++) {
        tasks.add(threads.submit(() -> processUntilNoneDue(options)));
      }
      await(tasks, threads);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(List<Future<?>> tasks, ExecutorService threads) {
    RuntimeException failure = null;
    boolean interrupted = false;
    Queue<Future<?>> running = new ArrayDeque<>(tasks);
    while (!running.isEmpty()) {
      try {
        running.element().get();
        running.remove();
      } catch (InterruptedException e) {
        interrupted = true;
        threads.shutdownNow();
      } catch (ExecutionException e) {
        running.remove();
        failure = first(failure, e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** {@return the first failure, which carries those of the other threads} */
  private static RuntimeException first(RuntimeException before, ExecutionException next) {
    RuntimeException failure =
        next.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(next);
    if (before == null) {
      return failure;
    }
    if (before != failure) {
      before.addSuppressed(failure);
    }
    return before;
  }

  private void processUntilNoneDue(FootageRun.Options options) {
    while (!Thread.currentThread().isInterrupted() && !isOver(options)) {
      for (LessonKey lesson : claims.recover(tokens)) {
        LOG.warn("{} is waiting again: the process that was working on it is gone", lesson);
      }
      SpaceForLessons.require(installation.home(), workers.parallel());
      Optional<Claim> claim = claims.next();
      if (claim.isPresent()) {
        work(claim.get());
      } else if (!queue.anyLive() || !pause()) {
        return;
      }
    }
  }

  private boolean isOver(FootageRun.Options options) {
    Instant now = installation.clock().instant();
    return options.until().filter(end -> !now.isBefore(end)).isPresent();
  }

  private void work(Claim claim) {
    tokens.add(claim.token());
    ClaimRenewal renewal = ClaimRenewal.start(claims, claim);
    try (renewal) {
      LessonReport report = workers.work(claim, listener.progress(claim));
      writeRegisterAfterLast(claim.lesson().className());
      synchronized (listener) {
        listener.ended(report);
      }
    } finally {
      tokens.remove(claim.token());
    }
  }

  /**
   * Writes the register of a class after its last lesson: once per run, without waiting until the
   * lessons of all classes are done.
   */
  private void writeRegisterAfterLast(String className) {
    if (!queue.anyLeft(className)) {
      new ClassRegisters(installation.home(), installation.store()).writeDue(className);
    }
  }

  /** {@return whether to carry on; false if the thread was interrupted} */
  private static boolean pause() {
    try {
      Thread.sleep(POLL_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
