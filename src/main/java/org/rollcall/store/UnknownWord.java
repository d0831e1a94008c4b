package org.rollcall.store;

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
public record UnknownWord(Kind kind, Optional<String> student, String author, Instant since) {
  /** What an unknown face can turn out to be. */
  public enum Kind {
    /** A student of the class who was not recognised. */
    STUDENT,
    /** Somebody who belongs to nobody of the class. */
    VISITOR,
    /** No face at all. */
    NO_FACE
  }
}
