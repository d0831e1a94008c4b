package org.rollcall.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rollcall.model.Message;
import org.rollcall.sheet.WrittenPage.WrittenSheet;

/** File handling shared by the sheets of lessons and the class registers. */
final class SheetFiles {
  private static final String XLSX = ".xlsx";

  private SheetFiles() {}

  /** {@return the file of the same name for comma-separated values} */
  static Path csvBeside(Path xlsx) {
    String name = xlsx.getFileName().toString();
    if (!name.endsWith(XLSX)) {
      throw new IllegalArgumentException("A sheet must be a file *.xlsx, got '%s'".formatted(name));
    }
    return xlsx.resolveSibling(name.substring(0, name.length() - XLSX.length()) + ".csv");
  }

  /** {@return when a file was last modified, to the millisecond as the store keeps it} */
  static Instant modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Reads a new workbook back to check it.
   *
   * @return what it says of itself; empty texts for workbooks other than sheets of lessons
   * @throws UnwritableSheet if it cannot be read, or does not list exactly these students
   */
  static WrittenSheet check(Replacement written, String worksheet, List<String> ids) {
    List<String> found;
    WrittenSheet read;
    try (InputStream in = Files.newInputStream(written.aside());
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      found = ids(workbook, worksheet);
      read = WrittenPage.read(workbook);
    } catch (IOException | RuntimeException e) {
      throw new UnwritableSheet(
          Message.english("Cannot read back a new workbook: " + e.getMessage()), e);
    }
    if (!found.equals(ids)) {
      throw new UnwritableSheet(
          "A new workbook does not list the right students when read back: found %d, expected %d."
              .formatted(found.size(), ids.size()));
    }
    return read;
  }

  private static List<String> ids(XSSFWorkbook workbook, String worksheet) {
    String id = Column.ID.heading();
    return HeadedTable.find(List.of(workbook.getSheet(worksheet)), id).stream()
        .flatMap(table -> table.linesWith(id).stream())
        .map(line -> line.text(id))
        .toList();
  }
}
