package org.rollcall.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rollcall.basics.Extremes;

/**
 * Counts wrong passwords by name, by address, or by both together. After several in a row, each
 * further attempt has to wait, up to 15 minutes and twice as long each time.
 *
 * <p>For one thread at a time. Kept in memory only: a restart clears it. The keys that were counted
 * longest ago are forgotten first.
 */
final class WrongGuesses {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  /** More names than anyone types by hand; an attacking program must not fill the memory. */
  private static final int MOST_KEPT = 10_000;

  private final int free;
  private final Clock clock;
  private final Map<String, Guesses> guesses =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guesses> eldest) {
          return size() > MOST_KEPT;
        }
      };

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
  Duration pause(String key) {
    Guesses made = guesses.get(key);
    Instant now = clock.instant();
    return made == null || !made.until.isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, made.until);
  }

  /** Counts an attempt as wrong, before it is known whether it is. */
  void wrong(String key) {
    Instant now = clock.instant();
    Guesses before = guesses.get(key);
    boolean old = before == null || before.until.plus(LONGEST_PAUSE).isBefore(now);
    set(key, old ? 1 : before.wrong + 1);
  }

  /** Takes wrong attempts back. */
  void lower(String key, int attempts) {
    Guesses before = guesses.get(key);
    if (before != null) {
      set(key, Math.max(0, before.wrong - attempts));
    }
  }

  /** Forgets the wrong attempts. */
  void right(String key) {
    guesses.remove(key);
  }

  private void set(String key, int wrong) {
    guesses.put(key, new Guesses(wrong, clock.instant().plus(pauseAfter(wrong))));
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
