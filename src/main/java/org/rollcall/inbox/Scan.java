package org.rollcall.inbox;

import java.time.Duration;
import java.util.List;

/**
 * The result of one scan of the watched folder. Hidden and temporary files are ignored.
 *
 * @param ready complete recordings, oldest lesson first
 * @param skipped all other files, sorted by name
 * @param settlesIn time until every growing file would be complete if it is not written to again;
 *     zero if none is growing
 */
public record Scan(List<Candidate> ready, List<Skipped> skipped, Duration settlesIn) {
  public Scan {
    ready = List.copyOf(ready);
    skipped = List.copyOf(skipped);
  }

  /** {@return files skipped because their names do not identify a lesson} */
  public List<Skipped> unclear() {
    return skipped.stream().filter(Skipped::unclear).toList();
  }
}
