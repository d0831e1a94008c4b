package org.rollcall.testing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Half-length portraits of people who do not exist. The faces are samples of a statistical model
 * and fill their pictures to the edge; hair, neck and shoulders are painted around them, because
 * detectors look at more than the face.
 *
 * <p>A portrait is {@value #WIDTH} × {@value #HEIGHT} pixels with a clear background; its face is
 * {@value #FACE_WIDTH} pixels wide and has its middle at {@value #FACE_X}, {@value #FACE_Y}.
 */
final class Portraits {
  static final int PEOPLE = 30;
  static final int PICTURES = 8;
  static final int WIDTH = 288;
  static final int HEIGHT = 330;
  static final int FACE_WIDTH = 100;
  static final int FACE_X = 144;
  static final int FACE_Y = 112;

  private static final int CROP = 128;
  private static final int CROP_LEFT = FACE_X - CROP / 2;
  private static final int CROP_TOP = FACE_Y - CROP / 2;
  private static final int STRANDS = 160;

  /** Neighbouring seeds begin with nearly the same numbers. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private Portraits() {}

  /**
   * Paints a portrait. Hair and clothes depend on the person alone.
   *
   * @param person 1 to {@value #PEOPLE}
   * @param picture 1 to {@value #PICTURES}
   */
  static BufferedImage paint(int person, int picture) {
    BufferedImage crop = read(person, picture);
    Random random = new Random(SPREAD * person);
    BufferedImage portrait = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D canvas = portrait.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Color skin = average(crop, 40, 70, 48, 30);
    Color hair = shaded(mixed(average(crop, 0, 0, 24, 30), average(crop, 104, 0, 24, 30)), 0.62);
    paintBackHair(canvas, hair, random);
    paintNeck(canvas, skin);
    paintClothes(
        canvas, Color.getHSBColor(random.nextFloat(), 0.45f, 0.3f + 0.4f * random.nextFloat()));
    paintHair(canvas, hair, random);
    canvas.drawImage(faceOnly(crop), CROP_LEFT, CROP_TOP, null);
    canvas.dispose();
    return portrait;
  }

  private static BufferedImage read(int person, int picture) {
    String name = "/org/rollcall/demo/faces/person-%02d/%d.jpg".formatted(person, picture);
    try (InputStream in = Portraits.class.getResourceAsStream(name)) {
      return ImageIO.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  private static void paintBackHair(Graphics2D canvas, Color hair, Random random) {
    double length = random.nextBoolean() ? 70 + random.nextInt(50) : 0;
    canvas.setColor(shaded(hair, 0.75));
    canvas.fill(new RoundRectangle2D.Double(FACE_X - 60, FACE_Y - 30, 120, 60 + length, 70, 70));
  }

  private static void paintNeck(Graphics2D canvas, Color skin) {
    canvas.setColor(shaded(skin, 0.84));
    canvas.fill(new RoundRectangle2D.Double(FACE_X - 27, FACE_Y + 30, 54, 85, 24, 24));
  }

  private static void paintClothes(Graphics2D canvas, Color cloth) {
    Path2D shoulders = new Path2D.Double();
    shoulders.moveTo(FACE_X - 30, FACE_Y + 82);
    shoulders.curveTo(FACE_X - 70, FACE_Y + 96, FACE_X - 118, FACE_Y + 98, FACE_X - 126, HEIGHT);
    shoulders.lineTo(FACE_X + 126, HEIGHT);
    shoulders.curveTo(
        FACE_X + 118, FACE_Y + 98, FACE_X + 70, FACE_Y + 96, FACE_X + 30, FACE_Y + 82);
    shoulders.curveTo(
        FACE_X + 20, FACE_Y + 112, FACE_X - 20, FACE_Y + 112, FACE_X - 30, FACE_Y + 82);
    canvas.setColor(cloth);
    canvas.fill(shoulders);
    canvas.setColor(shaded(cloth, 0.7));
    canvas.setStroke(new BasicStroke(4));
    canvas.draw(new Arc2D.Double(FACE_X - 31, FACE_Y + 58, 62, 52, 190, 160, Arc2D.OPEN));
  }

  private static void paintHair(Graphics2D canvas, Color hair, Random random) {
    canvas.setColor(hair);
    Ellipse2D cap = new Ellipse2D.Double(FACE_X - 59, FACE_Y - 88, 118, 140);
    canvas.fill(cap);
    canvas.setClip(cap);
    for (int i = 0; i < STRANDS; i++) {
      canvas.setColor(shaded(hair, 0.75 + 0.5 * random.nextDouble()));
      double width = 20 + 110 * random.nextDouble();
      canvas.draw(
          new Arc2D.Double(
              FACE_X - width / 2 + 6 * random.nextGaussian(),
              FACE_Y - 90 + 25 * random.nextDouble(),
              width,
              150,
              0,
              180,
              Arc2D.OPEN));
      canvas.setStroke(new BasicStroke(1 + random.nextFloat()));
    }
    canvas.setClip(null);
  }

  /** Fades the picture out towards an oval, so that its background does not show. */
  private static BufferedImage faceOnly(BufferedImage crop) {
    BufferedImage face = new BufferedImage(CROP, CROP, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < CROP; y++) {
      for (int x = 0; x < CROP; x++) {
        double radius = Math.hypot((x - 63.5) / (FACE_WIDTH / 2.0), (y - 62) / 68.0);
        double share = Math.max(0, Math.min(1, (1.06 - radius) / 0.2));
        int alpha = (int) Math.round(255 * share * share * (3 - 2 * share));
        face.setRGB(x, y, alpha << 24 | (crop.getRGB(x, y) & 0xffffff));
      }
    }
    return face;
  }

  private static Color average(BufferedImage picture, int left, int top, int width, int height) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int pixel : picture.getRGB(left, top, width, height, null, 0, width)) {
      red += pixel >> 16 & 0xff;
      green += pixel >> 8 & 0xff;
      blue += pixel & 0xff;
    }
    int count = width * height;
    return new Color((int) (red / count), (int) (green / count), (int) (blue / count));
  }

  private static Color mixed(Color one, Color other) {
    return new Color(
        (one.getRed() + other.getRed()) / 2,
        (one.getGreen() + other.getGreen()) / 2,
        (one.getBlue() + other.getBlue()) / 2);
  }

  private static Color shaded(Color color, double factor) {
    return new Color(
        (int) Math.min(255, color.getRed() * factor),
        (int) Math.min(255, color.getGreen() * factor),
        (int) Math.min(255, color.getBlue() * factor));
  }
}
