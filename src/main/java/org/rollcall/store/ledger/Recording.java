package org.rollcall.store.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.LessonKey;

/**
 * What the ledger says of a recording.
 *
 * @param sha256 hash of the content, 64 hexadecimal digits
 * @param file path as it was last seen, relative to the home, with {@code /}
 * @param lessons which lessons it shows, the earliest first; empty as long as nobody knows
 * @param state where it stands
 * @param attempts how often the work on its lesson was begun since it last ended; attempts that a
 *     temporary failure ended do not count
 * @param reason why it is in this state; empty for plain ones
 * @param since when it came into this state
 * @param finished when the work ended
 * @param missing whether its file was gone when it was wanted
 */
public record Recording(
    String sha256,
    String file,
    List<LessonKey> lessons,
    RecordingState state,
    int attempts,
    String reason,
    Instant since,
    Optional<Instant> finished,
    boolean missing) {
  public Recording {
    lessons = List.copyOf(lessons);
  }

  /** Where a recording, or the work on a lesson, stands. */
  public enum RecordingState {
    /** Nobody works on it yet, or it has to be begun again. */
    WAITING,
    /** Somebody will begin at once. */
    CLAIMED,
    /** It is being processed. */
    RUNNING,
    /** All of it was processed. */
    DONE,
    /** There is a sheet, but a part of the recording could not be used. */
    PARTIAL,
    /** There is no sheet. */
    FAILED,
    /** It killed the process that worked on it, more than once. */
    SET_ASIDE;

    /** {@return whether the work has come to an end} */
    public boolean ended() {
      return this == DONE || this == PARTIAL || this == FAILED || this == SET_ASIDE;
    }
  }
}
