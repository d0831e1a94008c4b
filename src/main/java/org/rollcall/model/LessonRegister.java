package org.rollcall.model;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.picture.Jpeg;

/**
 * The register of one lesson: everything that its sheet shows.
 *
 * @param lesson which lesson
 * @param rows a row for each student of the roster, in its order
 * @param unknown faces that belong to nobody of the class
 * @param outcome whether all of the recording could be used
 * @param run how the register came about
 */
public record LessonRegister(
    Lesson lesson, List<Row> rows, List<UnknownFace> unknown, Outcome outcome, RunFacts run) {
  /** Copies the lists. */
  public LessonRegister {
    rows = List.copyOf(rows);
    unknown = List.copyOf(unknown);
  }

  /**
   * The row of one student.
   *
   * @param verdict what Rollcall found out
   * @param portrait the face on the enrolment photo
   * @param evidence the best picture of the face in the recording
   * @param correction what the teacher wrote over the mark
   */
  public record Row(
      Verdict verdict,
      Optional<Jpeg> portrait,
      Optional<Jpeg> evidence,
      Optional<Correction> correction) {
    /** {@return the mark that holds: the teacher's, else Rollcall's} */
    public Status status() {
      return correction.flatMap(Correction::status).orElse(verdict.status());
    }
  }
}
