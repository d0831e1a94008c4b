package org.rollcall.store.people;

import java.time.Instant;
import java.util.Optional;

/**
 * A user's decision about an unknown face in a lesson.
 *
 * @param kind what the face is
 * @param student id of the student; empty for all other kinds
 * @param author who decided
 * @param since when
 */
public record UnknownFaceDecision(
    DecisionKind kind, Optional<String> student, String author, Instant since) {
  /** What an unknown face can turn out to be. */
  public enum DecisionKind {
    /** A student of the class who was not recognised. */
    STUDENT,
    /** An unknown person, who is not a student of the class. */
    VISITOR,
    /** No face at all. */
    NO_FACE
  }
}
