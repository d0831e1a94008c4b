package org.rollcall.sheet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/**
 * Reads and writes the sheet of a lesson: a workbook for the teacher, with the same marks as
 * comma-separated values beside it.
 *
 * <p>Callers that replace a sheet first read its {@link #edits}, let them prevail, and pass them on
 * in the rows of the register. An edit that the register does not contain stops the replacement.
 */
public final class LessonSheet {
  /**
   * Writes the workbook and the values beside it, replacing older files. These stay as they are
   * until everything is written and checked.
   *
   * @param register what to write, including the corrections in force
   * @param xlsx the workbook (ends in {@code .xlsx}); the values go to the same name with {@code
   *     .csv}
   * @throws SheetInUse if the sheet is open in another program, or contains an edit that the
   *     register lacks: read the edits again and repeat
   * @throws UnreadableSheet if the sheet to be replaced is damaged, so that corrections in it could
   *     be lost
   * @throws UnwritableSheet if the files cannot be written to the folder or the disk
   */
  public void write(LessonRegister register, Path xlsx) {
    List<String> ids = register.rows().stream().map(row -> row.verdict().student().id()).toList();
    try (Book book = book(register);
        Replacement workbook = new Replacement(xlsx, book.bytes());
        Replacement values =
            new Replacement(SheetFiles.csvBeside(xlsx), LessonCsv.of(register).bytes())) {
      SheetFiles.check(workbook, RegisterPage.NAME, ids);
      refuseToLoseEdits(register, xlsx);
      workbook.commit();
      values.commit();
    }
  }

  /**
   * Reads all corrections in a sheet, whether a teacher or Rollcall wrote them.
   *
   * @param xlsx the sheet
   * @return mark and remark by student id; empty if the file does not exist. A word that is not a
   *     mark is kept in the remark
   * @throws UnreadableSheet if the file is damaged or has lost its headings
   */
  Map<String, Correction> corrections(Path xlsx) {
    return TypedCorrections.read(xlsx).standing();
  }

  /**
   * Reads the corrections that a teacher typed, changed or took back since Rollcall wrote the
   * sheet.
   *
   * @param xlsx the sheet
   * @return mark and remark by student id, both empty where the teacher took a correction back; no
   *     entries if the file does not exist
   * @throws UnreadableSheet if the file is damaged or has lost its headings
   */
  public Map<String, Correction> edits(Path xlsx) {
    return TypedCorrections.read(xlsx).edits();
  }

  private static Book book(LessonRegister register) {
    Book book = new Book("Attendance " + register.lesson().key().fileStem());
    RegisterPage.write(register, book);
    SummaryPage.write(register, book);
    TimelinePage.write(register, book);
    ReviewPage.write(register, book);
    RunPage.write(register, book);
    WrittenPage.write(register, book);
    return book;
  }

  private static void refuseToLoseEdits(LessonRegister register, Path xlsx) {
    Map<String, Correction> edits = TypedCorrections.read(xlsx).edits();
    for (LessonRegister.Row row : register.rows()) {
      String id = row.verdict().student().id();
      Correction carried = row.correction().orElse(TypedCorrections.NONE);
      if (!edits.getOrDefault(id, carried).equals(carried)) {
        throw new SheetInUse(Message.of(Reason.SHEET_EDITED, xlsx, id));
      }
    }
  }
}
