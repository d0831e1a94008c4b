package org.rollcall.inbox;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;

/**
 * A complete recording that waits.
 *
 * @param path where it lies
 * @param name its path below the watched folder, with {@code /} between the parts
 * @param bytes its size; nothing may ever have been written to it
 * @param modified when it was last written to, by its own account
 * @param recording which lesson it shows
 */
public record Candidate(
    Path path, String name, long bytes, Instant modified, RecordingName recording) {
  /** By the lesson: the oldest first, and the chunks of a recording in their order. */
  static final Comparator<Candidate> BY_LESSON =
      Comparator.comparing(Candidate::about)
          .thenComparing(candidate -> candidate.recording().part().orElse(0))
          .thenComparing(Candidate::name);

  /** When it began, by its name or roughly by its file: good enough to choose an order. */
  private LocalDateTime about() {
    return recording.begin().orElseGet(() -> LocalDateTime.ofInstant(modified, ZoneOffset.UTC));
  }
}
