package org.rollcall.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rollcall.model.Message;

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

  /**
   * Reads a new workbook back to check it.
   *
   * @throws UnwritableSheet if it cannot be read, or does not list exactly these students
   */
  static void check(Replacement written, String worksheet, List<String> ids) {
    List<String> found;
    try (InputStream in = Files.newInputStream(written.aside());
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      found = ids(workbook, worksheet);
    } catch (IOException | RuntimeException e) {
      throw new UnwritableSheet(
          Message.english("Cannot read back a new workbook: " + e.getMessage()), e);
    }
    if (!found.equals(ids)) {
      throw new UnwritableSheet(
          "A new workbook does not list the right students when read back: found %d, expected %d."
              .formatted(found.size(), ids.size()));
    }
  }

  private static List<String> ids(XSSFWorkbook workbook, String worksheet) {
    String id = Column.ID.heading();
    return HeadedTable.find(List.of(workbook.getSheet(worksheet)), id).stream()
        .flatMap(table -> table.linesWith(id).stream())
        .map(line -> line.text(id))
        .toList();
  }
}
