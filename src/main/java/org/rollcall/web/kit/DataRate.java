package org.rollcall.web.kit;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells senders that are merely slow from those that only hold a connection. For one thread. */
final class DataRate {
  /** Slow networks have gaps. */
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** A tenth of what the slowest mobile network brings. */
  private static final long LEAST_IN_WINDOW = 64L << 10;

  private final LongSupplier nanos;
  private long started;
  private long bytes;

  /**
   * Starts to count.
   *
   * @param nanos tells the time, as {@link System#nanoTime} does
   */
  DataRate(LongSupplier nanos) {
    this.nanos = nanos;
    this.started = nanos.getAsLong();
  }

  /**
   * Counts what has arrived.
   *
   * @return whether the sender is fast enough
   */
  boolean isEnough(long arrived) {
    bytes += arrived;
    long now = nanos.getAsLong();
    if (now - started < WINDOW.toNanos()) {
      return true;
    }
    boolean enough = bytes >= LEAST_IN_WINDOW;
    started = now;
    bytes = 0;
    return enough;
  }
}
