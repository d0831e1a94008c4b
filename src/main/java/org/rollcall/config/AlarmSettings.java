package org.rollcall.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When somebody should be told that the installation needs a look, and how.
 *
 * @param nightGrace how long after a night's begin, or after its window where it has one, its run
 *     may come to its end (10 minutes to 2 days)
 * @param waiting how many recordings may wait (1 to 100000)
 * @param oldest how long a recording may wait (1 hour to 60 days)
 * @param freeSpace how much space must be free, in gigabytes of 10^9 bytes (0 to 100000)
 * @param command program and arguments that are told of an alarm; empty for none
 * @param mailTo addresses that get a mail with an alarm; empty for none
 */
public record AlarmSettings(
    Duration nightGrace,
    int waiting,
    Duration oldest,
    int freeSpace,
    Optional<List<String>> command,
    Optional<List<String>> mailTo) {
  /** What holds when nothing is set. */
  public static final AlarmSettings DEFAULT =
      new AlarmSettings(
          Duration.ofHours(6), 50, Duration.ofDays(2), 5, Optional.empty(), Optional.empty());

  private static final int MOST = 100_000;

  public AlarmSettings {
    check("nightGrace", nightGrace, Duration.ofMinutes(10), Duration.ofDays(2));
    check("oldest", oldest, Duration.ofHours(1), Duration.ofDays(60));
    if (waiting < 1 || waiting > MOST) {
      throw new IllegalArgumentException("waiting must be 1 to 100000, got " + waiting);
    }
    if (freeSpace < 0 || freeSpace > MOST) {
      throw new IllegalArgumentException("freeSpace must be 0 to 100000, got " + freeSpace);
    }
    command = command.map(List::copyOf);
    mailTo = mailTo.map(List::copyOf);
    if (command.filter(List::isEmpty).isPresent()) {
      throw new IllegalArgumentException("command must name a program");
    }
  }

  private static void check(String name, Duration value, Duration shortest, Duration longest) {
    if (value.compareTo(shortest) < 0 || value.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "%s must be %d s to %d s, got %d s"
              .formatted(name, shortest.toSeconds(), longest.toSeconds(), value.toSeconds()));
    }
  }
}
