package org.rollcall.inbox;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.rollcall.inbox.name.NamedTime;
import org.rollcall.inbox.name.RecordingName;

/**
 * A complete recording waiting to be processed.
 *
 * @param path location of the file
 * @param name its path relative to the watched folder, with {@code /} as the separator
 * @param bytes its size; may be 0 for a file that was never written to
 * @param modified last-modified time of the file
 * @param recording what its name says about the lesson
 */
public record Candidate(
    Path path, String name, long bytes, Instant modified, RecordingName recording) {
  /** Orders by lesson, oldest first, and the chunks of a recording by number. */
  static final Comparator<Candidate> BY_LESSON =
      Comparator.comparing(Candidate::about)
          .thenComparing(candidate -> candidate.recording().part().orElse(0))
          .thenComparing(Candidate::name);

  /** The start, taken from the name or else roughly from the file: good enough for ordering. */
  private LocalDateTime about() {
    return recording
        .start()
        .map(NamedTime::time)
        .orElseGet(() -> LocalDateTime.ofInstant(modified, ZoneOffset.UTC));
  }
}
