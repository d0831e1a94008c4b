package org.rollcall.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rollcall.basics.Sha256;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.SheetState;

/**
 * Writes the sheet of a lesson: a workbook for the teacher ({@code .xlsx}), with the same marks as
 * comma-separated values beside it, under the same name with {@code .csv}.
 */
public final class SheetWriter {
  private SheetWriter() {}

  /**
   * Writes the workbook and the values beside it, replacing older files. These stay as they are
   * until everything is written and checked.
   *
   * @param draft what to write
   * @param xlsx the workbook
   * @return what was written
   * @throws SheetInUse if the sheet is open in another program, or was saved since it was last
   *     read: read it and repeat
   * @throws UnwritableSheet if the files cannot be written to the folder or the disk
   */
  public static SheetState write(SheetDraft draft, Path xlsx) {
    LessonRegister register = draft.register();
    List<String> ids = register.rows().stream().map(row -> row.verdict().student().id()).toList();
    String version = UUID.randomUUID().toString();
    Replacement.refuseIfOpen(xlsx);
    try (Book book = book(draft, version);
        Replacement workbook = new Replacement(xlsx, book.bytes());
        Replacement values =
            new Replacement(SheetFiles.csvBeside(xlsx), LessonCsv.of(register).bytes())) {
      // As it is read back: spreadsheets keep some texts differently from the store.
      Map<String, Correction> shown =
          SheetFiles.check(workbook, RegisterPage.NAME, ids).corrections().orElseThrow();
      // The times of the file aside, as people may save the sheet the moment it is replaced.
      SheetState state =
          new SheetState(
              SheetFiles.modified(workbook.aside()), Sha256.of(workbook.aside()), version, shown);
      refuseToLoseEdits(xlsx, draft);
      workbook.commit();
      values.commit();
      return state;
    } catch (IOException e) {
      throw new UnwritableSheet(Message.of(Reason.SHEET_UNWRITABLE, xlsx, e), e);
    }
  }

  /**
   * Writes only the values beside a workbook, which stays as it is.
   *
   * @param register what to write, including the corrections in force
   * @param xlsx the workbook
   * @throws SheetInUse if the values are open in another program
   * @throws UnwritableSheet if they cannot be written to the folder or the disk
   */
  public static void writeValues(LessonRegister register, Path xlsx) {
    Path csv = SheetFiles.csvBeside(xlsx);
    try (Replacement values = new Replacement(csv, LessonCsv.of(register).bytes())) {
      values.commit();
    }
  }

  private static Book book(SheetDraft draft, String version) {
    LessonRegister register = draft.register();
    Book book = new Book("Attendance " + register.lesson().key().fileStem());
    RegisterPage.write(register, draft.problems(), book);
    SummaryPage.write(register, book);
    TimelinePage.write(register, book);
    ReviewPage.write(register, book);
    RunPage.write(register, book);
    WrittenPage.write(register, version, book);
    book.lock();
    return book;
  }

  private static void refuseToLoseEdits(Path xlsx, SheetDraft draft) throws IOException {
    if (!Files.exists(xlsx)) {
      return;
    }
    String found = Sha256.of(xlsx);
    if (draft.last().filter(known -> known.sha256().equals(found)).isEmpty()) {
      throw new SheetInUse(Message.of(Reason.SHEET_EDITED, xlsx));
    }
  }
}
