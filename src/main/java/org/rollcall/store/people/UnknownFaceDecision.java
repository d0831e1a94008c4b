package org.rollcall.store.people;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody said of an unknown face in a lesson.
 *
 * @param kind what it is
 * @param student id of the student; empty for all other kinds
 * @param author who said so
 * @param since when
 */
public record UnknownFaceDecision(
    DecisionKind kind, Optional<String> student, String author, Instant since) {
  /** What an unknown face can turn out to be. */
  public enum DecisionKind {
    /** A student of the class who was not recognised. */
    STUDENT,
    /** Somebody who belongs to nobody of the class. */
    VISITOR,
    /** No face at all. */
    NO_FACE
  }
}
