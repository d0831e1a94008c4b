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
record Look(
    int points,
    boolean bold,
    String ink,
    String fill,
    HorizontalAlignment align,
    String format,
    boolean wrapped,
    Frame frame,
    boolean literal,
    boolean upright) {
  static final String INK = "1F2933";
  static final String PALE_INK = "6B7785";
  static final String DEEP = "22485F";
  static final String PALE = "EDF2F5";
  static final String RULE = "CBD3DA";

  static final Look PLAIN =
      new Look(
          10, false, INK, "", HorizontalAlignment.LEFT, "General", false, Frame.NONE, false, false);
  static final Look NOTE = PLAIN.ink(PALE_INK);
  static final Look TITLE = PLAIN.points(16).ink(DEEP).heavy();
  static final Look SECTION = PLAIN.points(12).ink(DEEP).heavy();
  static final Look BODY = PLAIN.rule();
  static final Look WRAPPED = BODY.wrap();
  static final Look MIDDLE = BODY.align(HorizontalAlignment.CENTER);
  static final Look CLOCK = MIDDLE.format("hh:mm");
  static final Look CLOCK_TO_THE_SECOND = MIDDLE.format("hh:mm:ss");
  static final Look SHARE = MIDDLE.format("0%");
  static final Look HEADING = MIDDLE.ink("FFFFFF").fill(DEEP).heavy().wrap();

  /** Where thin lines run. */
  enum Frame {
    NONE,
    ABOVE_AND_BELOW,
    ALL
  }

  static Look of(Mark mark) {
    return MIDDLE.fill(mark.fill()).ink(mark.ink()).heavy();
  }

  Look points(int size) {
    return new Look(size, bold, ink, fill, align, format, wrapped, frame, literal, upright);
  }

  Look heavy() {
    return new Look(points, true, ink, fill, align, format, wrapped, frame, literal, upright);
  }

  Look ink(String colour) {
    return new Look(points, bold, colour, fill, align, format, wrapped, frame, literal, upright);
  }

  Look fill(String colour) {
    return new Look(points, bold, ink, colour, align, format, wrapped, frame, literal, upright);
  }

  Look align(HorizontalAlignment side) {
    return new Look(points, bold, ink, fill, side, format, wrapped, frame, literal, upright);
  }

  Look format(String pattern) {
    return new Look(points, bold, ink, fill, align, pattern, wrapped, frame, literal, upright);
  }

  Look wrap() {
    return new Look(points, bold, ink, fill, align, format, true, frame, literal, upright);
  }

  Look rule() {
    return new Look(points, bold, ink, fill, align, format, wrapped, Frame.ALL, literal, upright);
  }

  Look rowLines() {
    return new Look(
        points, bold, ink, fill, align, format, wrapped, Frame.ABOVE_AND_BELOW, literal, upright);
  }

  Look asLiteral() {
    return new Look(points, bold, ink, fill, align, format, wrapped, frame, true, upright);
  }

  Look turn() {
    return new Look(points, bold, ink, fill, align, format, wrapped, frame, literal, true);
  }
}
