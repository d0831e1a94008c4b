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

  private final int[] front;
  private final int width;
  private final int height;
  private final double faceWidth;
  private final double yaw;

  private HeadTurn(BufferedImage front, double faceWidth, double yaw) {
    this.front = pixels(front);
    this.width = front.getWidth();
    this.height = front.getHeight();
    this.faceWidth = faceWidth;
    this.yaw = yaw;
  }

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
    return new HeadTurn(front, faceWidth, yaw).turned(nod);
  }

  private BufferedImage turned(double nod) {
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    int[] to = pixels(turned);
    double lower = faceWidth * NOD_RADIUS * Math.sin(nod);
    for (int y = 0; y < height; y++) {
      turnRow(to, y * width, height / 2.0 + (y - height / 2.0 - lower) / Math.cos(nod));
    }
    return turned;
  }

  /** Turns the row at a height of the front, which may lie between two rows of pixels. */
  private void turnRow(int[] to, int start, double source) {
    double radius = radius(source - height / 2.0);
    if (source < 0 || source >= height - 1 || radius <= 1) {
      return;
    }
    int right = (int) Math.min(width - 1, width / 2.0 + radius);
    for (int x = (int) Math.max(0, width / 2.0 - radius); x <= right; x++) {
      double column = width / 2.0 + radius * before((x - width / 2.0) / radius);
      if (column >= 0 && column < width - 1) {
        to[start + x] = sample(column, source);
      }
    }
  }

  /** {@return half the width of the head at a distance below the centre of the face, in pixels} */
  private double radius(double below) {
    double share = (below / faceWidth + HIGHER) / HALF_HEIGHT;
    return RADIUS * faceWidth * Math.sqrt(Math.max(0, 1 - share * share));
  }

  /**
   * Finds where a point on a circle was before the turn.
   *
   * @param across position along the diameter, -1..1 on the circle
   * @return the position before, or NaN if the point was hidden or lies outside the circle
   */
  private double before(double across) {
    double depth = Math.sqrt(1 - across * across);
    boolean visible = depth * Math.cos(yaw) + across * Math.sin(yaw) > 0;
    return visible ? across * Math.cos(yaw) - depth * Math.sin(yaw) : Double.NaN;
  }

  private int sample(double x, double y) {
    int left = (int) x;
    int top = (int) y;
    int right = (int) (256 * (x - left));
    int below = (int) (256 * (y - top));
    int at = top * width + left;
    int upper = mixed(front[at], front[at + 1], right);
    int lower = mixed(front[at + width], front[at + width + 1], right);
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
