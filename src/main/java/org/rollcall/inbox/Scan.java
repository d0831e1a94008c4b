package org.rollcall.inbox;

import java.time.Duration;
import java.util.List;

/**
 * What one look into the watched folder found. Hidden and temporary files count as not there.
 *
 * @param ready complete recordings, the oldest lesson first
 * @param skipped everything else, by name
 * @param settlesIn how long until all that still grows would be complete, if nobody writes to it
 *     any more; zero if nothing grows
 */
public record Scan(List<Candidate> ready, List<Skipped> skipped, Duration settlesIn) {
  public Scan {
    ready = List.copyOf(ready);
    skipped = List.copyOf(skipped);
  }

  /** {@return what is skipped because its name does not tell which lesson it shows} */
  public List<Skipped> unclear() {
    return skipped.stream().filter(Skipped::unclear).toList();
  }
}
