package org.rollcall.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.rollcall.model.Message;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads the texts of any workbook, as its cells show them, piece by piece: somebody from elsewhere
 * made it, and it may be large.
 */
public final class SheetReader {
  /** Far more than any roster needs, and so little that any service can read it. */
  private static final int MOST_BYTES = 20_000_000;

  private static final int BUFFER_BYTES = 1 << 16;

  private SheetReader() {}

  /**
   * A worksheet.
   *
   * @param name its name
   * @param rows its rows that have a text
   */
  public record Worksheet(String name, List<WorksheetRow> rows) {
    public Worksheet {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row of a worksheet.
   *
   * @param number its number, from 1
   * @param cells what its cells show, from the first column on; of formulas the last result
   */
  public record WorksheetRow(int number, List<String> cells) {
    public WorksheetRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Reads a workbook.
   *
   * @param workbook an xlsx file
   * @return its worksheets with texts; never empty
   * @throws UnreadableSheet if it is not such a file, is protected, empty or too large
   */
  public static List<Worksheet> read(byte[] workbook) {
    try {
      if (FileMagic.valueOf(workbook) == FileMagic.OLE2) {
        throw new UnreadableSheet(Message.of(RosterFault.OLD_OR_LOCKED));
      }
      requireSmall(workbook);
      try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(workbook))) {
        return read(file);
      }
    } catch (UnreadableSheet e) {
      throw e;
    } catch (IOException | OpenXML4JException | SAXException | RuntimeException e) {
      throw new UnreadableSheet(Message.of(RosterFault.NO_WORKBOOK), e);
    }
  }

  /** Unpacks it once, without keeping anything. */
  private static void requireSmall(byte[] workbook) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long total = 0;
    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        total += size(files, buffer, MOST_BYTES - total);
        requireSmall(total);
      }
    }
  }

  private static void requireSmall(long bytes) {
    if (bytes > MOST_BYTES) {
      throw new UnreadableSheet(Message.of(RosterFault.TOO_LARGE, MOST_BYTES / 1_000_000));
    }
  }

  private static long size(InputStream file, byte[] buffer, long most) throws IOException {
    long total = 0;
    int count = file.read(buffer);
    while (count >= 0 && total <= most) {
      total += count;
      count = file.read(buffer);
    }
    return total;
  }

  private static List<Worksheet> read(OPCPackage file)
      throws IOException, OpenXML4JException, SAXException {
    XSSFReader reader = new XSSFReader(file);
    ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(file);
    List<Worksheet> worksheets = new ArrayList<>();
    XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
    while (sheets.hasNext()) {
      try (InputStream content = sheets.next()) {
        RowCollector rows = new RowCollector(sheets.getSheetName());
        parse(
            content,
            new XSSFSheetXMLHandler(
                reader.getStylesTable(), null, texts, rows, new WholeNumbers(), false));
        worksheets.add(new Worksheet(sheets.getSheetName(), rows.rows()));
      }
    }
    worksheets.removeIf(worksheet -> worksheet.rows().isEmpty());
    if (worksheets.isEmpty()) {
      throw new UnreadableSheet(Message.of(RosterFault.EMPTY));
    }
    return worksheets;
  }

  private static void parse(InputStream content, XSSFSheetXMLHandler handler)
      throws IOException, SAXException {
    try {
      XMLReader parser = XMLHelper.newXMLReader();
      parser.setContentHandler(handler);
      parser.parse(new InputSource(content));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every Java platform parses XML", e);
    }
  }
}
