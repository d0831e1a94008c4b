package org.rollcall.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rollcall.basics.Extremes;

/**
 * Counts wrong passwords by name, by address, or by both together. After several in a row, each
 * further attempt has to wait, up to 15 minutes and twice as long each time.
 *
 * <p>Thread-safe. Kept in memory only: a restart clears it.
 */
final class WrongGuesses {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  /** More names than anyone types by hand; an attacking program must not fill the memory. */
  private static final int MOST_KEPT = 10_000;

  private final int free;
  private final Clock clock;
  private final Map<String, Guesses> guesses = new HashMap<>();
  private final Set<String> trusted = new HashSet<>();

  private record Guesses(int wrong, Instant until) {}

  /**
   * Starts without any wrong passwords.
   *
   * @param free the wrong password, counted from 1, that is the first to cause a pause
   * @param clock tells the time
   */
  WrongGuesses(int free, Clock clock) {
    this.free = free;
    this.clock = clock;
  }

  /** {@return how long the next attempt has to wait; zero if it need not} */
  synchronized Duration pause(String key) {
    Guesses made = guesses.get(key);
    Instant now = clock.instant();
    return made == null || !made.until.isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, made.until);
  }

  synchronized void wrong(String key) {
    Instant now = clock.instant();
    if (guesses.size() >= MOST_KEPT) {
      guesses.values().removeIf(made -> made.until.plus(LONGEST_PAUSE).isBefore(now));
    }
    if (guesses.size() >= MOST_KEPT) {
      guesses.clear();
    }
    Guesses before = guesses.get(key);
    boolean old = before == null || before.until.plus(LONGEST_PAUSE).isBefore(now);
    int wrong = old ? 1 : before.wrong + 1;
    guesses.put(key, new Guesses(wrong, now.plus(pauseAfter(wrong))));
  }

  synchronized void right(String key) {
    guesses.remove(key);
    if (trusted.size() < MOST_KEPT) {
      trusted.add(key);
    }
  }

  /** {@return whether a right password has been given for the key} */
  synchronized boolean isTrusted(String key) {
    return trusted.contains(key);
  }

  private Duration pauseAfter(int wrong) {
    if (wrong < free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(wrong - free, 10);
    Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    return Extremes.min(pause, LONGEST_PAUSE);
  }
}
