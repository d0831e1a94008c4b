package org.rollcall.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.evaluation.Truth;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Status;
import org.rollcall.model.Student;

/**
 * What Rollcall says of a made lesson, beside what really happened there. Teachers' corrections do
 * not count.
 *
 * @param lines a line for each student, in the order of the roster
 * @param strangers how many people were there without being on the roster
 * @param unknownFaces how many people Rollcall saw who are nobody of the class
 */
public record Comparison(List<ComparisonLine> lines, int strangers, int unknownFaces) {
  /** Copies the list. */
  public Comparison {
    lines = List.copyOf(lines);
  }

  /**
   * One student.
   *
   * @param student who
   * @param truth the right mark
   * @param found Rollcall's mark
   */
  public record ComparisonLine(Student student, Status truth, Status found) {}

  /**
   * Compares a register with the truth. Students that only one of them knows are left out.
   *
   * @param truth what happened
   * @param register what Rollcall made of it
   * @return both, student by student
   */
  public static Comparison of(Truth truth, LessonRegister register) {
    Map<String, Status> found = new HashMap<>();
    register.rows().stream()
        .map(LessonRegister.Row::verdict)
        .forEach(verdict -> found.put(verdict.student().id(), verdict.status()));
    List<ComparisonLine> lines =
        truth.attendance().stream()
            .filter(attendance -> found.containsKey(attendance.student().id()))
            .map(
                attendance ->
                    new ComparisonLine(
                        attendance.student(),
                        truth.status(attendance),
                        found.get(attendance.student().id())))
            .toList();
    return new Comparison(lines, truth.strangers().size(), register.unknown().size());
  }

  /** {@return how many students have this mark in truth} */
  public int inTruth(Status truth) {
    return (int) lines.stream().filter(line -> line.truth == truth).count();
  }

  /** {@return how many students have this mark in truth, and in the sheet as well} */
  public int right(Status truth) {
    return (int) lines.stream().filter(line -> line.truth == truth && line.found == truth).count();
  }

  /** {@return how many students were there, at least for a part of the lesson} */
  public int came() {
    return (int) lines.stream().filter(line -> line.truth.attended()).count();
  }

  /** {@return of the students who were there, how many are marked so} */
  public int found() {
    return (int)
        lines.stream().filter(line -> line.truth.attended() && line.found.attended()).count();
  }

  /**
   * Counts the students who are left to a person.
   *
   * @param came whether those who were there are meant, or those who were not
   * @return how many are in review
   */
  public int inReview(boolean came) {
    return (int)
        lines.stream()
            .filter(line -> line.truth.attended() == came && line.found == Status.REVIEW)
            .count();
  }

  /** {@return of the students who were there, how many are marked absent} */
  public int missed() {
    return came() - found() - inReview(true);
  }

  /** {@return of the students who were not there, how many are marked as if they had been} */
  public int invented() {
    return (int)
        lines.stream().filter(line -> !line.truth.attended() && line.found.attended()).count();
  }

  /** {@return the students whose mark is another than the right one, or in review} */
  public List<ComparisonLine> differences() {
    return lines.stream().filter(line -> line.truth != line.found).toList();
  }

  /** {@return whether every mark is right, but for those that a person still has to set} */
  public boolean passes() {
    return differences().stream().allMatch(line -> line.found == Status.REVIEW);
  }
}
