package org.rollcall.identity;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.Student;

/**
 * The result of identifying the students of a lesson.
 *
 * @param matches the students found, each at most once
 * @param unknown persons who match no student of the class, most often seen first; only those whose
 *     face is readable in at least one frame
 * @param limit the limit for a sure match when students were assigned
 */
public record Identification(List<Match> matches, List<PersonCluster> unknown, MatchLimit limit) {
  public Identification {
    matches = List.copyOf(matches);
    unknown = List.copyOf(unknown);
  }

  /**
   * Looks up the match of a student.
   *
   * @param student the student
   * @return the match; empty if the student was not found
   */
  public Optional<Match> match(Student student) {
    return matches.stream().filter(m -> m.student().id().equals(student.id())).findFirst();
  }
}
