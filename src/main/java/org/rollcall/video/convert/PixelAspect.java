package org.rollcall.video.convert;

import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * The shape of a pixel, as width to height. Many recorders store only every second column or row.
 *
 * @param width relative to the height (≥ 1)
 * @param height relative to the width (≥ 1)
 */
record PixelAspect(long width, long height) {
  static final PixelAspect SQUARE = new PixelAspect(1, 1);

  /** No recorder stores less than every fourth column or row. */
  private static final long MOST = 4;

  /** {@return FFmpeg's ratio; square if it is unknown or absurd} */
  static PixelAspect of(AVRational ratio) {
    long width = ratio.num();
    long height = ratio.den();
    boolean plausible = width > 0 && height > 0 && width <= MOST * height && height <= MOST * width;
    return plausible ? new PixelAspect(width, height) : SQUARE;
  }

  boolean isSquare() {
    return width == height;
  }

  /** {@return the columns of a frame once its pixels are square: never fewer than are stored} */
  int columns(int stored) {
    return width > height ? Math.toIntExact(stored * width / height) : stored;
  }

  /** {@return the rows of a frame once its pixels are square: never fewer than are stored} */
  int rows(int stored) {
    return height > width ? Math.toIntExact(stored * height / width) : stored;
  }
}
