package org.rollcall.sheet;

import java.nio.file.Path;
import java.util.List;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Roster;

/**
 * All lessons of a class in one workbook: who was there when, totals and percentages. It is made
 * anew each time; corrections belong into the sheets of the lessons.
 */
public final class ClassRegister {
  private static final String NOTE =
      "R (review) is not decided and – says that there is no mark: neither counts. Correct marks in"
          + " the sheet of the lesson; this file is written anew after each lesson.";

  /**
   * Writes the workbook and the same as comma-separated values beside it, replacing older ones.
   *
   * <p>The percentage of a student is the share of present, late and left early among these and
   * absent. A mark in review and a lesson without a mark count neither way. Students who have marks
   * but are no longer on the roster stand at the end, marked as left.
   *
   * @param roster the class
   * @param lessons the marks of its lessons, in any order, each lesson once
   * @param xlsx where (ends in {@code .xlsx}); the values go to the same name with {@code .csv}
   * @throws SheetInUse if somebody has one of the files open
   * @throws UnwritableSheet if the folder or the disk does not take the files
   */
  public void write(Roster roster, List<LessonMarks> lessons, Path xlsx) {
    ClassGrid grid = ClassGrid.of(roster, lessons);
    try (Book book = book(grid, NOTE);
        Replacement workbook = new Replacement(xlsx, book.bytes());
        Replacement values =
            new Replacement(SheetFiles.csvBeside(xlsx), ClassCsv.of(grid).bytes())) {
      SheetFiles.check(
          workbook,
          ClassRegisterPage.NAME,
          grid.lines().stream().map(ClassGrid.StudentLine::id).toList());
      workbook.commit();
      values.commit();
    }
  }

  static Book book(ClassGrid grid, String note) {
    Book book = new Book("Register of class " + grid.className());
    ClassRegisterPage.write(grid, book, note);
    ClassSummaryPage.write(grid, book);
    return book;
  }
}
