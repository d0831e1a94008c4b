package org.rollcall.store.ledger;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.rollcall.model.picture.Quality.Flaw;

/**
 * Figures on the processing of one lesson, or the totals of many.
 *
 * @param video total length of the recordings
 * @param work how long the processing took
 * @param samples number of frames analysed
 * @param faces number of faces detected in them
 * @param embedded number of faces embedded
 * @param refused number of faces not used for recognition, by the flaw that ruled them out
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
