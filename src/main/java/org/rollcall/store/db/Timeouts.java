package org.rollcall.store.db;

import java.time.Duration;

/**
 * How long to wait for a database.
 *
 * @param turn for others to finish what they write, and for a connection
 * @param answer for the end of a single statement
 */
public record Timeouts(Duration turn, Duration answer) {
  /** Longer than any work of every day takes; a server that is gone is noticed in that time. */
  public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(12));

  /** For what works on whole tables: a backup, a change of the schema. */
  public static final Timeouts LONG = new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(30));

  /** {@return the same, but for how long others may write} */
  Timeouts withTurn(Duration other) {
    return new Timeouts(other, answer);
  }
}
