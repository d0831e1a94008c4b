package org.rollcall.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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

  /**
   * Whether the file is still the one that was found: to be asked when it has been read, because a
   * copy that pauses for longer than anybody thought looks complete in between.
   *
   * @return false if its size or time has changed, or if it is gone
   */
  public boolean isUnchanged() {
    try {
      BasicFileAttributes now =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return now.size() == bytes && now.lastModifiedTime().toInstant().equals(modified);
    } catch (IOException e) {
      return false;
    }
  }

  /** When it began, by its name or roughly by its file: good enough to choose an order. */
  private LocalDateTime about() {
    return recording.begin().orElseGet(() -> LocalDateTime.ofInstant(modified, ZoneOffset.UTC));
  }
}
