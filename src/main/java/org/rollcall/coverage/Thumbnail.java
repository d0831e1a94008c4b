package org.rollcall.coverage;

import java.util.Arrays;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

/**
 * The average brightness (0..255) of a picture in a grid of blocks, which evens out noise and
 * compression.
 */
final class Thumbnail {
  static final int COLUMNS = 64;
  static final int ROWS = 36;

  /** Pixels read per block and direction: enough for an average. */
  private static final int SAMPLES = 16;

  /** Least difference of a block that counts as a change, beyond what compression does. */
  private static final float CHANGE = 1;

  private final int width;
  private final int height;
  private final float[] blocks;

  private Thumbnail(int width, int height, float[] blocks) {
    this.width = width;
    this.height = height;
    this.blocks = blocks;
  }

  static Thumbnail of(Picture picture) {
    float[] blocks = new float[COLUMNS * ROWS];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = brightness(picture, i % COLUMNS, i / COLUMNS);
    }
    return new Thumbnail(picture.width(), picture.height(), blocks);
  }

  private static float brightness(Picture picture, int column, int row) {
    int left = column * picture.width() / COLUMNS;
    int top = row * picture.height() / ROWS;
    int right = Math.max(left + 1, (column + 1) * picture.width() / COLUMNS);
    int bottom = Math.max(top + 1, (row + 1) * picture.height() / ROWS);
    int across = Math.max(1, (right - left) / SAMPLES);
    int down = Math.max(1, (bottom - top) / SAMPLES);
    byte[] bgr = picture.bgr();
    long sum = 0;
    int count = 0;
    for (int y = top; y < bottom; y += down) {
      for (int x = left; x < right; x += across) {
        int pixel = 3 * (y * picture.width() + x);
        sum += (bgr[pixel] & 0xff) + 2 * (bgr[pixel + 1] & 0xff) + (bgr[pixel + 2] & 0xff);
        count++;
      }
    }
    return sum / (4f * count);
  }

  /** {@return brightness that 5 % of the blocks reach} */
  float brightest() {
    float[] sorted = blocks.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length * 95 / 100];
  }

  /** {@return standard deviation of the brightness of the blocks} */
  double contrast() {
    double mean = 0;
    for (float block : blocks) {
      mean += block / blocks.length;
    }
    double variance = 0;
    for (float block : blocks) {
      variance += (block - mean) * (block - mean) / blocks.length;
    }
    return Math.sqrt(variance);
  }

  /** {@return share of the blocks that differ from those of another picture, 0..1} */
  double changedSince(Thumbnail before) {
    int changed = 0;
    for (int i = 0; i < blocks.length; i++) {
      changed += Math.abs(blocks[i] - before.blocks[i]) >= CHANGE ? 1 : 0;
    }
    return (double) changed / blocks.length;
  }

  /** {@return whether a block that touches a box differs from that of another picture} */
  boolean changedSince(Thumbnail before, Box box) {
    int left = clip((int) (box.left() * COLUMNS / width), COLUMNS);
    int right = clip((int) (box.right() * COLUMNS / width), COLUMNS);
    int top = clip((int) (box.top() * ROWS / height), ROWS);
    int bottom = clip((int) (box.bottom() * ROWS / height), ROWS);
    for (int i = top * COLUMNS + left; i <= bottom * COLUMNS + right; i++) {
      int column = i % COLUMNS;
      if (column >= left && column <= right && Math.abs(blocks[i] - before.blocks[i]) >= CHANGE) {
        return true;
      }
    }
    return false;
  }

  private static int clip(int index, int size) {
    return Math.max(0, Math.min(size - 1, index));
  }

  /**
   * Compares the structure of two pictures, whatever their brightness: the normalised correlation
   * of the differences between neighbouring blocks.
   *
   * @return -1..1; 1 if they show the same, about 0 if they show different views
   */
  double similarity(Thumbnail other) {
    double product = 0;
    double own = 0;
    double others = 0;
    for (int i = 0; i < blocks.length - COLUMNS; i++) {
      if (i % COLUMNS == COLUMNS - 1) {
        continue;
      }
      for (int neighbour = i + 1; neighbour <= i + COLUMNS; neighbour += COLUMNS - 1) {
        double a = blocks[neighbour] - blocks[i];
        double b = other.blocks[neighbour] - other.blocks[i];
        product += a * b;
        own += a * a;
        others += b * b;
      }
    }
    return own == 0 || others == 0 ? 0 : product / Math.sqrt(own * others);
  }
}
