package org.rollcall.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.rollcall.demo.SeatingPlan.Seat;

/** Paints the chairs and tables of a row; one unit is the width of a face. */
final class Desks {
  private static final double TOP_DEPTH = 0.42;
  private static final double EDGE = 0.07;
  private static final double FRONT = 0.62;
  private static final double BESIDE_SEAT = 1.2;

  private final List<Seat> seats;
  private final Random random;

  Desks(List<Seat> seats, Random random) {
    this.seats = seats;
    this.random = random;
  }

  /**
   * An image placed in the frame.
   *
   * @param image the image
   * @param top its upper edge in the frame; its left edge is that of the frame
   */
  record Layer(BufferedImage image, int top) {
    void paint(Graphics2D canvas) {
      canvas.drawImage(image, 0, top, null);
    }
  }

  /** {@return the chairs, painted behind the people} */
  Layer chairs(int frameWidth) {
    Seat first = seats.get(0);
    int top = (int) (first.y() - 0.2 * first.faceWidth());
    BufferedImage image = image(frameWidth, 2.4 * first.faceWidth());
    Graphics2D canvas = canvas(image);
    for (Seat seat : seats) {
      AffineTransform before = at(canvas, seat.x(), 0);
      canvas.setPaint(
          new GradientPaint(-0.6f, 0, new Color(62, 88, 122), 0.6f, 0.9f, new Color(40, 58, 84)));
      canvas.fill(new RoundRectangle2D.Double(-0.62, 0.75, 1.24, 0.62, 0.2, 0.2));
      canvas.setColor(new Color(120, 122, 126));
      canvas.fill(new Rectangle2D.Double(-0.52, 1.3, 0.08, 1.1));
      canvas.fill(new Rectangle2D.Double(0.44, 1.3, 0.08, 1.1));
      canvas.setTransform(before);
    }
    canvas.dispose();
    return new Layer(Lens.soften(image), top);
  }

  /** {@return the tables and the things on them, painted in front of the people} */
  Layer tables(int frameWidth) {
    Seat first = seats.get(0);
    int top = (int) first.tableTop();
    BufferedImage image = image(frameWidth, 2.2 * first.faceWidth());
    Graphics2D canvas = canvas(image);
    int table = 0;
    while (table <= seats.get(seats.size() - 1).table()) {
      int number = table;
      List<Seat> here = seats.stream().filter(seat -> seat.table() == number).toList();
      double left = here.get(0).x();
      double right = here.get(here.size() - 1).x();
      AffineTransform before = at(canvas, (left + right) / 2, 0);
      paintTable(canvas, (right - left) / 2 / first.faceWidth() + BESIDE_SEAT);
      canvas.setTransform(before);
      here.forEach(seat -> paintThings(canvas, seat));
      table++;
    }
    canvas.dispose();
    return new Layer(Lens.soften(image), top);
  }

  private static BufferedImage image(int width, double height) {
    return new BufferedImage(width, (int) Math.ceil(height), BufferedImage.TYPE_INT_ARGB_PRE);
  }

  private static Graphics2D canvas(BufferedImage image) {
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return canvas;
  }

  /**
   * Moves the origin to a point, scales one unit to the width of a face, and returns the previous
   * transform.
   */
  private AffineTransform at(Graphics2D canvas, double x, double y) {
    AffineTransform before = canvas.getTransform();
    double faceWidth = seats.get(0).faceWidth();
    canvas.translate(x, y);
    canvas.scale(faceWidth, faceWidth);
    return before;
  }

  private static void paintTable(Graphics2D canvas, double half) {
    double below = TOP_DEPTH + EDGE;
    canvas.setColor(new Color(0, 0, 0, 60));
    canvas.fill(new Ellipse2D.Double(-half, below + 0.75, 2 * half, 0.5));
    canvas.setColor(new Color(84, 86, 90));
    canvas.fill(new Rectangle2D.Double(-half + 0.1, below, 0.09, 1.1));
    canvas.fill(new Rectangle2D.Double(half - 0.19, below, 0.09, 1.1));
    canvas.setPaint(
        new GradientPaint(
            0, (float) below, new Color(104, 98, 90), 0, 1, new Color(138, 130, 120)));
    canvas.fill(new Rectangle2D.Double(-half + 0.16, below, 2 * half - 0.32, FRONT));
    Path2D top = new Path2D.Double();
    top.moveTo(-half + 0.14, 0);
    top.lineTo(half - 0.14, 0);
    top.lineTo(half, TOP_DEPTH);
    top.lineTo(-half, TOP_DEPTH);
    top.closePath();
    canvas.setPaint(
        new GradientPaint(
            (float) -half,
            0,
            new Color(214, 190, 152),
            (float) half,
            0.4f,
            new Color(184, 156, 116)));
    canvas.fill(top);
    canvas.setColor(new Color(126, 100, 70));
    canvas.fill(new Rectangle2D.Double(-half, TOP_DEPTH, 2 * half, EDGE));
  }

  private void paintThings(Graphics2D canvas, Seat seat) {
    AffineTransform before = at(canvas, seat.x(), 0);
    double lean = 0.2 * random.nextDouble() - 0.1;
    canvas.shear(lean, 0);
    canvas.setColor(new Color(238, 236, 228));
    canvas.fill(new Rectangle2D.Double(-0.36, 0.1, 0.34, 0.24));
    canvas.setColor(new Color(226, 223, 214));
    canvas.fill(new Rectangle2D.Double(-0.01, 0.1, 0.34, 0.24));
    canvas.setColor(new Color(110, 112, 122, 120));
    for (int line = 0; line < 4; line++) {
      canvas.fill(new Rectangle2D.Double(-0.32, 0.14 + 0.045 * line, 0.26, 0.012));
    }
    canvas.setColor(Color.getHSBColor(random.nextFloat(), 0.5f, 0.55f));
    canvas.fill(new RoundRectangle2D.Double(0.5, 0.14, 0.36, 0.1, 0.08, 0.08));
    if (random.nextInt(3) == 0) {
      canvas.setColor(Color.getHSBColor(random.nextFloat(), 0.35f, 0.7f));
      canvas.fill(new RoundRectangle2D.Double(-0.68, -0.22, 0.14, 0.46, 0.06, 0.06));
      canvas.setColor(new Color(230, 230, 230));
      canvas.fill(new Rectangle2D.Double(-0.65, -0.28, 0.08, 0.07));
    }
    canvas.setTransform(before);
  }
}
