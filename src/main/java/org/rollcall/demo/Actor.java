package org.rollcall.demo;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.demo.Attention.HeadPose;
import org.rollcall.demo.Performance.Cover;

/**
 * Paints one person following a performance. All images are scaled to the seat beforehand.
 * Thread-safe.
 */
final class Actor {
  static final int EXPRESSIONS = 4;

  private static final int FIRST_PICTURE = 5;

  /** Distance below the face, in portrait pixels, from which the table hides a seated person. */
  private static final int LAP = 165;

  /** Exposure time in seconds. */
  private static final double EXPOSURE = 1.0 / 20;

  private static final double STANDING_HIGHER = 1.15;
  private static final double WALKING_YAW = 0.95;
  private static final double STEPS_PER_SECOND = 1.8;

  private final Performance performance;
  private final double entrance;
  private final double scale;
  private final Appearance looks;
  private final BufferedImage body;
  private final BufferedImage seatedBody;
  private final BufferedImage skull;
  private final List<BufferedImage> fronts = new ArrayList<>();

  /**
   * Creates the painter of a person.
   *
   * @param performance what the person does
   * @param frameWidth width of the film in pixels; the person enters from the nearer edge
   */
  Actor(Performance performance, int frameWidth) {
    this.performance = performance;
    double faceWidth = performance.seat().faceWidth();
    this.scale = faceWidth / Portrait.FACE_WIDTH;
    boolean fromLeft = performance.seat().x() < frameWidth / 2.0;
    this.entrance = fromLeft ? -1.6 * faceWidth : frameWidth + 1.6 * faceWidth;
    Portrait portrait = new Portrait(performance.person(), FIRST_PICTURE);
    this.looks = portrait.looks();
    this.body = Lens.soften(scaled(portrait.body()));
    int lap = (int) (scale * (Portrait.FACE_Y + LAP));
    this.seatedBody = body.getSubimage(0, 0, body.getWidth(), lap);
    this.skull = Lens.soften(scaled(portrait.skull()));
    for (int i = 0; i < EXPRESSIONS; i++) {
      fronts.add(scaled(new Portrait(performance.person(), FIRST_PICTURE + i).front()));
    }
  }

  private BufferedImage scaled(BufferedImage image) {
    int width = (int) Math.ceil(scale * image.getWidth());
    int height = (int) Math.ceil(scale * image.getHeight());
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D canvas = scaled.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.drawImage(image, AffineTransform.getScaleInstance(scale, scale), null);
    canvas.dispose();
    return scaled;
  }

  Performance performance() {
    return performance;
  }

  /** Paints the person, if present at this time. */
  void paint(Graphics2D canvas, double second) {
    if (!performance.stay().there().contains(second)) {
      return;
    }
    double walked = EXPOSURE * (x(second + 0.5) - x(second - 0.5));
    if (performance.stay().walks(second)) {
      paintBody(canvas, MotionBlur.smear(body, walked), second);
    } else {
      paintBody(canvas, seatedBody, second);
    }
    paintHead(canvas, walked, second);
    paintCover(canvas, second);
  }

  private void paintBody(Graphics2D canvas, BufferedImage picture, double second) {
    double left = x(second) + 0.02 * faceWidth() * sway(second) - scale * Portrait.FACE_X;
    double top = y(second) - scale * Portrait.FACE_Y;
    canvas.drawImage(picture, (int) Math.round(left), (int) Math.round(top), null);
  }

  private void paintHead(Graphics2D canvas, double walked, double second) {
    boolean walks = performance.stay().walks(second);
    HeadPose look = performance.attention().at(second);
    double yaw = walks ? Math.signum(walked) * WALKING_YAW : look.yaw();
    double turned = EXPOSURE * 0.5 * faceWidth() * look.yawSpeed();
    BufferedImage head = MotionBlur.smear(head(look, yaw), walks ? walked : turned);
    double sway = sway(second);
    double nod = 0.025 * Math.sin(1.3 * second) + 0.12 * Math.sin(look.nod());
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            x(second) + faceWidth() * (0.06 * sway + 0.08 * Math.sin(yaw)),
            y(second) + faceWidth() * nod);
    place.rotate(0.05 * sway);
    place.translate(-head.getWidth() / 2.0, -head.getHeight() / 2.0);
    canvas.drawImage(head, place, null);
  }

  private double faceWidth() {
    return performance.seat().faceWidth();
  }

  /** {@return how far a seated person leans to the side, -1..1} */
  private double sway(double second) {
    return performance.stay().walks(second) ? 0 : Math.sin(0.9 * second + 20 * performance.phase());
  }

  private BufferedImage head(HeadPose look, double yaw) {
    BufferedImage head =
        new BufferedImage(skull.getWidth(), skull.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D canvas = head.createGraphics();
    canvas.drawImage(skull, 0, 0, null);
    canvas.drawImage(
        HeadTurn.turn(fronts.get(look.before().expression()), faceWidth(), yaw, look.nod()),
        0,
        0,
        null);
    if (look.turned() > 0) {
      canvas.setComposite(AlphaComposite.SrcOver.derive((float) look.turned()));
      canvas.drawImage(
          HeadTurn.turn(fronts.get(look.after().expression()), faceWidth(), yaw, look.nod()),
          0,
          0,
          null);
    }
    canvas.dispose();
    return head;
  }

  private double x(double second) {
    double away = performance.stay().away(second);
    return performance.seat().x() + away * (entrance - performance.seat().x());
  }

  private double y(double second) {
    double away = performance.stay().away(second);
    double up = new TimeSpan(0, 0.2).share(away);
    double bob = away > 0 ? 0.04 * Math.sin(2 * Math.PI * STEPS_PER_SECOND * second) : 0;
    return performance.seat().y() - faceWidth() * (STANDING_HIGHER * up * (2 - up) + up * bob);
  }

  private void paintCover(Graphics2D canvas, double second) {
    for (Cover cover : performance.covers()) {
      if (cover.span().contains(second)) {
        new Props(canvas, performance.seat(), looks).paint(cover.prop(), performance.phase());
      }
    }
  }
}
