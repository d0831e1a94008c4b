package org.rollcall.lesson;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which lessons a recording shows.
 *
 * @param begin when it begins, in the school's time zone
 * @param source what tells that
 * @param camera which camera recorded it, where the name tells that
 * @param part its number among the chunks that state the same begin, where the name has one
 * @param stretches the lessons in their order, without gap and overlap: the first begins with the
 *     recording, the last ends with it
 * @param remarks what is doubtful, a sentence each, for the sheet
 */
record Plan(
    ZonedDateTime begin,
    Source source,
    Optional<String> camera,
    OptionalInt part,
    List<Stretch> stretches,
    List<String> remarks) {
  /** What tells when a recording begins. */
  enum Source {
    /** Its name. */
    NAME,
    /** The creation time in the container. */
    CONTAINER,
    /** The time of the file, less the length of the recording. */
    FILE
  }

  Plan {
    stretches = List.copyOf(stretches);
    remarks = List.copyOf(remarks);
  }
}
