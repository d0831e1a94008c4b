package org.rollcall.sheet;

import org.apache.poi.ss.usermodel.HorizontalAlignment;

/**
 * How a cell looks.
 *
 * @param points size of the letters
 * @param bold whether they are bold
 * @param ink their colour, six hexadecimal digits
 * @param fill colour behind them, six hexadecimal digits; empty for none
 * @param align where they stand
 * @param format number format, {@code General} for none
 * @param wrapped whether long text breaks into lines
 * @param frame its thin lines
 * @param literal whether the text must never be taken for a formula when somebody edits it
 * @param upright whether the text runs from the bottom to the top
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

  /** Colour of letters that matter less: notes, reasons, dashes. */
  public static final String PALE_INK = "6B7785";

  static final String DEEP = "22485F";

  /** Colour behind totals and the names of entries. */
  public static final String PALE = "EDF2F5";

  static final String RULE = "CBD3DA";

  /** Dark letters of usual size on the left, without lines. All other looks come from it. */
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

  /** The title of a part of a worksheet. Needs a row of 20 points. */
  public static final CellFormat SECTION = PLAIN.points(12).ink(DEEP).heavy();

  /** A cell of a table, text on the left. */
  public static final CellFormat BODY = PLAIN.rule();

  /** A cell of a table whose long text breaks into lines. */
  public static final CellFormat WRAPPED = BODY.wrap();

  /** A cell of a table, its content in the middle. */
  public static final CellFormat MIDDLE = BODY.align(HorizontalAlignment.CENTER);

  static final CellFormat CLOCK = MIDDLE.format("hh:mm");
  static final CellFormat CLOCK_TO_THE_SECOND = MIDDLE.format("hh:mm:ss");
  static final CellFormat SHARE = MIDDLE.format("0%");

  /** The heading of a column: white on dark. */
  public static final CellFormat HEADING = MIDDLE.ink("FFFFFF").fill(DEEP).heavy().wrap();

  /** Where thin lines run. */
  enum BorderStyle {
    NONE,
    ABOVE_AND_BELOW,
    ALL
  }

  /**
   * Gives the look of a cell in the colours of a mark.
   *
   * @param mark whose colours
   * @return bold, in the middle
   */
  public static CellFormat of(MarkStyle mark) {
    return MIDDLE.fill(mark.fill()).ink(mark.ink()).heavy();
  }

  CellFormat points(int size) {
    return new CellFormat(size, bold, ink, fill, align, format, wrapped, frame, literal, upright);
  }

  /** {@return this look in bold} */
  public CellFormat heavy() {
    return new CellFormat(points, true, ink, fill, align, format, wrapped, frame, literal, upright);
  }

  /**
   * Changes the colour of the letters.
   *
   * @param colour six hexadecimal digits
   * @return otherwise this look
   */
  public CellFormat ink(String colour) {
    return new CellFormat(
        points, bold, colour, fill, align, format, wrapped, frame, literal, upright);
  }

  /**
   * Changes the colour behind the letters.
   *
   * @param colour six hexadecimal digits; empty for none
   * @return otherwise this look
   */
  public CellFormat fill(String colour) {
    return new CellFormat(
        points, bold, ink, colour, align, format, wrapped, frame, literal, upright);
  }

  CellFormat align(HorizontalAlignment side) {
    return new CellFormat(points, bold, ink, fill, side, format, wrapped, frame, literal, upright);
  }

  /**
   * Changes how numbers and times are shown.
   *
   * @param pattern number format as spreadsheet programs write it, {@code General} for none
   * @return otherwise this look
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

  /** {@return this look with the text running from the bottom to the top} */
  public CellFormat turn() {
    return new CellFormat(points, bold, ink, fill, align, format, wrapped, frame, literal, true);
  }
}
