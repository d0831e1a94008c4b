package org.rollcall.model.evaluation;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rollcall.model.Student;

/**
 * A test question with a known answer: was this student in this lesson, or who is in this photo?
 *
 * @param set name of the test set
 * @param subject what is asked about, worded for people: a student or a photo
 * @param actual the student who was there or is in the photo; empty for an absent student and for
 *     an unknown person
 * @param answer the student who was recognised; empty if none was
 * @param sure whether the answer stands without a person's decision
 * @param conditions the conditions under which recognition took place
 * @param errors errors of the measured times; empty if the true times are unknown
 * @param group the group of the person asked about; empty if the evaluation is not by groups
 */
public record Trial(
    String set,
    String subject,
    Optional<Student> actual,
    Optional<Student> answer,
    boolean sure,
    Conditions conditions,
    Optional<TimeErrors> errors,
    Optional<TrialGroup> group) {
  /**
   * Conditions that make a face easy or hard to recognise.
   *
   * @param facePixels width of the face in pixels; empty if none was seen
   * @param light mean brightness of the image (in photos, of the face), 0 (black) to 255 (white)
   * @param sightings number of sampled frames that show the face; 0 if it was not recognised
   */
  public record Conditions(OptionalDouble facePixels, double light, int sightings) {}

  /**
   * Errors of the times measured in a lesson.
   *
   * @param first measured minus true time of the first sighting; negative if too early
   * @param last measured minus true time of the last sighting; negative if too early
   */
  public record TimeErrors(Duration first, Duration last) {}

  /**
   * One of the groups by which a school wants the figures broken down.
   *
   * @param column heading of the column that tells the groups apart, such as {@code region}
   * @param value what the column says of the person; empty if nothing
   */
  public record TrialGroup(String column, String value) {}

  /** The outcome of a trial. */
  public enum TrialOutcome {
    /** A student who was there is marked as such. */
    FOUND("found"),
    /** A student who was there is left to a person: counts as half a hit. */
    REVIEW("in Review"),
    /** A student who was there was not recognised, or was taken for another student. */
    MISSED("missed"),
    /** An absent student or unknown person is not marked present. */
    REJECTED("correctly not marked"),
    /** An absent student or unknown person is left to a person to decide. */
    FALSE_REVIEW("in Review, was absent"),
    /** An absent student or unknown person is marked present. */
    FALSE_PRESENT("marked present, was absent");

    private final String title;

    TrialOutcome(String title) {
      this.title = title;
    }

    /** {@return the wording for people} */
    public String title() {
      return title;
    }
  }

  /** {@return the outcome of this trial} */
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

  /** {@return whether a student was confidently taken for another one} */
  boolean confused() {
    return sure && actual.isPresent() && answer.isPresent() && !answer.equals(actual);
  }
}
