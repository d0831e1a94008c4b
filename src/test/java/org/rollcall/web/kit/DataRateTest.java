package org.rollcall.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DataRateTest {
  private final AtomicLong nanos = new AtomicLong(-5);
  private final DataRate rate = new DataRate(nanos::get);

  private boolean after(int seconds, long bytes) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    return rate.isEnough(bytes);
  }

  @Test
  void isEnough_byteByByte_isNotAfterAMinute() {
    for (int second = 0; second < 56; second += 8) {
      assertThat(after(8, 1)).isTrue();
    }
    assertThat(after(8, 1)).isFalse();
  }

  @Test
  void isEnough_slowButSteady_isForHours() {
    for (int minute = 0; minute < 300; minute++) {
      assertThat(after(30, 40_000)).isTrue();
    }
  }

  @Test
  void isEnough_fastAtFirst_buysNoTimeLater() {
    assertThat(after(1, 1L << 30)).isTrue();
    assertThat(after(60, 1)).isTrue();

    assertThat(after(60, 1)).isFalse();
  }
}
