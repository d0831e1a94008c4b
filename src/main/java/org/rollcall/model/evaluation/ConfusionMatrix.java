package org.rollcall.model.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Student;

/**
 * Who was there, and who was recognised: how often each student was taken for whom.
 *
 * <p>Rows tell the truth: the students in their order, then <em>unknown</em> for absent students
 * and strangers. Columns tell what was recognised: the students, then <em>unknown</em>, then
 * <em>review</em> for what is left to a person.
 */
public final class ConfusionMatrix {
  private final List<Student> students;
  private final int[][] counts;

  private ConfusionMatrix(List<Student> students) {
    this.students = List.copyOf(students);
    this.counts = new int[students.size() + 1][students.size() + 2];
  }

  /** What a cell stands for. */
  public enum PredictionKind {
    /** The right answer. */
    RIGHT,
    /** Left to a person. */
    REVIEW,
    /** A student who was there is not recognised. */
    MISSED,
    /** Somebody is taken for a student who is another one. */
    WRONG
  }

  /**
   * Counts trials.
   *
   * @param students the class (each student of a trial is in it)
   * @param trials the trials
   * @return their matrix
   */
  public static ConfusionMatrix of(List<Student> students, List<Trial> trials) {
    ConfusionMatrix matrix = new ConfusionMatrix(students);
    Map<String, Integer> places = new HashMap<>();
    students.forEach(student -> places.put(student.id(), places.size()));
    for (Trial trial : trials) {
      int column =
          trial.answer().isPresent() && !trial.sure()
              ? matrix.review()
              : matrix.place(trial.answer(), places);
      matrix.counts[matrix.place(trial.actual(), places)][column]++;
    }
    return matrix;
  }

  private int place(Optional<Student> student, Map<String, Integer> places) {
    return student.map(known -> places.get(known.id())).orElse(unknown());
  }

  /** {@return the students of the first rows and columns} */
  public List<Student> students() {
    return students;
  }

  /** {@return number of the row and column of whoever is no student} */
  public int unknown() {
    return students.size();
  }

  /** {@return number of the column of what is left to a person} */
  public int review() {
    return students.size() + 1;
  }

  /**
   * Tells a cell.
   *
   * @param row the truth, from 0
   * @param column what was recognised, from 0
   * @return how many trials
   */
  public int count(int row, int column) {
    return counts[row][column];
  }

  /**
   * Says what a cell stands for.
   *
   * @param row the truth, from 0
   * @param column what was recognised, from 0
   * @return its kind
   */
  public PredictionKind kind(int row, int column) {
    if (column == review()) {
      return PredictionKind.REVIEW;
    }
    if (row == column) {
      return PredictionKind.RIGHT;
    }
    return column == unknown() ? PredictionKind.MISSED : PredictionKind.WRONG;
  }
}
