package org.rollcall.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. */
public final class FakeClock extends Clock {
  private Instant now;

  /** Stops at a moment. */
  public FakeClock(Instant now) {
    this.now = now;
  }

  /** Stops at a moment, written like 2026-11-16T09:00:00Z. */
  public static FakeClock at(String now) {
    return new FakeClock(Instant.parse(now));
  }

  /** {@return the time after so much more of it} */
  public Instant pass(Duration time) {
    now = now.plus(time);
    return now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
