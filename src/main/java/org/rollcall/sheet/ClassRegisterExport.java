package org.rollcall.sheet;

import java.util.List;
import java.util.Locale;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Roster;

/** A register of a class to take away: all lessons or some of them, as they stand now. */
public final class ClassRegisterExport {
  private static final String NOTE =
      "R (review) is not decided and – says that there is no mark: neither counts. This is a copy;"
          + " what is changed in it changes nothing elsewhere.";

  private final ClassGrid grid;

  /**
   * Takes a copy.
   *
   * @param roster the class
   * @param lessons the marks of its lessons, in any order, each lesson once
   */
  public ClassRegisterExport(Roster roster, List<LessonMarks> lessons) {
    this.grid = ClassGrid.of(roster, lessons);
  }

  /** What kind of file it is. */
  public enum Format {
    /** For Excel, with formulas and a chart. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** For LibreOffice and other office programs, with values. */
    ODS("application/vnd.oasis.opendocument.spreadsheet"),
    /** For whatever else. */
    CSV("text/csv; charset=utf-8");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    /** {@return the kind of file as browsers know it} */
    public String mediaType() {
      return mediaType;
    }

    /** {@return the end of its name, without a point} */
    public String suffix() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Makes the file.
   *
   * @param format what kind of file
   * @return its content
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
