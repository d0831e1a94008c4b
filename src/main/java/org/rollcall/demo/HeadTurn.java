package org.rollcall.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Turns a head: its front is mapped onto an ellipsoid, so that a face turned away is foreshortened
 * and its far side hidden.
 */
final class HeadTurn {
  /** Half the width of the ellipsoid in face widths; a head is a little wider than the face. */
  private static final double RADIUS = 0.62;

  private static final double HALF_HEIGHT = 1.05;

  /** Height of the ellipsoid's centre above the centre of the face, in face widths. */
  private static final double HIGHER = 0.18;

  /** Radius of the arc along which a nod moves the face, in face widths. */
  private static final double NOD_RADIUS = 0.6;

  private HeadTurn() {}

  /**
   * Turns the front of a head.
   *
   * @param front face and fringe, centred in the image (premultiplied colours)
   * @param faceWidth width of the face in it, in pixels
   * @param yaw angle to the person's left, which is the viewer's right (radians)
   * @param nod angle downwards (radians)
   * @return an image of the same size
   */
  static BufferedImage turn(BufferedImage front, double faceWidth, double yaw, double nod) {
    int width = front.getWidth();
    int height = front.getHeight();
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    int[] from = pixels(front);
    int[] to = pixels(turned);
    double lower = faceWidth * NOD_RADIUS * Math.sin(nod);
    for (int y = 0; y < height; y++) {
      double source = height / 2.0 + (y - height / 2.0 - lower) / Math.cos(nod);
      double radius = radius(source - height / 2.0, faceWidth);
      if (source >= 0 && source < height - 1 && radius > 1) {
        int right = (int) Math.min(width - 1, width / 2.0 + radius);
        for (int x = (int) Math.max(0, width / 2.0 - radius); x <= right; x++) {
          double column = width / 2.0 + radius * before((x - width / 2.0) / radius, yaw);
          if (column >= 0 && column < width - 1) {
            to[y * width + x] = sample(from, width, column, source);
          }
        }
      }
    }
    return turned;
  }

  /** {@return half the width of the head at a distance below the centre of the face, in pixels} */
  private static double radius(double below, double faceWidth) {
    double share = (below / faceWidth + HIGHER) / HALF_HEIGHT;
    return RADIUS * faceWidth * Math.sqrt(Math.max(0, 1 - share * share));
  }

  /**
   * Finds where a point on a circle was before the turn.
   *
   * @param across position along the diameter, -1..1 on the circle
   * @param yaw angle of the turn
   * @return the position before, or NaN if the point was hidden or lies outside the circle
   */
  private static double before(double across, double yaw) {
    double depth = Math.sqrt(1 - across * across);
    boolean visible = depth * Math.cos(yaw) + across * Math.sin(yaw) > 0;
    return visible ? across * Math.cos(yaw) - depth * Math.sin(yaw) : Double.NaN;
  }

  private static int sample(int[] pixels, int width, double x, double y) {
    int left = (int) x;
    int top = (int) y;
    int right = (int) (256 * (x - left));
    int below = (int) (256 * (y - top));
    int at = top * width + left;
    int upper = mixed(pixels[at], pixels[at + 1], right);
    int lower = mixed(pixels[at + width], pixels[at + width + 1], right);
    return mixed(upper, lower, below);
  }

  /** Blends two colours, the second with a weight of 0 to 256, two channels at a time. */
  private static int mixed(int one, int other, int weight) {
    int redBlue = (one & 0xff00ff) * (256 - weight) + (other & 0xff00ff) * weight;
    int alphaGreen =
        ((one >>> 8) & 0xff00ff) * (256 - weight) + ((other >>> 8) & 0xff00ff) * weight;
    return ((redBlue >>> 8) & 0xff00ff) | (alphaGreen & 0xff00ff00);
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
