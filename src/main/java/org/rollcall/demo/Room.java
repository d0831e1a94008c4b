package org.rollcall.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Paints the empty room as seen by a camera above the blackboard: back wall, side walls, floor.
 *
 * <p>Everything is drawn in {@value #WIDTH} × {@value #HEIGHT} units and scaled to the frame.
 */
final class Room {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final int GRAIN = 40;

  /** Where the floor starts, at the back wall and at the edges of the frame. */
  private static final int FLOOR = 330;

  private static final int FLOOR_AT_EDGE = 560;
  private static final int LEFT_CORNER = 170;
  private static final int RIGHT_CORNER = WIDTH - LEFT_CORNER;

  private final Graphics2D canvas;
  private final Random random;

  private Room(Graphics2D canvas, Random random) {
    this.canvas = canvas;
    this.random = random;
  }

  /** {@return the room without people or furniture} */
  static BufferedImage paint(int width, int height, Random random) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.scale((double) width / WIDTH, (double) height / HEIGHT);
    Room room = new Room(canvas, random);
    room.paintFloor();
    room.paintWalls();
    room.paintWindows();
    room.paintPinboard(330, 30, 520, 190);
    room.paintShelf(1010, 60, 330, FLOOR - 60);
    room.paintDoor(1490, 10, 170, FLOOR - 10);
    room.paintClock(930, 70, 38);
    room.paintPatches();
    canvas.dispose();
    return Lens.soften(image);
  }

  private void paintFloor() {
    canvas.setPaint(
        new GradientPaint(0, FLOOR, new Color(122, 114, 102), 0, HEIGHT, new Color(158, 148, 132)));
    canvas.fillRect(0, FLOOR, WIDTH, HEIGHT - FLOOR);
    canvas.setColor(new Color(90, 84, 76, 90));
    canvas.setStroke(new BasicStroke(2));
    for (int i = -14; i <= 14; i++) {
      canvas.drawLine(WIDTH / 2 + 90 * i, FLOOR, WIDTH / 2 + 240 * i, HEIGHT);
    }
    double y = FLOOR;
    for (double step = 26; y < HEIGHT; step *= 1.22) {
      canvas.drawLine(0, (int) y, WIDTH, (int) y);
      y += step;
    }
  }

  private void paintWalls() {
    canvas.setPaint(
        new GradientPaint(0, 0, new Color(214, 209, 194), WIDTH, FLOOR, new Color(184, 178, 164)));
    canvas.fillRect(LEFT_CORNER, 0, RIGHT_CORNER - LEFT_CORNER, FLOOR);
    canvas.setPaint(
        new GradientPaint(
            0, 0, new Color(196, 192, 182), LEFT_CORNER, 0, new Color(176, 171, 160)));
    canvas.fill(side(0, LEFT_CORNER));
    canvas.setPaint(
        new GradientPaint(
            RIGHT_CORNER, 0, new Color(168, 162, 148), WIDTH, 0, new Color(196, 190, 176)));
    canvas.fill(side(WIDTH, RIGHT_CORNER));
    canvas.setColor(new Color(104, 92, 78));
    canvas.setStroke(new BasicStroke(9));
    canvas.drawLine(LEFT_CORNER, FLOOR, RIGHT_CORNER, FLOOR);
    canvas.drawLine(LEFT_CORNER, FLOOR, 0, FLOOR_AT_EDGE);
    canvas.drawLine(RIGHT_CORNER, FLOOR, WIDTH, FLOOR_AT_EDGE);
    canvas.setColor(new Color(0, 0, 0, 40));
    canvas.setStroke(new BasicStroke(4));
    canvas.drawLine(LEFT_CORNER, 0, LEFT_CORNER, FLOOR);
    canvas.drawLine(RIGHT_CORNER, 0, RIGHT_CORNER, FLOOR);
  }

  private static Polygon side(int edge, int corner) {
    return new Polygon(
        new int[] {edge, corner, corner, edge}, new int[] {0, 0, FLOOR, FLOOR_AT_EDGE}, 4);
  }

  /** Paints the windows on the left, and their daylight, which fills half of the room. */
  private void paintWindows() {
    for (int[] window : new int[][] {{8, 76, 300, 262}, {92, 150, 250, 212}}) {
      Polygon frame =
          new Polygon(
              new int[] {window[0], window[1], window[1], window[0]},
              new int[] {0, 0, window[3], window[2]},
              4);
      canvas.setPaint(
          new GradientPaint(0, 0, new Color(255, 255, 255), 0, 300, new Color(232, 240, 244)));
      canvas.fill(frame);
      canvas.setColor(new Color(150, 144, 134));
      canvas.setStroke(new BasicStroke(7));
      canvas.draw(frame);
      int middle = (window[0] + window[1]) / 2;
      canvas.drawLine(middle, 0, middle, (window[2] + window[3]) / 2);
    }
    canvas.setPaint(
        new GradientPaint(
            0, FLOOR, new Color(255, 250, 230, 70), 900, FLOOR, new Color(255, 250, 230, 0)));
    canvas.fillRect(0, 0, WIDTH / 2, HEIGHT);
  }

  private void paintPinboard(int left, int top, int width, int height) {
    canvas.setColor(new Color(120, 92, 64));
    canvas.fillRect(left, top, width, height);
    canvas.setColor(new Color(176, 142, 100));
    canvas.fillRect(left + 8, top + 8, width - 16, height - 16);
    for (int i = 0; i < 16; i++) {
      int paperWidth = 44 + random.nextInt(26);
      int paperHeight = 40 + random.nextInt(34);
      int x = left + 20 + i % 8 * (width - 90) / 7;
      int y = top + 16 + i / 8 * (height / 2 - 6) + random.nextInt(10);
      canvas.setColor(Color.getHSBColor(random.nextFloat(), 0.35f * random.nextFloat(), 0.86f));
      canvas.fillRect(x, y, paperWidth, paperHeight);
      canvas.setColor(new Color(90, 90, 96, 130));
      canvas.setStroke(new BasicStroke(2));
      for (int line = 8; line < paperHeight - 6; line += 7) {
        canvas.drawLine(x + 6, y + line, x + 14 + random.nextInt(paperWidth - 20), y + line);
      }
    }
  }

  private void paintShelf(int left, int top, int width, int height) {
    canvas.setColor(new Color(112, 84, 58));
    canvas.fillRect(left, top, width, height);
    int board = height / 3;
    for (int shelf = 0; shelf < 3; shelf++) {
      int floor = top + (shelf + 1) * board - 8;
      canvas.setColor(new Color(70, 52, 38));
      canvas.fillRect(left + 8, top + shelf * board + 8, width - 16, board - 16);
      int x = left + 12;
      while (x < left + width - 36) {
        int thickness = 8 + random.nextInt(13);
        int tall = board - 26 - random.nextInt(22);
        canvas.setColor(
            Color.getHSBColor(
                random.nextFloat(), 0.5f * random.nextFloat(), 0.25f + 0.45f * random.nextFloat()));
        canvas.fillRect(x, floor - tall, thickness, tall);
        x += thickness + 1 + (random.nextInt(9) == 0 ? 30 : 0);
      }
    }
  }

  private void paintDoor(int left, int top, int width, int height) {
    canvas.setColor(new Color(128, 122, 112));
    canvas.fillRect(left - 12, 0, width + 24, height + top);
    canvas.setPaint(
        new GradientPaint(
            left, 0, new Color(150, 116, 78), left + width, 0, new Color(126, 95, 62)));
    canvas.fillRect(left, top, width, height);
    canvas.setColor(new Color(176, 196, 200));
    canvas.fillRect(left + width * 5 / 8, top + 34, width / 5, height / 2);
    canvas.setColor(new Color(200, 198, 190));
    canvas.fillRect(left + 10, top + height * 5 / 8, 30, 8);
  }

  private void paintClock(int x, int y, int radius) {
    canvas.setColor(new Color(50, 50, 54));
    canvas.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    canvas.setColor(new Color(236, 234, 226));
    canvas.fillOval(x - radius + 5, y - radius + 5, 2 * radius - 10, 2 * radius - 10);
    canvas.setColor(new Color(40, 40, 44));
    canvas.setStroke(new BasicStroke(4));
    canvas.drawLine(x, y, x, y - radius + 12);
    canvas.drawLine(x, y, x - radius + 18, y + 1);
  }

  /**
   * Paints faint patches of light and shade: a uniform wall would compress to nothing and make
   * detection too easy.
   */
  private void paintPatches() {
    BufferedImage patches =
        new BufferedImage(WIDTH / GRAIN, HEIGHT / GRAIN, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < patches.getHeight(); y++) {
      for (int x = 0; x < patches.getWidth(); x++) {
        int light = random.nextBoolean() ? 0xffffff : 0;
        patches.setRGB(x, y, random.nextInt(18) << 24 | light);
      }
    }
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.drawImage(patches, 0, 0, WIDTH, HEIGHT, null);
  }
}
