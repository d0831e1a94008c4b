package org.rollcall.model;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a recording before its pictures are looked at.
 *
 * @param sha256 hash of the content, 64 hexadecimal digits
 * @param file path as it was last seen, relative to the home, with {@code /}
 * @param start when it starts, in the school's time zone; empty in ledgers of early versions: with
 *     its lesson
 * @param length how long it says it is
 * @param camera name of the camera, where the name of the file tells
 * @param chunk its number among the files that state the same start, where its name has one
 * @param remarks what the sheet should say of it, a sentence each
 */
public record Inspection(
    String sha256,
    String file,
    Optional<ZonedDateTime> start,
    Optional<Duration> length,
    Optional<String> camera,
    OptionalInt chunk,
    List<String> remarks) {
  /** Copies the list. */
  public Inspection {
    remarks = List.copyOf(remarks);
  }
}
