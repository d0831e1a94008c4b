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
  public static final String PALE_INK = "6B7785";
  static final String DEEP = "22485F";
  public static final String PALE = "EDF2F5";
  static final String RULE = "CBD3DA";

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
  public static final CellFormat NOTE = PLAIN.ink(PALE_INK);
  public static final CellFormat TITLE = PLAIN.points(16).ink(DEEP).heavy();
  public static final CellFormat SECTION = PLAIN.points(12).ink(DEEP).heavy();
  public static final CellFormat BODY = PLAIN.rule();
  public static final CellFormat WRAPPED = BODY.wrap();
  public static final CellFormat MIDDLE = BODY.align(HorizontalAlignment.CENTER);
  static final CellFormat CLOCK = MIDDLE.format("hh:mm");
  static final CellFormat CLOCK_TO_THE_SECOND = MIDDLE.format("hh:mm:ss");
  static final CellFormat SHARE = MIDDLE.format("0%");
  public static final CellFormat HEADING = MIDDLE.ink("FFFFFF").fill(DEEP).heavy().wrap();

  /** Where thin lines run. */
  enum BorderStyle {
    NONE,
    ABOVE_AND_BELOW,
    ALL
  }

  public static CellFormat of(MarkStyle mark) {
    return MIDDLE.fill(mark.fill()).ink(mark.ink()).heavy();
  }

  CellFormat points(int size) {
    return new CellFormat(size, bold, ink, fill, align, format, wrapped, frame, literal, upright);
  }

  public CellFormat heavy() {
    return new CellFormat(points, true, ink, fill, align, format, wrapped, frame, literal, upright);
  }

  public CellFormat ink(String colour) {
    return new CellFormat(
        points, bold, colour, fill, align, format, wrapped, frame, literal, upright);
  }

  public CellFormat fill(String colour) {
    return new CellFormat(
        points, bold, ink, colour, align, format, wrapped, frame, literal, upright);
  }

  CellFormat align(HorizontalAlignment side) {
    return new CellFormat(points, bold, ink, fill, side, format, wrapped, frame, literal, upright);
  }

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

  public CellFormat turn() {
    return new CellFormat(points, bold, ink, fill, align, format, wrapped, frame, literal, true);
  }
}
