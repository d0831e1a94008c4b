package org.rollcall.identity;

import org.rollcall.model.Student;

/**
 * A student found among the persons of a lesson.
 *
 * @param student who
 * @param person the tracks that show the student
 * @param score how alike they are, in standard deviations above strangers
 * @param confidence 0..1; 0.95 just at the limit for a sure match
 * @param doubt why a person should look at it; empty for a sure match
 */
public record Match(
    Student student, PersonCluster person, double score, double confidence, String doubt) {
  /** {@return whether nobody needs to look at it} */
  public boolean sure() {
    return doubt.isEmpty();
  }
}
