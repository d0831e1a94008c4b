package org.rollcall.sheet;

import java.nio.file.Path;
import java.util.List;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Roster;

/**
 * Writes the class register: all lessons of a class in one workbook, with attendance, totals and
 * percentages. It is recreated each time; corrections belong in the sheets of the lessons.
 */
public final class ClassRegister {
  private static final String NOTE =
      "R (Review) is not decided yet and – means no mark: neither counts. Correct marks in the"
          + " sheet of the lesson; this file is rewritten after each lesson.";

  /**
   * Writes the workbook, and the same data as comma-separated values beside it, replacing older
   * files.
   *
   * <p>A student's percentage is the share of present, late and left early among these and absent.
   * Review marks and lessons without a mark count neither way. Students who have marks but are no
   * longer on the roster are listed at the end, marked as having left.
   *
   * @param roster the class
   * @param lessons the marks of its lessons, in any order, each lesson once
   * @param xlsx the workbook (ends in {@code .xlsx}); the values go to the same name with {@code
   *     .csv}
   * @throws SheetInUse if one of the files is open in another program
   * @throws UnwritableSheet if the files cannot be written to the folder or the disk
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
