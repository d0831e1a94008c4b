package org.rollcall.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.evaluation.Truth;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Status;
import org.rollcall.model.Student;

/**
 * Compares Rollcall's marks for a fictitious lesson with the ground truth. Teachers' corrections do
 * not count.
 *
 * @param lines a line for each student, in the order of the roster
 * @param strangers how many people were there without being on the roster
 * @param unknownFaces how many unknown persons Rollcall saw
 */
public record Comparison(List<ComparisonLine> lines, int strangers, int unknownFaces) {
  /** Copies the list. */
  public Comparison {
    lines = List.copyOf(lines);
  }

  /**
   * The comparison for one student.
   *
   * @param student the student
   * @param truth the right mark
   * @param found Rollcall's mark
   */
  public record ComparisonLine(Student student, Status truth, Status found) {}

  /**
   * Compares a register with the ground truth. Students missing from either are left out.
   *
   * @param truth what happened
   * @param register Rollcall's register of the lesson
   * @return the comparison, student by student
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

  /** {@return how many students should have this mark} */
  public int inTruth(Status truth) {
    return (int) lines.stream().filter(line -> line.truth == truth).count();
  }

  /** {@return how many students should have this mark and do have it in the register} */
  public int right(Status truth) {
    return (int) lines.stream().filter(line -> line.truth == truth && line.found == truth).count();
  }

  /** {@return how many students attended at least part of the lesson} */
  public int came() {
    return (int) lines.stream().filter(line -> line.truth.attended()).count();
  }

  /** {@return how many students who attended are marked as attending} */
  public int found() {
    return (int)
        lines.stream().filter(line -> line.truth.attended() && line.found.attended()).count();
  }

  /**
   * Counts the students whose mark is Review.
   *
   * @param came whether to count those who attended, or those who did not
   * @return the number of students in Review
   */
  public int inReview(boolean came) {
    return (int)
        lines.stream()
            .filter(line -> line.truth.attended() == came && line.found == Status.REVIEW)
            .count();
  }

  /** {@return how many students who attended are marked absent} */
  public int missed() {
    return came() - found() - inReview(true);
  }

  /** {@return how many students who did not attend are marked as attending} */
  public int invented() {
    return (int)
        lines.stream().filter(line -> !line.truth.attended() && line.found.attended()).count();
  }

  /** {@return the students whose mark is wrong or Review} */
  public List<ComparisonLine> differences() {
    return lines.stream().filter(line -> line.truth != line.found).toList();
  }

  /** {@return whether every mark is right, apart from those in Review} */
  public boolean passes() {
    return differences().stream().allMatch(line -> line.found == Status.REVIEW);
  }
}
