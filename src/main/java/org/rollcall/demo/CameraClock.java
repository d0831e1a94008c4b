package org.rollcall.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * The line that a camera writes into its frames: its name, the date and the time. It has its own
 * glyphs, five dots by seven, because a machine may have no fonts.
 */
final class CameraClock {
  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("'CAM 04'  yyyy-MM-dd  HH:mm:ss");
  private static final int ADVANCE = 6;
  private static final int ROWS_PER_DOT = 360;
  private static final Map<Character, List<String>> LETTERS =
      Map.ofEntries(
          letter('0', ".###.", "#...#", "#..##", "#.#.#", "##..#", "#...#", ".###."),
          letter('1', "..#..", ".##..", "..#..", "..#..", "..#..", "..#..", ".###."),
          letter('2', ".###.", "#...#", "....#", "...#.", "..#..", ".#...", "#####"),
          letter('3', "#####", "...#.", "..#..", "...#.", "....#", "#...#", ".###."),
          letter('4', "...#.", "..##.", ".#.#.", "#..#.", "#####", "...#.", "...#."),
          letter('5', "#####", "#....", "####.", "....#", "....#", "#...#", ".###."),
          letter('6', "..##.", ".#...", "#....", "####.", "#...#", "#...#", ".###."),
          letter('7', "#####", "....#", "...#.", "..#..", ".#...", ".#...", ".#..."),
          letter('8', ".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###."),
          letter('9', ".###.", "#...#", "#...#", ".####", "....#", "...#.", ".##.."),
          letter('-', ".....", ".....", ".....", "#####", ".....", ".....", "....."),
          letter(':', ".....", "..#..", "..#..", ".....", "..#..", "..#..", "....."),
          letter(' ', ".....", ".....", ".....", ".....", ".....", ".....", "....."),
          letter('A', ".###.", "#...#", "#...#", "#####", "#...#", "#...#", "#...#"),
          letter('C', ".###.", "#...#", "#....", "#....", "#....", "#...#", ".###."),
          letter('M', "#...#", "##.##", "#.#.#", "#.#.#", "#...#", "#...#", "#...#"));

  private final LocalDateTime start;
  private final int dot;

  /**
   * Creates the clock.
   *
   * @param start the time that it shows in the first frame
   * @param frameHeight rows of the frame, which determine the size of the letters
   */
  CameraClock(LocalDateTime start, int frameHeight) {
    this.start = start;
    this.dot = Math.max(1, frameHeight / ROWS_PER_DOT);
  }

  private static Map.Entry<Character, List<String>> letter(char letter, String... rows) {
    return Map.entry(letter, List.of(rows));
  }

  /** Paints the line in the upper left corner. */
  void paint(Graphics2D canvas, double second) {
    String text = TEXT.format(start.plusNanos(Math.round(second * 1e9)));
    canvas.setColor(new Color(0, 0, 0, 200));
    paint(canvas, text, 7 * dot + Math.max(1, dot / 2));
    canvas.setColor(Color.WHITE);
    paint(canvas, text, 7 * dot);
  }

  private void paint(Graphics2D canvas, String text, int corner) {
    for (int i = 0; i < text.length(); i++) {
      List<String> rows = LETTERS.get(text.charAt(i));
      for (int y = 0; y < rows.size(); y++) {
        paintDots(canvas, rows.get(y), corner + i * ADVANCE * dot, corner + y * dot);
      }
    }
  }

  private void paintDots(Graphics2D canvas, String row, int left, int top) {
    for (int x = 0; x < row.length(); x++) {
      if (row.charAt(x) == '#') {
        canvas.fillRect(left + x * dot, top, dot, dot);
      }
    }
  }
}
