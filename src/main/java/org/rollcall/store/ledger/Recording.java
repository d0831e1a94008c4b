package org.rollcall.store.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/**
 * A recording and its state in the ledger.
 *
 * @param sha256 hash of the content, 64 hexadecimal digits
 * @param file path at which it was last seen, relative to the home, with {@code /}
 * @param lessons the lessons that it shows, the earliest first; empty until they are known
 * @param state its state
 * @param attempts how often work on its lesson was started since it last ended; attempts that ended
 *     in a temporary failure do not count
 * @param reason why it is in this state; empty for self-explanatory states
 * @param since when it entered this state
 * @param finished when the work ended
 * @param missing whether its file was gone when it was needed
 */
public record Recording(
    String sha256,
    String file,
    List<LessonKey> lessons,
    RecordingState state,
    int attempts,
    Optional<Message> reason,
    Instant since,
    Optional<Instant> finished,
    boolean missing) {
  public Recording {
    lessons = List.copyOf(lessons);
  }

  /** {@return the same recording, whose file was taken away} */
  public Recording removed() {
    return new Recording(
        sha256,
        file,
        lessons,
        RecordingState.REMOVED,
        attempts,
        Optional.of(Message.of(Reason.RECORDINGS_GONE, file)),
        since,
        finished,
        true);
  }

  /** The state of a recording, or of the work on a lesson. */
  public enum RecordingState {
    /** It is waiting to be processed, for the first time or again. */
    WAITING,
    /** It is claimed; processing is about to start. */
    CLAIMED,
    /** It is being processed. */
    RUNNING,
    /** All of it was processed. */
    DONE,
    /** There is a sheet, but part of the recording could not be used. */
    PARTIAL,
    /** There is no sheet. */
    FAILED,
    /** It repeatedly killed the process that worked on it. */
    SET_ASIDE,
    /** Its file was taken away before it was processed; it waits again once that is back. */
    REMOVED;

    /** {@return whether the work has ended} */
    public boolean ended() {
      return this == DONE || this == PARTIAL || this == FAILED || this == SET_ASIDE;
    }
  }
}
