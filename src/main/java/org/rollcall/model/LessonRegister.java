package org.rollcall.model;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.picture.Jpeg;

/**
 * The register of one lesson: everything its sheet shows.
 *
 * @param lesson the lesson
 * @param rows one row per student, in roster order
 * @param unknown faces that match no student of the class
 * @param coverage what was seen of the lesson
 * @param outcome whether the whole recording could be used
 * @param run how the register was produced
 */
public record LessonRegister(
    Lesson lesson,
    List<Row> rows,
    List<UnknownFace> unknown,
    Coverage coverage,
    Outcome outcome,
    RunFacts run) {
  /** Copies the lists. */
  public LessonRegister {
    rows = List.copyOf(rows);
    unknown = List.copyOf(unknown);
  }

  /**
   * Returns the register without pictures that may show somebody who refused consent.
   *
   * @return a copy without unknown faces, without evidence for marks found to be in Review, and
   *     with a warning that says so
   */
  public LessonRegister withheld() {
    return new LessonRegister(
        lesson,
        rows.stream().map(Row::withheld).toList(),
        List.of(),
        coverage,
        outcome,
        run.with(Message.of(Reason.FACES_WITHHELD)));
  }

  /** {@return whether it leaves out pictures that may show somebody who refused consent} */
  public boolean isWithheld() {
    return run.warnings().contains(Message.of(Reason.FACES_WITHHELD));
  }

  /**
   * The row of one student.
   *
   * @param verdict what Rollcall concluded
   * @param portrait the face from the enrolment photo
   * @param evidence the best image of the face in the recording
   * @param correction the teacher's correction of the mark
   */
  public record Row(
      Verdict verdict,
      Optional<Jpeg> portrait,
      Optional<Jpeg> evidence,
      Optional<Correction> correction) {
    /** {@return the mark in force: the teacher's if there is one, else Rollcall's} */
    public Status status() {
      return correction.flatMap(Correction::status).orElse(verdict.status());
    }

    private Row withheld() {
      return verdict.status() == Status.REVIEW
          ? new Row(verdict, portrait, Optional.empty(), correction)
          : this;
    }
  }
}
