package org.rollcall.store.ledger;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.rollcall.model.picture.Quality.Flaw;

/**
 * What the work on a lesson came to, or that on many.
 *
 * @param video length of the recordings
 * @param work how long the work took
 * @param samples frames that were looked at
 * @param faces faces found in them
 * @param embedded faces that were described
 * @param refused faces that had no say in who they are, by what was wrong with them
 */
public record ProcessingStatistics(
    Duration video,
    Duration work,
    long samples,
    long faces,
    long embedded,
    Map<Flaw, Long> refused) {
  /** No work at all. */
  public static final ProcessingStatistics NONE =
      new ProcessingStatistics(Duration.ZERO, Duration.ZERO, 0, 0, 0, Map.of());

  /** Copies the map, in the order of the flaws. */
  public ProcessingStatistics {
    Map<Flaw, Long> ordered = new EnumMap<>(Flaw.class);
    ordered.putAll(refused);
    refused = Collections.unmodifiableMap(ordered);
  }
}
