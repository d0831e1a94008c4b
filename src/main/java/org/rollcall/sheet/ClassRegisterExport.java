package org.rollcall.sheet;

import java.util.List;
import java.util.Locale;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Roster;

/** A class register for download: all lessons or some of them, as they are now. */
public final class ClassRegisterExport {
  private static final String NOTE =
      "R (Review) is not decided yet and – means no mark: neither counts. This is a copy; changes"
          + " made here have no effect elsewhere.";

  private final ClassGrid grid;

  /**
   * Creates an export from a copy of the marks.
   *
   * @param roster the class
   * @param lessons the marks of its lessons, in any order, each lesson once
   */
  public ClassRegisterExport(Roster roster, List<LessonMarks> lessons) {
    this.grid = ClassGrid.of(roster, lessons);
  }

  /** The file format of an export. */
  public enum Format {
    /** For Excel, with formulas and a chart. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** For LibreOffice and other office suites, with values only. */
    ODS("application/vnd.oasis.opendocument.spreadsheet"),
    /** For all other programs. */
    CSV("text/csv; charset=utf-8");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    /** {@return the media type, with the character set where there is one} */
    public String mediaType() {
      return mediaType;
    }

    /** {@return the file extension, without the dot} */
    public String suffix() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Writes the file.
   *
   * @param format the file format
   * @return the content of the file
   */
  public byte[] bytes(Format format) {
    return switch (format) {
      case XLSX -> workbook();
      case ODS -> ClassOds.bytes(grid);
      case CSV -> ClassCsv.of(grid).bytes();
    };
  }

  private byte[] workbook() {
    try (Book book = ClassRegister.book(grid, NOTE)) {
      return book.bytes();
    }
  }
}
