package org.rollcall.model.evaluation;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rollcall.model.Student;

/**
 * A question whose answer is known: was this student in this lesson, or who is on this photo?
 *
 * @param set name of the test set that it belongs to
 * @param subject what it is about, for people: a student, or a photo
 * @param actual the student who was there, or is on the photo; empty for a student who was absent,
 *     and for a stranger
 * @param answer the student who was recognised; empty for nobody
 * @param sure whether the answer holds without a look by a person
 * @param conditions what made it easy or hard
 * @param errors how far the times are off; empty where no times are known
 */
public record Trial(
    String set,
    String subject,
    Optional<Student> actual,
    Optional<Student> answer,
    boolean sure,
    Conditions conditions,
    Optional<TimeErrors> errors) {
  /**
   * What makes a face easy or hard to recognise.
   *
   * @param facePixels width of the face; empty where none was seen
   * @param light mean brightness of the picture (of the face, on photos), 0 (black) to 255 (white)
   * @param sightings number of sampled frames with the face; 0 where it was not recognised
   */
  public record Conditions(OptionalDouble facePixels, double light, int sightings) {}

  /**
   * How far the times of a lesson are off.
   *
   * @param first time of the first sighting after the true one; negative if before
   * @param last time of the last sighting after the true one; negative if before
   */
  public record TimeErrors(Duration first, Duration last) {}

  /** How a trial can end. */
  public enum TrialOutcome {
    /** A student who was there is marked so. */
    FOUND("found"),
    /** A student who was there is left to a person: counts as half found. */
    REVIEW("to review"),
    /** A student who was there is not recognised, or taken for another one. */
    MISSED("missed"),
    /** Somebody who is nobody of the class, or was absent, is not taken for present. */
    REJECTED("rightly not marked"),
    /** The same, but a person has to look. */
    FALSE_REVIEW("to review, was not there"),
    /** Somebody who was absent, or nobody of the class, is marked present. */
    FALSE_PRESENT("marked present, was not there");

    private final String title;

    TrialOutcome(String title) {
      this.title = title;
    }

    /** {@return the words for people} */
    public String title() {
      return title;
    }
  }

  /** {@return how it ended} */
  public TrialOutcome outcome() {
    if (actual.isEmpty()) {
      return answer.isEmpty()
          ? TrialOutcome.REJECTED
          : sure ? TrialOutcome.FALSE_PRESENT : TrialOutcome.FALSE_REVIEW;
    }
    if (!answer.equals(actual)) {
      return TrialOutcome.MISSED;
    }
    return sure ? TrialOutcome.FOUND : TrialOutcome.REVIEW;
  }

  /** {@return whether a student is surely taken for another one} */
  public boolean confused() {
    return sure && actual.isPresent() && answer.isPresent() && !answer.equals(actual);
  }
}
