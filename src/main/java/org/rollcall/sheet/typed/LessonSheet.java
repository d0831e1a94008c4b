package org.rollcall.sheet.typed;

import java.nio.file.Path;
import java.util.Map;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.SheetState;
import org.rollcall.sheet.SheetDraft;

/**
 * The format of a lesson's sheet on disk.
 *
 * <p>Callers that replace a sheet first {@link #read} it and let what people typed prevail. A sheet
 * that people have saved since then is not replaced.
 */
public interface LessonSheet {
  /**
   * Reads what people typed into a sheet.
   *
   * @param sheet an existing sheet
   * @param students names of the students of the lesson, by id; empty if the lesson is unknown
   * @return its content
   * @throws org.rollcall.sheet.UnreadableSheet if the file is damaged or has lost its headings
   */
  SheetContent read(Path sheet, Map<String, String> students);

  /**
   * Writes a sheet, replacing an older one. This stays as it is until everything is written and
   * checked.
   *
   * @param draft what to write
   * @param sheet the file
   * @return what was written
   * @throws org.rollcall.sheet.SheetInUse if the sheet is open in another program, or was saved
   *     since it was last read: read it and repeat
   * @throws org.rollcall.sheet.UnwritableSheet if the sheet cannot be written to the folder or the
   *     disk
   */
  SheetState write(SheetDraft draft, Path sheet);

  /**
   * Writes only the values for other programs beside a sheet, for a sheet that cannot be written.
   *
   * @param register what to write, including the corrections in force
   * @param sheet the file of the sheet, which stays as it is
   * @throws org.rollcall.sheet.SheetInUse if the values are open in another program
   * @throws org.rollcall.sheet.UnwritableSheet if they cannot be written to the folder or the disk
   */
  void writeValues(LessonRegister register, Path sheet);
}
