package org.rollcall.sheet.typed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Correction;
import org.rollcall.model.SheetProblem;
import org.rollcall.model.SheetState;

/**
 * What a sheet says.
 *
 * @param state the file, and the corrections in it
 * @param written the corrections as Rollcall wrote them into it, by student id; empty if a program
 *     has dropped the hidden worksheet with them
 * @param problems what could not be taken, by cell
 */
public record SheetContent(
    SheetState state, Optional<Map<String, Correction>> written, List<SheetProblem> problems) {
  /** Copies the list. */
  public SheetContent {
    problems = List.copyOf(problems);
  }

  /**
   * Tells whether somebody has put another version of the sheet in the place of the last one.
   *
   * @param last the sheet as it was last read or written
   * @return whether it is a version that Rollcall wrote at another time
   */
  public boolean goesBackBehind(SheetState last) {
    return written.isPresent() && !last.version().equals(state.version());
  }

  /** {@return the corrections that the sheet had when Rollcall wrote it; none if unknown} */
  public Map<String, Correction> asWritten() {
    return written.orElse(Map.of());
  }
}
