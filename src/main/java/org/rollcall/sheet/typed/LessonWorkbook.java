package org.rollcall.sheet.typed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;
import org.rollcall.basics.Sha256;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.SheetState;
import org.rollcall.sheet.SheetDraft;
import org.rollcall.sheet.SheetWriter;
import org.rollcall.sheet.UnreadableSheet;
import org.rollcall.sheet.WrittenPage.WrittenSheet;

/**
 * The sheet of a lesson as a workbook. It is written as {@code .xlsx}, and read in whatever format
 * people have saved it.
 */
public final class LessonWorkbook implements LessonSheet {
  @Override
  public SheetContent read(Path sheet, Map<String, String> students) {
    try {
      // In this order, a sheet that is saved meanwhile is read once more rather than never.
      Instant modified =
          Files.getLastModifiedTime(sheet).toInstant().truncatedTo(ChronoUnit.MILLIS);
      byte[] bytes = Files.readAllBytes(sheet);
      try (Workbook workbook = WorkbookFile.open(bytes)) {
        TypedSheetReader reader = new TypedSheetReader(workbook, students);
        WrittenSheet written = reader.written();
        SheetState state =
            new SheetState(modified, Sha256.of(bytes), written.version(), reader.shown());
        return new SheetContent(state, written.corrections(), reader.problems());
      }
    } catch (UnreadableSheet e) {
      throw new UnreadableSheet(Message.of(Reason.SHEET_UNREADABLE, sheet, e.message()), e);
    } catch (IOException | RuntimeException e) {
      Message why = Message.of(Reason.SHEET_DAMAGED, String.valueOf(e.getMessage()));
      throw new UnreadableSheet(Message.of(Reason.SHEET_UNREADABLE, sheet, why), e);
    }
  }

  @Override
  public SheetState write(SheetDraft draft, Path sheet) {
    return SheetWriter.write(draft, sheet);
  }

  @Override
  public void writeValues(LessonRegister register, Path sheet) {
    SheetWriter.writeValues(register, sheet);
  }
}
