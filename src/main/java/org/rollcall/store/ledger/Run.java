package org.rollcall.store.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A run over the watched folder: the work of a night, shared by all nodes.
 *
 * @param name a unique name, not blank; that of a nightly run contains when it was due
 * @param started when it started
 * @param until when it stops taking lessons; empty if it continues until nothing is waiting
 * @param node the node on which it started
 */
public record Run(String name, Instant started, Optional<Instant> until, String node) {
  public Run {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
  }

  /**
   * {@return whether the run still takes lessons}
   *
   * @param now the time to test
   */
  public boolean isOpenAt(Instant now) {
    return until.map(now::isBefore).orElse(true);
  }
}
