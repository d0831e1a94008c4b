package org.rollcall.web.enrol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.rollcall.school.ListRow;
import org.rollcall.school.RosterTable;
import org.rollcall.school.TextFile;
import org.rollcall.school.text.DecodedText;
import org.rollcall.sheet.SheetReader;
import org.rollcall.web.kit.PageProblem;

/**
 * A file with a list of students that somebody has sent. The pages carry it along until the list is
 * taken.
 */
final class SentList {
  /** Workbooks are ZIP archives, which start like this; old ones are not. */
  private static final String ARCHIVE = "PK";

  private static final String OLD_WORKBOOK = "\u00d0\u00cf\u0011\u00e0";

  private final String name;
  private final byte[] content;

  /**
   * Takes a file.
   *
   * @param name its name at the sender
   * @param content its bytes, not copied
   */
  SentList(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  /** {@return the file that a page has carried along} */
  static SentList carried(String name, String text) {
    try {
      return new SentList(name, Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw PageProblem.badQuery("problem.malformed");
    }
  }

  /** {@return the bytes as text for {@link #carried}} */
  String asText() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  String name() {
    return name;
  }

  /** {@return whether it has worksheets instead of an encoding} */
  boolean isWorkbook() {
    String start = new String(content, 0, Math.min(content.length, 4), StandardCharsets.ISO_8859_1);
    return start.startsWith(ARCHIVE) || start.equals(OLD_WORKBOOK);
  }

  /** {@return what the bytes of a text file can mean} */
  DecodedText text() {
    return TextFile.decode(content);
  }

  /**
   * Reads a workbook.
   *
   * @return its worksheets with texts
   * @throws org.rollcall.model.RollcallException if it cannot be read
   */
  List<SheetReader.Worksheet> worksheets() {
    return SheetReader.read(content);
  }

  static RosterTable table(SheetReader.Worksheet worksheet) {
    return RosterTable.of(
        worksheet.rows().stream().map(row -> new ListRow(row.number(), row.cells())).toList());
  }
}
