package org.rollcall.sheet.typed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.sheet.UnreadableSheet;

/** Opens workbooks in the formats in which people save them, whatever the name of the file. */
final class WorkbookFile {
  private static final int START_BYTES = 2000;

  private WorkbookFile() {}

  /**
   * Opens a workbook.
   *
   * @param bytes the content of the file: xlsx (transitional or strict), xls or ods
   * @return the workbook; the caller closes it
   * @throws UnreadableSheet if it is protected with a password
   * @throws IOException if it is damaged, or in another format
   */
  static Workbook open(byte[] bytes) throws IOException {
    try {
      if (OdsFile.is(bytes)) {
        return OdsFile.open(bytes);
      }
      return WorkbookFactory.create(
          new ByteArrayInputStream(StrictXlsx.is(bytes) ? StrictXlsx.convert(bytes) : bytes));
    } catch (EncryptedDocumentException e) {
      throw new UnreadableSheet(Message.of(Reason.SHEET_ENCRYPTED), e);
    }
  }

  /** {@return the beginning of a file in a ZIP archive; empty if it is not there} */
  static String start(byte[] zip, String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      ZipEntry entry = in.getNextEntry();
      while (entry != null && !entry.getName().equals(name)) {
        entry = in.getNextEntry();
      }
      return entry == null ? "" : new String(in.readNBytes(START_BYTES), UTF_8);
    }
  }
}
