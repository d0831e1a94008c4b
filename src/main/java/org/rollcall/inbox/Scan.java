package org.rollcall.inbox;

import java.util.List;

/**
 * What one look into the watched folder found. Hidden and temporary files count as not there.
 *
 * @param ready complete recordings, the oldest lesson first
 * @param skipped everything else, by name
 */
public record Scan(List<Candidate> ready, List<Skipped> skipped) {
  public Scan {
    ready = List.copyOf(ready);
    skipped = List.copyOf(skipped);
  }
}
