package org.rollcall.demo;

import static java.awt.RenderingHints.KEY_ANTIALIASING;
import static java.awt.RenderingHints.VALUE_ANTIALIAS_ON;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A half-length portrait of a fictitious person. The faces are samples of a statistical model and
 * fill their images to the edge; hair, neck and clothes are painted around them, because detectors
 * use more than the face.
 *
 * <p>A portrait consists of layers, since heads turn: body, skull, and the front of the head. All
 * faces are {@value #FACE_WIDTH} pixels wide.
 */
final class Portrait {
  static final int PEOPLE = 30;
  static final int FACE_WIDTH = 100;

  static final int BODY_WIDTH = 300;
  static final int BODY_HEIGHT = 700;

  /** Centre of the face in a body; in the layers of the head it is the centre of the image. */
  static final int FACE_X = 150;

  static final int FACE_Y = 128;
  static final int HEAD_WIDTH = 160;
  static final int HEAD_HEIGHT = 250;

  private static final int CROP = 128;
  private static final int HIPS = 290;

  /** The colour of skin in daylight, relative to a grey of the same brightness. */
  private static final double SKIN_RED = 1.2;

  private static final double SKIN_GREEN = 0.96;
  private static final double SKIN_BLUE = 0.84;

  /**
   * Spreads neighbouring seeds, whose random sequences would otherwise start with nearly the same
   * numbers.
   */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final BufferedImage crop;
  private final Appearance looks;
  private final long seed;

  /**
   * Creates a portrait. Hair and clothes depend on the person only.
   *
   * @param person number of the person, 1 to {@value #PEOPLE}
   * @param picture number of the face image, 1 to 8
   */
  Portrait(int person, int picture) {
    crop = naturallyLit(read(person, picture));
    seed = SPREAD * person;
    looks = Appearance.of(crop, naturallyLit(read(person, 1)), new Random(seed));
  }

  private static BufferedImage read(int person, int picture) {
    String name = "/org/rollcall/demo/faces/person-%02d/%d.jpg".formatted(person, picture);
    try (InputStream in = Portrait.class.getResourceAsStream(name)) {
      return ImageIO.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  /** Removes half of the colour cast, so that all people seem to be in the same room. */
  private static BufferedImage naturallyLit(BufferedImage picture) {
    Color mean = Appearance.average(picture.getSubimage(24, 24, 80, 80));
    double grey = (mean.getRed() + mean.getGreen() + mean.getBlue()) / 3.0;
    double red = Math.sqrt(SKIN_RED * grey / mean.getRed());
    double green = Math.sqrt(SKIN_GREEN * grey / mean.getGreen());
    double blue = Math.sqrt(SKIN_BLUE * grey / mean.getBlue());
    BufferedImage lit = new BufferedImage(CROP, CROP, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < CROP; y++) {
      for (int x = 0; x < CROP; x++) {
        Color color = new Color(picture.getRGB(x, y));
        lit.setRGB(
            x,
            y,
            new Color(
                    (int) Math.min(255, red * color.getRed()),
                    (int) Math.min(255, green * color.getGreen()),
                    (int) Math.min(255, blue * color.getBlue()))
                .getRGB());
      }
    }
    return lit;
  }

  Appearance looks() {
    return looks;
  }

  /** {@return the body from above the hair down to the shins, without the head} */
  BufferedImage body() {
    BufferedImage body =
        new BufferedImage(BODY_WIDTH, BODY_HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D canvas = canvas(body, FACE_X, FACE_Y);
    new Hair(looks, new Random(seed)).paintBehind(canvas);
    paintLegs(canvas);
    paintNeck(canvas);
    paintClothes(canvas);
    canvas.dispose();
    return body;
  }

  /** {@return the head without the face} */
  BufferedImage skull() {
    BufferedImage skull =
        new BufferedImage(HEAD_WIDTH, HEAD_HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D canvas = canvas(skull, HEAD_WIDTH / 2, HEAD_HEIGHT / 2);
    new Hair(looks, new Random(seed)).paintSkull(canvas);
    canvas.dispose();
    return skull;
  }

  /** {@return the part that turns with the head: face and fringe} */
  BufferedImage front() {
    BufferedImage front =
        new BufferedImage(HEAD_WIDTH, HEAD_HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D canvas = canvas(front, HEAD_WIDTH / 2, HEAD_HEIGHT / 2);
    Hair hair = new Hair(looks, new Random(seed));
    hair.paintBelowFace(canvas);
    canvas.drawImage(faceOnly(), -CROP / 2, -CROP / 2, null);
    hair.paintFringe(canvas);
    canvas.dispose();
    return front;
  }

  private static Graphics2D canvas(BufferedImage image, int x, int y) {
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(KEY_ANTIALIASING, VALUE_ANTIALIAS_ON);
    canvas.translate(x, y);
    return canvas;
  }

  private void paintNeck(Graphics2D canvas) {
    Color light = Appearance.shaded(looks.skin(), 0.9);
    canvas.setPaint(new GradientPaint(0, 48, Appearance.shaded(looks.skin(), 0.5), 0, 86, light));
    canvas.fill(new RoundRectangle2D.Double(-28, 28, 56, 80, 24, 24));
  }

  private void paintLegs(Graphics2D canvas) {
    Color cloth = looks.trousers();
    for (int side = -1; side <= 1; side += 2) {
      canvas.setPaint(
          new GradientPaint(side * 10, 0, Appearance.shaded(cloth, 0.7), side * 80, 0, cloth));
      canvas.fill(new RoundRectangle2D.Double(side * 45 - 41, HIPS - 20, 82, 420, 50, 50));
    }
  }

  private void paintClothes(Graphics2D canvas) {
    Path2D torso = torso();
    Color cloth = looks.cloth();
    canvas.setPaint(
        new GradientPaint(
            -90, 80, Appearance.shaded(cloth, 1.2), 110, 300, Appearance.shaded(cloth, 0.6)));
    canvas.fill(torso);
    canvas.setClip(torso);
    if (looks.pattern() == Appearance.Pattern.STRIPES) {
      canvas.setColor(Appearance.shaded(cloth, 1.35));
      for (int y = 110; y < HIPS; y += 34) {
        canvas.fillRect(-BODY_WIDTH / 2, y, BODY_WIDTH, 10);
      }
    }
    paintFolds(canvas);
    canvas.setClip(null);
    boolean collar = looks.pattern() == Appearance.Pattern.COLLAR;
    canvas.setColor(Appearance.shaded(cloth, collar ? 1.3 : 0.7));
    canvas.setStroke(new BasicStroke(collar ? 9 : 5));
    canvas.draw(new Arc2D.Double(-32, 46, 64, 54, 190, 160, Arc2D.OPEN));
  }

  private static Path2D torso() {
    Path2D torso = new Path2D.Double();
    torso.moveTo(-32, 70);
    torso.curveTo(-62, 88, -102, 84, -114, 128);
    torso.curveTo(-124, 170, -118, 220, -104, HIPS);
    torso.lineTo(104, HIPS);
    torso.curveTo(118, 220, 124, 170, 114, 128);
    torso.curveTo(102, 84, 62, 88, 32, 70);
    torso.curveTo(20, 102, -20, 102, -32, 70);
    return torso;
  }

  /** Paints the folds of the clothes, and the shadows that set the arms off from the body. */
  private void paintFolds(Graphics2D canvas) {
    Random random = new Random(seed);
    canvas.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.setColor(new Color(0, 0, 0, 60));
    for (int side = -1; side <= 1; side += 2) {
      Path2D armpit = new Path2D.Double();
      armpit.moveTo(side * 84, 150);
      armpit.curveTo(side * 86, 190, side * 80, 250, side * 78, HIPS);
      canvas.draw(armpit);
    }
    canvas.setColor(new Color(0, 0, 0, 26));
    for (int i = 0; i < 7; i++) {
      double x = 150 * random.nextDouble() - 75;
      double y = 110 + 100 * random.nextDouble();
      canvas.draw(new Arc2D.Double(x, y, 50, 60, 30 * i, 70, Arc2D.OPEN));
    }
  }

  /** Fades the image out towards an oval, so that its background does not show. */
  private BufferedImage faceOnly() {
    BufferedImage face = new BufferedImage(CROP, CROP, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < CROP; y++) {
      for (int x = 0; x < CROP; x++) {
        double radius = Math.hypot((x - 63.5) / (FACE_WIDTH / 2.0), (y - 62) / 68.0);
        double share = Math.max(0, Math.min(1, (1.01 - radius) / 0.2));
        int alpha = (int) Math.round(255 * share * share * (3 - 2 * share));
        face.setRGB(x, y, alpha << 24 | (crop.getRGB(x, y) & 0xffffff));
      }
    }
    return face;
  }
}
