package org.rollcall.testing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.rollcall.testing.Seats.Seat;

/** Paints the empty classroom, and what stands before the people. */
final class RoomPainter {
  private static final int GRAIN = 40;

  private RoomPainter() {}

  /** {@return the room behind all people} */
  static BufferedImage room(int width, int height, Random random) {
    BufferedImage room = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = room.createGraphics();
    canvas.setPaint(
        new GradientPaint(0, 0, new Color(186, 181, 170), width, height, new Color(128, 124, 118)));
    canvas.fillRect(0, 0, width, height);
    paintBoard(canvas, width, height);
    paintWindow(canvas, width / 24, height / 40, width / 9, height / 8);
    paintWindow(canvas, width * 20 / 24, height / 40, width / 9, height / 8);
    paintPatches(canvas, width, height, random);
    canvas.dispose();
    return room;
  }

  private static void paintBoard(Graphics2D canvas, int width, int height) {
    canvas.setColor(new Color(96, 72, 48));
    canvas.fillRect(width * 7 / 24, height / 60, width * 10 / 24, height / 8);
    canvas.setPaint(
        new GradientPaint(0, 0, new Color(44, 84, 66), width, 0, new Color(30, 66, 50)));
    int edge = height / 90;
    canvas.fillRect(
        width * 7 / 24 + edge,
        height / 60 + edge,
        width * 10 / 24 - 2 * edge,
        height / 8 - 2 * edge);
  }

  private static void paintWindow(Graphics2D canvas, int left, int top, int width, int height) {
    canvas.setColor(new Color(214, 212, 206));
    canvas.fillRect(left, top, width, height);
    canvas.setPaint(
        new GradientPaint(
            0, top, new Color(196, 214, 228), 0, top + height, new Color(168, 186, 176)));
    int edge = width / 20;
    canvas.fillRect(left + edge, top + edge, width / 2 - edge * 3 / 2, height - 2 * edge);
    canvas.fillRect(
        left + width / 2 + edge / 2, top + edge, width / 2 - edge * 3 / 2, height - 2 * edge);
  }

  /** A flat wall would compress to nothing and make detection too easy. */
  private static void paintPatches(Graphics2D canvas, int width, int height, Random random) {
    BufferedImage patches =
        new BufferedImage(width / GRAIN + 1, height / GRAIN + 1, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < patches.getHeight(); y++) {
      for (int x = 0; x < patches.getWidth(); x++) {
        int light = random.nextBoolean() ? 0xffffff : 0;
        patches.setRGB(x, y, random.nextInt(28) << 24 | light);
      }
    }
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.drawImage(patches, 0, 0, patches.getWidth() * GRAIN, patches.getHeight() * GRAIN, null);
  }

  /** Paints the desk of a row, over the people who sit at it. */
  static void paintDesk(Graphics2D canvas, Seat seat, int width) {
    int top = (int) seat.deskTop();
    int thickness = (int) (0.2 * seat.faceWidth());
    canvas.setPaint(
        new GradientPaint(
            0, top, new Color(176, 136, 92), 0, top + thickness, new Color(138, 100, 64)));
    canvas.fillRect(0, top, width, thickness);
    int front = top + thickness;
    int height = (int) (1.05 * seat.faceWidth());
    canvas.setPaint(
        new GradientPaint(
            0, front, new Color(92, 66, 42), 0, front + height, new Color(122, 96, 70)));
    canvas.fillRect(0, front, width, height);
  }

  /** Paints a book, held up before a face. */
  static void paintBook(Graphics2D canvas, Seat seat) {
    int width = (int) (1.35 * seat.faceWidth());
    int height = (int) (1.4 * seat.faceWidth());
    int left = (int) seat.x() - width / 2;
    int top = (int) (seat.y() - 0.45 * height);
    canvas.setColor(new Color(140, 48, 44));
    canvas.fillRect(left, top, width, height);
    canvas.setColor(new Color(112, 34, 32));
    canvas.fillRect(left + width / 2 - width / 24, top, width / 12, height);
    canvas.setColor(new Color(196, 176, 140));
    canvas.fillRect(left + width * 5 / 8, top + height / 6, width / 4, height / 12);
  }
}
