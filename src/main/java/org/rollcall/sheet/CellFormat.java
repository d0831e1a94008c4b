package org.rollcall.sheet;

import org.apache.poi.ss.usermodel.HorizontalAlignment;

/**
 * The format of a cell.
 *
 * @param points font size
 * @param bold whether the text is bold
 * @param ink text colour, six hexadecimal digits
 * @param fill background colour, six hexadecimal digits; empty for none
 * @param align horizontal alignment
 * @param format number format, {@code General} for none
 * @param wrapped whether long text wraps
 * @param frame borders
 * @param literal whether text must never be taken for a formula when a person edits the cell
 * @param upright whether the text runs from bottom to top
 */
public record CellFormat(
    int points,
    boolean bold,
    String ink,
    String fill,
    HorizontalAlignment align,
    String format,
    boolean wrapped,
    BorderStyle frame,
    boolean literal,
    boolean upright) {
  static final String INK = "1F2933";

  /** Text colour of secondary content: notes, reasons, dashes. */
  public static final String PALE_INK = "6B7785";

  static final String DEEP = "22485F";

  /** Background colour of totals and labels. */
  public static final String PALE = "EDF2F5";

  static final String RULE = "CBD3DA";

  /**
   * Dark text of the usual size, left-aligned, without borders. All other formats derive from it.
   */
  public static final CellFormat PLAIN =
      new CellFormat(
          10,
          false,
          INK,
          "",
          HorizontalAlignment.LEFT,
          "General",
          false,
          BorderStyle.NONE,
          false,
          false);

  /** An explanation beside or below what it explains. */
  public static final CellFormat NOTE = PLAIN.ink(PALE_INK);

  /** The title of a worksheet. Needs a row of 26 points. */
  public static final CellFormat TITLE = PLAIN.points(16).ink(DEEP).heavy();

  /** The title of a section of a worksheet. Needs a row of 20 points. */
  public static final CellFormat SECTION = PLAIN.points(12).ink(DEEP).heavy();

  /** A table cell with left-aligned text. */
  public static final CellFormat BODY = PLAIN.rule();

  /** A table cell whose long text wraps. */
  public static final CellFormat WRAPPED = BODY.wrap();

  /** A table cell with centred content. */
  public static final CellFormat MIDDLE = BODY.align(HorizontalAlignment.CENTER);

  static final CellFormat CLOCK = MIDDLE.format("hh:mm");
  static final CellFormat CLOCK_TO_THE_SECOND = MIDDLE.format("hh:mm:ss");
  static final CellFormat SHARE = MIDDLE.format("0%");

  /** A column heading: white on dark. */
  public static final CellFormat HEADING = MIDDLE.ink("FFFFFF").fill(DEEP).heavy().wrap();

  /** Where the thin borders run. */
  enum BorderStyle {
    NONE,
    ABOVE_AND_BELOW,
    ALL
  }

  /**
   * Gives the format of a cell in the colours of a mark.
   *
   * @param mark the mark
   * @return a bold, centred format
   */
  public static CellFormat of(MarkStyle mark) {
    return MIDDLE.fill(mark.fill()).ink(mark.ink()).heavy();
  }

  CellFormat points(int size) {
    return new CellFormat(size, bold, ink, fill, align, format, wrapped, frame, literal, upright);
  }

  /** {@return this format in bold} */
  public CellFormat heavy() {
    return new CellFormat(points, true, ink, fill, align, format, wrapped, frame, literal, upright);
  }

  /**
   * Changes the text colour.
   *
   * @param colour six hexadecimal digits
   * @return this format with that colour
   */
  public CellFormat ink(String colour) {
    return new CellFormat(
        points, bold, colour, fill, align, format, wrapped, frame, literal, upright);
  }

  /**
   * Changes the background colour.
   *
   * @param colour six hexadecimal digits; empty for none
   * @return this format with that background
   */
  public CellFormat fill(String colour) {
    return new CellFormat(
        points, bold, ink, colour, align, format, wrapped, frame, literal, upright);
  }

  CellFormat align(HorizontalAlignment side) {
    return new CellFormat(points, bold, ink, fill, side, format, wrapped, frame, literal, upright);
  }

  /**
   * Changes the number format.
   *
   * @param pattern number format in the notation of spreadsheet programs, {@code General} for none
   * @return this format with that number format
   */
  public CellFormat format(String pattern) {
    return new CellFormat(
        points, bold, ink, fill, align, pattern, wrapped, frame, literal, upright);
  }

  CellFormat wrap() {
    return new CellFormat(points, bold, ink, fill, align, format, true, frame, literal, upright);
  }

  CellFormat rule() {
    return new CellFormat(
        points, bold, ink, fill, align, format, wrapped, BorderStyle.ALL, literal, upright);
  }

  CellFormat rowLines() {
    return new CellFormat(
        points,
        bold,
        ink,
        fill,
        align,
        format,
        wrapped,
        BorderStyle.ABOVE_AND_BELOW,
        literal,
        upright);
  }

  CellFormat asLiteral() {
    return new CellFormat(points, bold, ink, fill, align, format, wrapped, frame, true, upright);
  }

  /** {@return this format with the text running from bottom to top} */
  public CellFormat turn() {
    return new CellFormat(points, bold, ink, fill, align, format, wrapped, frame, literal, true);
  }
}
