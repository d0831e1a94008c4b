package org.rollcall.identity;

import java.util.Optional;
import org.rollcall.model.Message;
import org.rollcall.model.Student;

/**
 * A student matched with a person in a lesson.
 *
 * @param student the student
 * @param person the tracks that show the student
 * @param score similarity in standard deviations above strangers
 * @param confidence 0..1; 0.95 exactly at the limit for a sure match
 * @param doubt why the match needs a review; empty for a sure match
 */
public record Match(
    Student student,
    PersonCluster person,
    double score,
    double confidence,
    Optional<Message> doubt) {
  /** {@return whether the match is sure, so that it needs no review} */
  public boolean sure() {
    return doubt.isEmpty();
  }
}
