package org.rollcall.model.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.Student;

/**
 * A confusion matrix: how often each student was taken for whom.
 *
 * <p>Rows are the ground truth: the students in their order, then <em>unknown</em> for absent
 * students and unknown people. Columns are the predictions: the students, then <em>unknown</em>,
 * then <em>review</em> for cases left to a person.
 */
public final class ConfusionMatrix {
  private final List<Student> students;
  private final int[][] counts;

  private ConfusionMatrix(List<Student> students) {
    this.students = List.copyOf(students);
    this.counts = new int[students.size() + 1][students.size() + 2];
  }

  /** The meaning of a cell. */
  public enum PredictionKind {
    /** The prediction is right. */
    RIGHT,
    /** The case is left to a person. */
    REVIEW,
    /** A student who was there was not recognised. */
    MISSED,
    /** A person was taken for the wrong student. */
    WRONG
  }

  /**
   * Builds the matrix from trials.
   *
   * @param students the class (must include every student that occurs in the trials)
   * @param trials the trials
   * @return the confusion matrix
   */
  public static ConfusionMatrix of(List<Student> students, List<Trial> trials) {
    ConfusionMatrix matrix = new ConfusionMatrix(students);
    Map<String, Integer> places = new HashMap<>();
    students.forEach(student -> places.put(student.id(), places.size()));
    for (Trial trial : trials) {
      int row = trial.actual().map(Student::id).map(places::get).orElse(matrix.unknown());
      int answer = trial.answer().map(Student::id).map(places::get).orElse(matrix.unknown());
      boolean open = trial.answer().isPresent() && !trial.sure();
      matrix.counts[row][open ? matrix.review() : answer]++;
    }
    return matrix;
  }

  /** {@return the students, in the order of the first rows and columns} */
  public List<Student> students() {
    return students;
  }

  /** {@return index of the row and column for people who are not students} */
  public int unknown() {
    return students.size();
  }

  /** {@return index of the column for cases left to a person} */
  int review() {
    return students.size() + 1;
  }

  /**
   * Gives the count in a cell.
   *
   * @param row index of the truth, from 0
   * @param column index of the prediction, from 0
   * @return number of trials
   */
  public int count(int row, int column) {
    return counts[row][column];
  }

  /**
   * Gives the meaning of a cell.
   *
   * @param row index of the truth, from 0
   * @param column index of the prediction, from 0
   * @return the kind of prediction
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
