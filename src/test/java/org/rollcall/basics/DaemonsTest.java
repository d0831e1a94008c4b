package org.rollcall.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DaemonsTest {
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(Daemons.named("helper"));
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch allowed = new CountDownLatch(1);

  @AfterEach
  void end() {
    allowed.countDown();
    executor.shutdownNow();
  }

  @Test
  void named_threads_areDaemonsOfThatName() throws Exception {
    Future<Thread> thread = executor.submit(Thread::currentThread);

    assertThat(thread.get().isDaemon()).isTrue();
    assertThat(thread.get().getName()).isEqualTo("helper");
  }

  @Test
  void finish_callerInterrupted_waitsForTheWorkAndKeepsTheFlag() throws Exception {
    Future<String> work =
        executor.submit(
            () -> {
              allowed.await();
              return "done";
            });
    Thread.currentThread().interrupt();
    Daemons.thread("releasing", allowed::countDown).start();

    Daemons.finish(executor);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(work.get()).isEqualTo("done");
  }

  @Test
  void finish_workThatEndsInTime_isNotInterrupted() throws Exception {
    Future<String> work =
        executor.submit(
            () -> {
              started.countDown();
              allowed.await();
              return "done";
            });
    started.await();
    Daemons.thread("releasing", allowed::countDown).start();

    assertThat(Daemons.finish(executor, Duration.ofMinutes(1))).isTrue();
    assertThat(work.get()).isEqualTo("done");
  }

  @Test
  void finish_workThatTakesTooLong_isInterrupted() throws InterruptedException {
    executor.execute(this::waitForPermission);
    started.await();

    assertThat(Daemons.finish(executor, Duration.ofMillis(1))).isFalse();
    assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void stop_workThatCanBeInterrupted_hasEnded() throws InterruptedException {
    executor.execute(this::waitForPermission);
    started.await();

    assertThat(Daemons.stop(executor, Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void stop_workThatGoesOn_hasNotEndedInTime() throws InterruptedException {
    executor.execute(this::workOn);
    started.await();

    assertThat(Daemons.stop(executor, Duration.ofMillis(1))).isFalse();
  }

  @Test
  void stop_callerInterrupted_keepsTheFlag() throws InterruptedException {
    executor.execute(this::workOn);
    started.await();
    Thread.currentThread().interrupt();

    assertThat(Daemons.stop(executor, Duration.ofMinutes(1))).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  private void waitForPermission() {
    started.countDown();
    try {
      allowed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing but the latch ends it. */
  private void workOn() {
    started.countDown();
    while (allowed.getCount() > 0) {
      Thread.onSpinWait();
    }
  }
}
