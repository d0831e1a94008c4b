package org.rollcall.sheet;

import java.util.List;
import java.util.Optional;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.SheetProblem;
import org.rollcall.model.SheetState;

/**
 * What the sheet of a lesson is to show.
 *
 * @param register the register, including the corrections in force
 * @param problems what could not be taken from the sheet when it was last read
 * @param last the sheet to be replaced, as it was last read or written; empty if there is none
 */
public record SheetDraft(
    LessonRegister register, List<SheetProblem> problems, Optional<SheetState> last) {
  /** Copies the list. */
  public SheetDraft {
    problems = List.copyOf(problems);
  }

  /**
   * Drafts the first sheet of a lesson.
   *
   * @param register the register
   * @return a draft without problems, which replaces no sheet
   */
  public static SheetDraft first(LessonRegister register) {
    return new SheetDraft(register, List.of(), Optional.empty());
  }
}
