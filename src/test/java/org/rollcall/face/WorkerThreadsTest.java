package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.rollcall.model.RollcallException;

class WorkerThreadsTest {
  private final AtomicInteger started = new AtomicInteger();

  @AutoClose
  private final WorkerThreads threads = new WorkerThreads("test", 2, started::incrementAndGet);

  @Test
  void runAll_severalTasks_givesTheirResultsInOrder() {
    List<Callable<Integer>> tasks =
        IntStream.range(0, 20).<Callable<Integer>>mapToObj(i -> () -> i).toList();

    assertThat(threads.runAll(tasks)).isEqualTo(IntStream.range(0, 20).boxed().toList());
  }

  @Test
  void runAll_again_reusesTheThreads() {
    for (int i = 0; i < 10; i++) {
      threads.runAll(List.<Callable<Integer>>of(() -> 1, () -> 2));
    }

    assertThat(started.get()).isBetween(1, 2);
  }

  @Test
  void runAll_taskFails_rethrowsItsException() {
    IllegalArgumentException failure = new IllegalArgumentException("no face");
    Callable<Integer> failing =
        () -> {
          throw failure;
        };

    assertThatThrownBy(() -> threads.runAll(List.of(failing))).isSameAs(failure);
  }

  @Test
  void runAll_interrupted_failsAndKeepsTheFlag() {
    CountDownLatch end = new CountDownLatch(1);
    Callable<Boolean> waiting =
        () -> {
          end.await();
          return true;
        };

    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> threads.runAll(List.of(waiting)))
          .isInstanceOf(RollcallException.class);
      assertThat(Thread.interrupted()).isTrue();
    } finally {
      end.countDown();
    }
  }

  @Test
  void close_taskStillRunning_waitsForIt() {
    CountDownLatch running = new CountDownLatch(1);
    AtomicInteger finished = new AtomicInteger();
    Callable<Integer> slow =
        () -> {
          running.countDown();
          Thread.sleep(100);
          return finished.incrementAndGet();
        };
    Thread caller = new Thread(() -> threads.runAll(List.of(slow)));
    caller.start();
    awaitUninterruptibly(running);

    threads.close();

    assertThat(finished).hasValue(1);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
