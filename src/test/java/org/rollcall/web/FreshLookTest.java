package org.rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.rollcall.testing.FakeClock;

class FreshLookTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-17T02:00:00Z"));
  private final AtomicInteger looks = new AtomicInteger();

  private <T> FreshLook<T> look(Supplier<T> look, Duration patience) {
    return new FreshLook<>(look, clock, LONG, patience);
  }

  @Test
  void get_severalTimesAtOnce_looksOnce() {
    try (FreshLook<Integer> look = look(looks::incrementAndGet, LONG)) {
      assertThat(look.get()).contains(1);
      clock.pass(LONG.minusMillis(1));
      assertThat(look.get()).contains(1);
    }
  }

  @Test
  void get_lookIsNotFreshAnyMore_looksAgain() {
    try (FreshLook<Integer> look = look(looks::incrementAndGet, LONG)) {
      assertThat(look.get()).contains(1);
      clock.pass(LONG);
      assertThat(look.get()).contains(2);
    }
  }

  @Test
  void get_lookHangs_givesUpAndStartsNoOther() {
    CountDownLatch end = new CountDownLatch(1);
    try (FreshLook<Integer> look = look(() -> hang(end), Duration.ofMillis(20))) {
      assertThat(look.get()).isEmpty();
      clock.pass(LONG.multipliedBy(10));
      assertThat(look.get()).isEmpty();
      assertThat(looks).hasValue(1);
    } finally {
      end.countDown();
    }
  }

  @Test
  void get_lookFails_failsAndIsTriedAgainLater() {
    Supplier<Integer> failingOnce =
        () -> {
          if (looks.incrementAndGet() == 1) {
            throw new IllegalArgumentException("odd");
          }
          return looks.get();
        };
    try (FreshLook<Integer> look = look(failingOnce, LONG)) {
      assertThatThrownBy(look::get).rootCause().hasMessage("odd");
      clock.pass(LONG);
      assertThat(look.get()).contains(2);
    }
  }

  private int hang(CountDownLatch end) {
    looks.incrementAndGet();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
