package org.rollcall.model;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known about a recording before any of its frames are decoded.
 *
 * @param sha256 SHA-256 hash of the content, 64 hexadecimal digits
 * @param file last known path, relative to the home folder, with {@code /} as the separator
 * @param start when it starts, in the school's time zone; empty in ledgers of early versions, which
 *     means at the start of its lesson
 * @param length length stated by the file
 * @param camera name of the camera, if the file name gives one
 * @param chunk its number among the files that state the same start, if the file name has one
 * @param remarks remarks for the sheet
 */
public record Inspection(
    String sha256,
    String file,
    Optional<ZonedDateTime> start,
    Optional<Duration> length,
    Optional<String> camera,
    OptionalInt chunk,
    List<Message> remarks) {
  /** Copies the list. */
  public Inspection {
    remarks = List.copyOf(remarks);
  }
}
