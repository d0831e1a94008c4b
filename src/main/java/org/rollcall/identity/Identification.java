package org.rollcall.identity;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.Student;

/**
 * Who was found in a recording.
 *
 * @param matches the students found, each at most once
 * @param unknown persons that are nobody of the class, the most often seen first; only those whose
 *     face is readable in a picture at least
 * @param limit what made a match sure when students were assigned
 */
public record Identification(List<Match> matches, List<PersonCluster> unknown, MatchLimit limit) {
  public Identification {
    matches = List.copyOf(matches);
    unknown = List.copyOf(unknown);
  }

  /**
   * Looks a student up.
   *
   * @param student who
   * @return where the student was found
   */
  public Optional<Match> match(Student student) {
    return matches.stream().filter(m -> m.student().id().equals(student.id())).findFirst();
  }
}
