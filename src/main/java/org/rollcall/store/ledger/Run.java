package org.rollcall.store.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A run over the watched folder: the work of a night, shared by all nodes.
 *
 * @param name its own name, not blank; that of a night tells when it was due
 * @param begun when it began
 * @param until when it takes no other lesson; empty if it goes on until nothing waits
 * @param node where it was begun
 */
public record Run(String name, Instant begun, Optional<Instant> until, String node) {
  public Run {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
  }

  /**
   * {@return whether lessons may still be taken}
   *
   * @param now a moment
   */
  public boolean isOpenAt(Instant now) {
    return until.map(now::isBefore).orElse(true);
  }
}
