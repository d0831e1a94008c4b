package org.rollcall.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A lesson's sheet as Rollcall last read or wrote it.
 *
 * @param modified when the file was last modified, to the millisecond
 * @param sha256 hash of the file
 * @param version identifies what Rollcall wrote, however often people have saved it since; empty
 *     for sheets of earlier versions of Rollcall
 * @param shown the corrections in the sheet by student id; {@link Correction#NONE} for rows without
 */
public record SheetState(
    Instant modified, String sha256, String version, Map<String, Correction> shown) {
  /** Copies the map. */
  public SheetState {
    shown = Map.copyOf(shown);
  }

  /** {@return the corrections in the sheet, by student id} */
  public Map<String, Correction> corrections() {
    Map<String, Correction> corrections = new HashMap<>(shown);
    corrections.values().removeIf(Correction.NONE::equals);
    return corrections;
  }
}
