package org.rollcall.video;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The first chunk of a WebP picture, which tells its size in one of three ways. */
final class WebpHeader {
  private static final int RIFF = 0x52494646;
  private static final int WEBP = 0x57454250;
  private static final int LOSSY = 0x56503820;
  private static final int LOSSLESS = 0x5650384c;
  private static final int EXTENDED = 0x56503858;
  private static final int FORMAT_OFFSET = 8;
  private static final int CHUNK_OFFSET = 12;
  private static final int CONTENT_OFFSET = 20;

  /** After the frame tag of three bytes and the start code of three. */
  private static final int LOSSY_SIZE_OFFSET = CONTENT_OFFSET + 6;

  /** After the flags and three reserved bytes. */
  private static final int EXTENDED_SIZE_OFFSET = CONTENT_OFFSET + 4;

  private static final int SIZE_BITS = 14;
  private static final int SIZE_MASK = (1 << SIZE_BITS) - 1;
  private static final int THREE_BYTES = 0xffffff;

  private WebpHeader() {}

  static boolean isWebp(ByteBuffer in) {
    return in.limit() >= CHUNK_OFFSET && in.getInt(0) == RIFF && in.getInt(FORMAT_OFFSET) == WEBP;
  }

  /**
   * Reads the header.
   *
   * @return an empty size if there is none
   * @throws IndexOutOfBoundsException if the file ends before it
   */
  static PhotoHeader read(ByteBuffer in) {
    int chunk = in.getInt(CHUNK_OFFSET);
    ByteBuffer little = in.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    return switch (chunk) {
      case LOSSY ->
          of(
              little.getShort(LOSSY_SIZE_OFFSET) & SIZE_MASK,
              little.getShort(LOSSY_SIZE_OFFSET + Short.BYTES) & SIZE_MASK);
      case LOSSLESS -> lossless(little.getInt(CONTENT_OFFSET + 1));
      case EXTENDED ->
          of(
              1 + (little.getInt(EXTENDED_SIZE_OFFSET) & THREE_BYTES),
              1 + (little.getInt(EXTENDED_SIZE_OFFSET + 2) >>> Byte.SIZE & THREE_BYTES));
      default -> of(0, 0);
    };
  }

  private static PhotoHeader lossless(int bits) {
    return of(1 + (bits & SIZE_MASK), 1 + (bits >>> SIZE_BITS & SIZE_MASK));
  }

  private static PhotoHeader of(int width, int height) {
    return new PhotoHeader(width, height, true);
  }
}
