package org.rollcall.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import org.rollcall.demo.Performance.Prop;
import org.rollcall.demo.SeatingPlan.Seat;

/** Paints what people hold in front of their faces; one unit is the width of a face. */
final class Props {
  private final Graphics2D canvas;
  private final Seat seat;
  private final Appearance looks;

  Props(Graphics2D canvas, Seat seat, Appearance looks) {
    this.canvas = canvas;
    this.seat = seat;
    this.looks = looks;
  }

  /**
   * Paints a prop.
   *
   * @param prop the prop
   * @param variety determines side and colour, 0..1
   */
  void paint(Prop prop, double variety) {
    AffineTransform before = canvas.getTransform();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.translate(seat.x(), seat.y());
    canvas.scale(variety < 0.5 ? -seat.faceWidth() : seat.faceWidth(), seat.faceWidth());
    if (prop == Prop.BOOK) {
      paintBook(variety);
    } else {
      paintHand();
    }
    canvas.setTransform(before);
  }

  private void paintBook(double variety) {
    canvas.rotate(0.12);
    canvas.setColor(new Color(236, 232, 220));
    canvas.fill(new RoundRectangle2D.Double(-0.72, -0.3, 1.44, 1.02, 0.04, 0.04));
    Color cover = Color.getHSBColor((float) (7 * variety), 0.5f, 0.45f);
    for (int side = -1; side <= 1; side += 2) {
      canvas.setPaint(
          new GradientPaint(
              0, 0, Appearance.shaded(cover, 0.6), side * 0.5f, 0, Appearance.shaded(cover, 1.2)));
      canvas.fill(
          new RoundRectangle2D.Double(side < 0 ? -0.7 : 0.01, -0.28, 0.69, 1.0, 0.04, 0.04));
    }
    canvas.setColor(Appearance.shaded(cover, 1.7));
    canvas.fill(new RoundRectangle2D.Double(0.14, -0.12, 0.4, 0.12, 0.03, 0.03));
    paintFingers(-0.74, 0.35);
    paintFingers(0.62, 0.35);
  }

  /** Paints a hand supporting the cheek, with the elbow on the table. */
  private void paintHand() {
    Color skin = looks.skin();
    canvas.setStroke(new BasicStroke(0.34f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.setColor(Appearance.shaded(looks.cloth(), 0.9));
    canvas.draw(new Line2D.Double(0.72, 1.25, 0.5, 0.85));
    canvas.setStroke(new BasicStroke(0.22f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.setColor(Appearance.shaded(skin, 0.86));
    canvas.draw(new Line2D.Double(0.48, 0.8, 0.4, 0.6));
    canvas.setPaint(
        new GradientPaint(
            0.1f, 0.2f, Appearance.shaded(skin, 0.98), 0.5f, 0.7f, Appearance.shaded(skin, 0.75)));
    canvas.fill(new RoundRectangle2D.Double(0.1, 0.32, 0.42, 0.34, 0.2, 0.2));
    canvas.setStroke(new BasicStroke(0.11f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int finger = 0; finger < 4; finger++) {
      canvas.setColor(Appearance.shaded(skin, 0.98 - 0.05 * finger));
      canvas.draw(
          new Line2D.Double(0.3, 0.38 + 0.08 * finger, -0.1 + 0.05 * finger, 0.3 + 0.11 * finger));
    }
  }

  private void paintFingers(double x, double y) {
    canvas.setStroke(new BasicStroke(0.09f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int finger = 0; finger < 4; finger++) {
      canvas.setColor(Appearance.shaded(looks.skin(), 0.95 - 0.06 * finger));
      double top = y + 0.085 * finger;
      canvas.draw(new Line2D.Double(x, top, x + 0.12, top + 0.01));
    }
  }
}
