package org.rollcall.tools;

import java.util.List;
import java.util.Random;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Point;

/**
 * Makes a photo look as a camera far away in a dim room would have taken it: small, dark, smeared
 * and noisy.
 *
 * @param scale size of the picture against the photo's
 * @param brightness factor on all colours
 * @param smear side, in pixels of the small picture, of the square that runs together
 * @param noise standard deviation of the noise, of 255
 * @param seed of the noise
 */
public record ClassroomCamera(float scale, float brightness, int smear, float noise, long seed) {
  private static final float SMALLEST_FACE = 25;
  private static final float LARGEST_FACE = 70;

  /** {@return a camera that shows the face at a random width a classroom has} */
  public static ClassroomCamera random(Face face, Random random) {
    float pixels = SMALLEST_FACE + random.nextFloat() * (LARGEST_FACE - SMALLEST_FACE);
    return random(face, pixels, random);
  }

  /** {@return a camera that shows the face that many pixels wide} */
  public static ClassroomCamera random(Face face, float facePixels, Random random) {
    return new ClassroomCamera(
        facePixels / face.box().width(),
        0.3f + 0.7f * random.nextFloat(),
        1 + random.nextInt(3),
        2 + 4 * random.nextFloat(),
        random.nextLong());
  }

  /** {@return what the camera makes of a photo} */
  public Picture see(Picture photo) {
    int width = Math.round(photo.width() * scale);
    int height = Math.round(photo.height() * scale);
    Random grain = new Random(seed);
    byte[] bgr = new byte[3 * width * height];
    for (int i = 0; i < bgr.length; i++) {
      int x = i / 3 % width;
      int y = i / 3 / width;
      double light = mean(photo, x / scale, y / scale, i % 3) * brightness;
      double value = light + grain.nextGaussian() * noise;
      bgr[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
    return new Picture(width, height, bgr);
  }

  /** {@return where a face of the photo is in the picture} */
  public Face see(Face face) {
    Box box = face.box();
    List<Point> points =
        face.landmarks().points().stream()
            .map(point -> new Point(point.x() * scale, point.y() * scale))
            .toList();
    return new Face(
        new Box(box.left() * scale, box.top() * scale, box.right() * scale, box.bottom() * scale),
        new Landmarks(points.get(0), points.get(1), points.get(2), points.get(3), points.get(4)),
        face.score());
  }

  /** {@return mean of the photo's pixels that run together in one of the small picture} */
  private double mean(Picture photo, float left, float top, int channel) {
    int side = Math.max(1, Math.round(smear / scale));
    int firstX = Math.max(0, Math.min(photo.width() - 1, (int) left));
    int firstY = Math.max(0, Math.min(photo.height() - 1, (int) top));
    int lastX = Math.min(photo.width(), firstX + side);
    int lastY = Math.min(photo.height(), firstY + side);
    double sum = 0;
    for (int y = firstY; y < lastY; y++) {
      for (int x = firstX; x < lastX; x++) {
        sum += photo.bgr()[3 * (y * photo.width() + x) + channel] & 0xff;
      }
    }
    return sum / ((lastX - firstX) * (lastY - firstY));
  }
}
