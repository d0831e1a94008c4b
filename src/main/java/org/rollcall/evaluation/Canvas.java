package org.rollcall.evaluation;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Png;
import org.rollcall.video.Lettering;

/** A canvas for rectangles and text. Needs neither a display nor fonts. */
final class Canvas implements AutoCloseable {
  private final BufferedImage image;
  private final Graphics2D graphics;

  /** Creates a white canvas; the size is in pixels. */
  Canvas(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    fill(new Rectangle(width, height), Color.WHITE);
  }

  void fill(Rectangle area, Color color) {
    graphics.setColor(color);
    graphics.fill(area);
  }

  /** Draws text to the right of a point; the point is at half the height of the text. */
  void text(int x, int middle, Text text) {
    BufferedImage drawn = text.image;
    graphics.drawImage(drawn, x, middle - drawn.getHeight() / 2, null);
  }

  /** Draws text to the left of a point. */
  void textBefore(int x, int middle, Text text) {
    text(x - text.width(), middle, text);
  }

  /** Draws text centred on a point. */
  void textAround(int x, int middle, Text text) {
    text(x - text.width() / 2, middle, text);
  }

  /** Draws text upwards from a point; the point is at half the height of the text. */
  void textUpwards(int middle, int y, Text text) {
    BufferedImage drawn = text.image;
    AffineTransform turned =
        AffineTransform.getTranslateInstance(middle - drawn.getHeight() / 2, y);
    turned.quadrantRotate(-1);
    graphics.drawImage(drawn, turned, null);
  }

  /** {@return the drawing as a PNG file} */
  Png png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Png(bytes.toByteArray());
  }

  @Override
  public void close() {
    graphics.dispose();
  }

  /** A line of coloured text, rendered once and ready to be drawn. */
  static final class Text {
    private final BufferedImage image;

    /** Renders the text; {@code capitals} is the height of capital letters in pixels. */
    Text(String text, int capitals, Color color) {
      Picture drawn = Lettering.draw(text, capitals);
      byte[] bgr = drawn.bgr();
      int ink = color.getRGB() & 0xffffff;
      image = new BufferedImage(drawn.width(), drawn.height(), BufferedImage.TYPE_INT_ARGB);
      for (int i = 0; i < bgr.length / 3; i++) {
        int covered = bgr[3 * i] & 0xff;
        image.setRGB(i % drawn.width(), i / drawn.width(), covered << 24 | ink);
      }
    }

    int width() {
      return image.getWidth();
    }
  }
}
