package org.rollcall.inbox;

import java.time.Duration;
import java.util.Optional;

/**
 * When a recording is complete, and when the watched folder is there at all.
 *
 * @param when the sign that a recording is complete
 * @param stillFor how long size and time of a file must not have changed before it is taken, where
 *     that is the sign (0 to 1 day)
 * @param sentinel name of a file that lies in the watched folder whenever its share is connected;
 *     empty if the folder is always there
 */
public record ReadinessSettings(When when, Duration stillFor, Optional<String> sentinel) {
  /** What holds when nothing is set. */
  public static final ReadinessSettings DEFAULT =
      new ReadinessSettings(When.STILL, Duration.ofSeconds(30), Optional.empty());

  /** The sign that a recording is complete. */
  public enum When {
    /** Its size and time have not changed for a while: whatever copies need not know Rollcall. */
    STILL,
    /**
     * It carries a recording's extension: whatever copies writes under a temporary or hidden name
     * first, and renames at the end.
     */
    RENAMED,
    /**
     * A file called like it, with or without its own extension, and then {@code .done} lies beside
     * it and is not older than it.
     */
    MARKED
  }

  public ReadinessSettings {
    if (stillFor.isNegative() || stillFor.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "stillFor must be 0 s to 1 day, got %d s".formatted(stillFor.toSeconds()));
    }
    sentinel.ifPresent(ReadinessSettings::checkName);
  }

  private static void checkName(String name) {
    if (name.isBlank() || name.matches("\\.{1,2}|.*[/\\\\\0].*")) {
      throw new IllegalArgumentException(
          "sentinel must be the name of a file, without a folder, got '%s'".formatted(name));
    }
  }
}
