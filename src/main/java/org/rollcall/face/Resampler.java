package org.rollcall.face;

import java.util.Arrays;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

/**
 * Resizes images with a triangle filter that widens when it shrinks them, which prevents aliasing
 * (Pillow's bilinear filter). The filter is separable: source rows are blended to one row, which is
 * then shrunk to one target row.
 */
final class Resampler {
  private final Taps rows;
  private final Taps columns;

  /** Sum of the source rows that make one target row. */
  private final float[] blended;

  private Resampler(Taps rows, Taps columns, int blendedLength) {
    this.rows = rows;
    this.columns = columns;
    this.blended = new float[blendedLength];
  }

  /** {@return the whole image at another size} */
  static Plane resize(Plane source, int width, int height) {
    Plane target = Plane.empty(width, height);
    resize(source, target);
    return target;
  }

  /** Resizes the whole of an image to fill another one. */
  static void resize(Plane source, Plane target) {
    resize(source, new Box(0, 0, source.width(), source.height()), target);
  }

  /**
   * Resizes a part of an image to fill another one.
   *
   * @param part may reach outside the source, which is black there
   */
  static void resize(Plane source, Box part, Plane target) {
    Taps rows = Taps.ofRows(part, source.height(), target);
    Taps columns = Taps.ofColumns(part, source.width(), target);
    Resampler resampler = new Resampler(rows, columns, source.width());
    for (int channel = 0; channel < 3; channel++) {
      int from = source.offset() + channel * source.area();
      int to = target.offset() + channel * target.area();
      for (int y = 0; y < target.height(); y++) {
        resampler.blendRows(source, from, y);
        resampler.shrinkRow(1, 0, target, to + y * target.width());
      }
    }
  }

  /**
   * Resizes a part of a picture to fill an image, without converting the rest of the picture.
   *
   * @param part may reach outside the source, which is black there
   */
  static void resize(Picture source, Box part, Plane target) {
    Taps rows = Taps.ofRows(part, source.height(), target);
    Taps columns = Taps.ofColumns(part, source.width(), target);
    Resampler resampler = new Resampler(rows, columns, 3 * (columns.end - columns.start));
    for (int y = 0; y < target.height(); y++) {
      resampler.blendRows(source, y);
      for (int channel = 0; channel < 3; channel++) {
        // Blue comes first in the picture, and last in the target.
        int shift = 2 - channel - 3 * columns.start;
        int to = target.offset() + channel * target.area() + y * target.width();
        resampler.shrinkRow(3, shift, target, to);
      }
    }
  }

  /** Adds up the source rows of one target row, over the columns that will be needed. */
  private void blendRows(Picture source, int y) {
    byte[] bgr = source.bgr();
    float[] sum = blended;
    Arrays.fill(sum, 0);
    for (int tap = rows.offsets[y]; tap < rows.offsets[y + 1]; tap++) {
      float weight = rows.weights[tap];
      int line = 3 * (rows.positions[tap] * source.width() + columns.start);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weight * (bgr[line + i] & 0xff);
      }
    }
  }

  /** As for pictures, with the columns of one channel at their own places. */
  private void blendRows(Plane source, int from, int y) {
    float[] values = source.values();
    float[] sum = blended;
    int start = columns.start;
    int end = columns.end;
    int tap = rows.offsets[y];
    int last = rows.offsets[y + 1];
    Arrays.fill(sum, start, end, 0);
    // Two rows at a time: half the passes over the sum.
    for (; tap + 1 < last; tap += 2) {
      float one = rows.weights[tap];
      float other = rows.weights[tap + 1];
      int oneLine = from + rows.positions[tap] * source.width();
      int otherLine = from + rows.positions[tap + 1] * source.width();
      for (int x = start; x < end; x++) {
        sum[x] += one * values[oneLine + x] + other * values[otherLine + x];
      }
    }
    if (tap < last) {
      float weight = rows.weights[tap];
      int line = from + rows.positions[tap] * source.width();
      for (int x = start; x < end; x++) {
        sum[x] += weight * values[line + x];
      }
    }
  }

  /**
   * Shrinks the blended row.
   *
   * @param stride distance between two columns of a channel in the blended row
   * @param shift place of column 0 of the channel in it
   * @param to where the row starts in the target's values
   */
  private void shrinkRow(int stride, int shift, Plane target, int to) {
    float[] row = blended;
    Taps taps = columns;
    for (int x = 0; x < target.width(); x++) {
      float sum = 0;
      for (int tap = taps.offsets[x]; tap < taps.offsets[x + 1]; tap++) {
        sum += taps.weights[tap] * row[stride * taps.positions[tap] + shift];
      }
      target.values()[to + x] = sum;
    }
  }

  /** For each target position along one axis, the source positions that make it, with weights. */
  private static final class Taps {
    /** Taps of target position i: from {@code offsets[i]} until before {@code offsets[i + 1]}. */
    final int[] offsets;

    final int[] positions;
    final float[] weights;

    /** All source positions used, end excluded; empty if the whole part is outside the source. */
    final int start;

    final int end;

    private final int sources;
    private final float support;
    private int count;

    private Taps(float from, float step, int targets, int sources) {
      this.sources = sources;
      this.support = Math.max(1, step);
      int most = targets * ((int) Math.ceil(2 * support) + 1);
      this.offsets = new int[targets + 1];
      this.positions = new int[most];
      this.weights = new float[most];
      // Beyond the border there is nothing, not black, unless the part continues there.
      double lowest = Math.min(0, from);
      double highest = Math.max(sources, from + step * targets);
      for (int target = 0; target < targets; target++) {
        float centre = from + (target + 0.5f) * step - 0.5f;
        int first = (int) Math.ceil(Math.max(centre - support, lowest));
        int last = (int) Math.ceil(Math.min(centre + support, highest));
        add(centre, first, last);
        offsets[target + 1] = count;
      }
      this.start = Arrays.stream(positions, 0, count).min().orElse(0);
      this.end = Arrays.stream(positions, 0, count).max().orElse(-1) + 1;
    }

    static Taps ofRows(Box part, int sourceHeight, Plane target) {
      float step = part.height() / target.height();
      return new Taps(part.top(), step, target.height(), sourceHeight);
    }

    static Taps ofColumns(Box part, int sourceWidth, Plane target) {
      float step = part.width() / target.width();
      return new Taps(part.left(), step, target.width(), sourceWidth);
    }

    /** Adds the taps of one target position; positions outside the source count as black. */
    private void add(float centre, int first, int last) {
      int firstTap = count;
      float total = 0;
      for (int at = first; at < last; at++) {
        float weight = 1 - Math.abs(at - centre) / support;
        total += weight;
        if (at >= 0 && at < sources && weight > 0) {
          positions[count] = at;
          weights[count] = weight;
          count++;
        }
      }
      for (int tap = firstTap; tap < count; tap++) {
        weights[tap] /= total;
      }
    }
  }
}
