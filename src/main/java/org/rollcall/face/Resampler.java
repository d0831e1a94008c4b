package org.rollcall.face;

import java.util.Arrays;
import org.rollcall.model.Box;
import org.rollcall.model.Picture;

/**
 * Resizing with a triangle filter that widens when it shrinks, so that nothing aliases (the
 * bilinear filter of Pillow). Where a part reaches outside the source, it is black.
 */
final class Resampler {
  private Resampler() {}

  /** {@return the whole image at another size} */
  static Plane resize(Plane source, int width, int height) {
    Plane target = Plane.empty(width, height);
    resize(source, target);
    return target;
  }

  /** Fills an image with another one, at its own size. */
  static void resize(Plane source, Plane target) {
    Box whole = new Box(0, 0, source.width(), source.height());
    resize(source, whole, target.width(), target.height(), target.values(), 0);
  }

  /**
   * Resizes a part of an image.
   *
   * @param part which part, may reach outside the image
   * @param target receives [3, height, width] from the offset on
   */
  static void resize(Plane source, Box part, int width, int height, float[] target, int offset) {
    Taps rows = Taps.of(part.top(), part.height() / height, height, source.height());
    Taps columns = Taps.of(part.left(), part.width() / width, width, source.width());
    float[] row = new float[source.width()];
    for (int channel = 0; channel < 3; channel++) {
      int plane = channel * source.width() * source.height();
      for (int y = 0; y < height; y++) {
        blendRows(source, plane, rows, y, columns, row);
        shrinkRow(row, columns, target, offset + (channel * height + y) * width);
      }
    }
  }

  /**
   * Resizes a part of a picture, without a look at the rest of it.
   *
   * @param part which part, may reach outside the picture
   * @param target receives [3, height, width], red first, from the offset on
   */
  static void resize(Picture source, Box part, int width, int height, float[] target, int offset) {
    Taps rows = Taps.of(part.top(), part.height() / height, height, source.height());
    Taps columns = Taps.of(part.left(), part.width() / width, width, source.width());
    float[] row = new float[3 * Math.max(0, columns.highest - columns.lowest)];
    for (int y = 0; y < height; y++) {
      blendRows(source, rows, y, 3 * columns.lowest, row);
      for (int channel = 0; channel < 3; channel++) {
        // Blue comes first in the picture, and last in the target.
        int shift = 2 - channel - 3 * columns.lowest;
        shrinkRow(row, columns, shift, target, offset + (channel * height + y) * width);
      }
    }
  }

  private static void blendRows(Picture source, Taps rows, int y, int from, float[] sum) {
    byte[] bgr = source.bgr();
    Arrays.fill(sum, 0);
    for (int tap = rows.begins[y]; tap < rows.begins[y + 1]; tap++) {
      float weight = rows.weights[tap];
      int line = 3 * rows.positions[tap] * source.width() + from;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weight * (bgr[line + i] & 0xff);
      }
    }
  }

  private static void shrinkRow(float[] row, Taps columns, int shift, float[] target, int offset) {
    for (int x = 0; x + 1 < columns.begins.length; x++) {
      float sum = 0;
      for (int tap = columns.begins[x]; tap < columns.begins[x + 1]; tap++) {
        sum += columns.weights[tap] * row[3 * columns.positions[tap] + shift];
      }
      target[offset + x] = sum;
    }
  }

  /** Adds up the source rows that make one target row, over the columns that will be needed. */
  private static void blendRows(
      Plane source, int plane, Taps rows, int y, Taps columns, float[] sum) {
    float[] values = source.values();
    int tap = rows.begins[y];
    int end = rows.begins[y + 1];
    Arrays.fill(sum, columns.lowest, columns.highest, 0);
    // Two rows at a time: half the passes over the sum.
    for (; tap + 1 < end; tap += 2) {
      float one = rows.weights[tap];
      float other = rows.weights[tap + 1];
      int oneLine = plane + rows.positions[tap] * source.width();
      int otherLine = plane + rows.positions[tap + 1] * source.width();
      for (int x = columns.lowest; x < columns.highest; x++) {
        sum[x] += one * values[oneLine + x] + other * values[otherLine + x];
      }
    }
    if (tap < end) {
      float weight = rows.weights[tap];
      int line = plane + rows.positions[tap] * source.width();
      for (int x = columns.lowest; x < columns.highest; x++) {
        sum[x] += weight * values[line + x];
      }
    }
  }

  private static void shrinkRow(float[] row, Taps columns, float[] target, int offset) {
    for (int x = 0; x + 1 < columns.begins.length; x++) {
      float sum = 0;
      for (int tap = columns.begins[x]; tap < columns.begins[x + 1]; tap++) {
        sum += columns.weights[tap] * row[columns.positions[tap]];
      }
      target[offset + x] = sum;
    }
  }

  /** For each target position, the source positions inside the image that make it, with weights. */
  private static final class Taps {
    final int[] begins;
    final int[] positions;
    final float[] weights;
    final int lowest;
    final int highest;

    private Taps(int[] begins, int[] positions, float[] weights, int lowest, int highest) {
      this.begins = begins;
      this.positions = positions;
      this.weights = weights;
      this.lowest = lowest;
      this.highest = highest;
    }

    static Taps of(float start, float step, int targets, int sources) {
      float support = Math.max(1, step);
      int most = targets * ((int) Math.ceil(2 * support) + 1);
      int[] begins = new int[targets + 1];
      int[] positions = new int[most];
      float[] weights = new float[most];
      int count = 0;
      // Beyond the border there is nothing, not black, unless the part goes on there.
      double from = Math.min(0, start);
      double to = Math.max(sources, start + step * targets);
      int lowest = sources;
      int highest = 0;
      for (int target = 0; target < targets; target++) {
        float center = start + (target + 0.5f) * step - 0.5f;
        float total = 0;
        int first = count;
        int end = (int) Math.ceil(Math.min(center + support, to));
        for (int at = (int) Math.ceil(Math.max(center - support, from)); at < end; at++) {
          float weight = 1 - Math.abs(at - center) / support;
          total += weight;
          if (at >= 0 && at < sources && weight > 0) {
            positions[count] = at;
            weights[count++] = weight;
            lowest = Math.min(lowest, at);
            highest = Math.max(highest, at + 1);
          }
        }
        for (int i = first; i < count; i++) {
          weights[i] /= total;
        }
        begins[target + 1] = count;
      }
      return new Taps(begins, positions, weights, Math.min(lowest, highest), highest);
    }
  }
}
