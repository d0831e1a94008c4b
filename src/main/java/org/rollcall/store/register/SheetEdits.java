package org.rollcall.store.register;

import java.time.Instant;
import java.util.List;
import org.rollcall.model.Correction;
import org.rollcall.model.SheetProblem;

/**
 * What people typed into a sheet since it was last read.
 *
 * @param sheet the sheet, named as the author
 * @param taken corrections that hold from now on
 * @param superseded corrections that a later one from elsewhere had replaced before the sheet was
 *     read; for the history only
 * @param problems what could not be taken
 */
public record SheetEdits(
    String sheet, List<SheetEdit> taken, List<SheetEdit> superseded, List<SheetProblem> problems) {
  /** Copies the lists. */
  public SheetEdits {
    problems = List.copyOf(problems);
    taken = List.copyOf(taken);
    superseded = List.copyOf(superseded);
  }

  /**
   * Adds problems.
   *
   * @param found what could not be taken
   * @return the same edits, with these problems instead of any others
   */
  public SheetEdits with(List<SheetProblem> found) {
    return new SheetEdits(sheet, taken, superseded, found);
  }

  /** {@return whether nothing is to be saved but for the history} */
  public boolean isEmpty() {
    return taken.isEmpty() && problems.isEmpty();
  }

  /**
   * A student's correction in the sheet.
   *
   * @param student id of the student
   * @param correction the correction; {@link Correction#NONE} if it was taken back
   * @param at when it was made, as far as known
   */
  public record SheetEdit(String student, Correction correction, Instant at) {}
}
