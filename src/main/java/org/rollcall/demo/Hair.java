package org.rollcall.demo;

import static java.awt.geom.Arc2D.CHORD;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Paints hair, strand by strand, around a face centred at 0, 0. */
final class Hair {
  private static final int STRANDS = 90;
  private static final int CROWN = -100;

  private final Appearance looks;
  private final Random random;

  Hair(Appearance looks, Random random) {
    this.looks = looks;
    this.random = random;
  }

  /** Paints the hair that falls behind neck and shoulders. */
  void paintBehind(Graphics2D canvas) {
    if (looks.hairLength() > 0) {
      canvas.setColor(Appearance.shaded(looks.hair(), 0.7));
      canvas.fill(new RoundRectangle2D.Double(-60, -50, 120, 56 + looks.hairLength(), 60, 50));
      for (int i = 0; i < STRANDS; i++) {
        double x = 110 * random.nextDouble() - 55;
        double end = looks.hairLength() * (0.85 + 0.3 * random.nextDouble());
        strand(
            canvas,
            0.5 + 0.4 * random.nextDouble(),
            new double[] {x * 0.8, -20},
            new double[] {x, end});
      }
    }
  }

  /** Paints the back of the head: jaw, nape, and all the hair that does not turn with the face. */
  void paintSkull(Graphics2D canvas) {
    canvas.setColor(Appearance.shaded(looks.skin(), 0.75));
    canvas.fill(new Ellipse2D.Double(-47, -70, 94, 132));
    boolean isLong = looks.hairLength() > 0;
    canvas.setColor(Appearance.shaded(looks.hair(), 0.8));
    canvas.fill(
        new Arc2D.Double(-57, CROWN, 114, 176, isLong ? -30 : -4, isLong ? 240 : 188, CHORD));
    for (int i = 0; i < 2 * STRANDS; i++) {
      double side = i % 2 == 0 ? -1 : 1;
      double out = 58 * Math.sqrt(random.nextDouble());
      boolean beside = isLong && out > 44;
      double end =
          beside ? 30 + looks.hairLength() * random.nextDouble() / 2 : -30 * random.nextDouble();
      double[] root = {looks.parting() + 10 * random.nextGaussian(), root(8)};
      strand(canvas, 0.6 + 0.8 * random.nextDouble(), root, new double[] {side * out, end});
    }
  }

  /** Paints ears, forehead and jaw, most of which the face will cover. */
  void paintBelowFace(Graphics2D canvas) {
    if (looks.hairLength() == 0) {
      canvas.setColor(Appearance.shaded(looks.skin(), 0.72));
      canvas.fill(new Ellipse2D.Double(-58, -20, 17, 38));
      canvas.fill(new Ellipse2D.Double(41, -20, 17, 38));
    }
    canvas.setColor(Appearance.shaded(looks.skin(), 0.9));
    canvas.fill(new Ellipse2D.Double(-46, -66, 92, 128));
    canvas.setColor(looks.forehead());
    canvas.fill(new Ellipse2D.Double(-43, -79, 86, 86));
  }

  /** Paints the fringe over the edge of the forehead and the temples. */
  void paintFringe(Graphics2D canvas) {
    for (int i = 0; i < STRANDS; i++) {
      double side = i % 2 == 0 ? -1 : 1;
      double low = random.nextDouble();
      double[] root = {looks.parting() + 8 * random.nextGaussian(), root(16)};
      double[] tip = {
        side * (22 + 32 * low), -78 + 56 * low * low * low + 4 * random.nextGaussian()
      };
      strand(canvas, 0.6 + 0.8 * random.nextDouble(), root, tip);
    }
  }

  private double root(int deepest) {
    return CROWN + 3 + deepest * random.nextDouble();
  }

  /** Draws a strand that curves outwards from its root and falls to its tip. */
  private void strand(Graphics2D canvas, double shade, double[] root, double[] tip) {
    Color color = Appearance.shaded(looks.hair(), shade);
    canvas.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 190));
    canvas.setStroke(
        new BasicStroke(
            1.5f + 2 * random.nextFloat(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.draw(
        new CubicCurve2D.Double(
            root[0],
            root[1],
            root[0] + 0.6 * (tip[0] - root[0]),
            root[1] - 6,
            tip[0],
            root[1] + 18,
            tip[0],
            tip[1]));
  }
}
