package org.rollcall.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.rollcall.testing.FakeClock;

class CachedProbeTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-17T02:00:00Z"));
  private final AtomicInteger measurements = new AtomicInteger();

  private <T> CachedProbe<T> probe(Supplier<T> measure, Duration timeout) {
    return new CachedProbe<>(measure, clock, LONG, timeout);
  }

  @Test
  void get_severalTimesAtOnce_measuresOnce() {
    try (CachedProbe<Integer> probe = probe(measurements::incrementAndGet, LONG)) {
      assertThat(probe.get()).contains(1);
      clock.pass(LONG.minusMillis(1));
      assertThat(probe.get()).contains(1);
    }
  }

  @Test
  void get_resultTooOld_measuresAgain() {
    try (CachedProbe<Integer> probe = probe(measurements::incrementAndGet, LONG)) {
      assertThat(probe.get()).contains(1);
      clock.pass(LONG);
      assertThat(probe.get()).contains(2);
    }
  }

  @Test
  void get_measurementHangs_givesUpAndStartsNoOther() {
    CountDownLatch end = new CountDownLatch(1);
    try (CachedProbe<Integer> probe = probe(() -> hang(end), Duration.ofMillis(20))) {
      assertThat(probe.get()).isEmpty();
      clock.pass(LONG.multipliedBy(10));
      assertThat(probe.get()).isEmpty();
      assertThat(measurements).hasValue(1);
    } finally {
      end.countDown();
    }
  }

  @Test
  void getOrLast_newMeasurementHangs_givesTheLastOneWithItsTime() {
    CountDownLatch end = new CountDownLatch(1);
    Supplier<Integer> slowAtLast =
        () -> measurements.get() > 0 ? hang(end) : measurements.incrementAndGet();
    try (CachedProbe<Integer> probe = probe(slowAtLast, Duration.ofMillis(500))) {
      Instant first = clock.instant();
      assertThat(probe.getOrLast()).contains(new CachedProbe.Reading<>(1, first));
      clock.pass(LONG);

      assertThat(probe.getOrLast()).contains(new CachedProbe.Reading<>(1, first));
    } finally {
      end.countDown();
    }
  }

  @Test
  void refresh_keptResult_isMeasuredAgain() {
    try (CachedProbe<Integer> probe = probe(measurements::incrementAndGet, LONG)) {
      assertThat(probe.get()).contains(1);
      probe.refresh();
      assertThat(probe.get()).contains(2);
    }
  }

  @Test
  void get_measurementFails_failsAndIsTriedAgainLater() {
    Supplier<Integer> failingOnce =
        () -> {
          if (measurements.incrementAndGet() == 1) {
            throw new IllegalArgumentException("odd");
          }
          return measurements.get();
        };
    try (CachedProbe<Integer> probe = probe(failingOnce, LONG)) {
      assertThatThrownBy(probe::get).rootCause().hasMessage("odd");
      clock.pass(LONG);
      assertThat(probe.get()).contains(2);
    }
  }

  private int hang(CountDownLatch end) {
    measurements.incrementAndGet();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
