package org.rollcall.store.db;

import java.time.Duration;

/**
 * How long to wait for a database.
 *
 * @param lock for other writers to finish, and for a connection
 * @param statement for a single statement to end
 */
public record Timeouts(Duration lock, Duration statement) {
  /**
   * For everyday work: longer than it ever takes, yet short enough to notice a server that is gone.
   */
  public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(12));

  /** For work on whole tables: a backup or a schema migration. */
  public static final Timeouts LONG = new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(30));
}
