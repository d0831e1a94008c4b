package org.rollcall.video;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a photo declares, read without a decoder: that of Java rejects photos whose colour profile
 * is inconsistent, which every viewer shows.
 *
 * @param width pixels in a row
 * @param height rows
 * @param wholeOnly whether a decoder needs memory for all its pixels, even for a small copy
 */
record PhotoHeader(int width, int height, boolean wholeOnly) {
  private static final long PNG = 0x89504e470d0a1a0aL;
  private static final int PNG_SIZE_OFFSET = 16;
  private static final int JPEG = 0xffd8;
  private static final int START_OF_SCAN = 0xda;

  /** Of the markers that start a frame, those of tables, of JPEG-LS and of conditioning do not. */
  private static final int FIRST_FRAME = 0xc0;

  private static final int LAST_FRAME = 0xcf;
  private static final int FRAME_EXCEPT = 0xc4;
  private static final int FRAME_STEP = 4;

  /** The frames that are decoded as they come; others refine the whole picture step by step. */
  private static final int LAST_SEQUENTIAL = 0xc1;

  /** {@return whether a file starts like a JPEG, PNG or WebP picture} */
  static boolean isPhoto(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    return isPng(in) || isJpeg(in) || WebpHeader.isWebp(in);
  }

  /** {@return the header of a JPEG, PNG or WebP picture; empty if it is damaged} */
  static Optional<PhotoHeader> of(byte[] file) {
    try {
      return Optional.of(read(ByteBuffer.wrap(file)))
          .filter(read -> read.width > 0 && read.height > 0);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static PhotoHeader read(ByteBuffer in) {
    if (isPng(in)) {
      return new PhotoHeader(in.getInt(PNG_SIZE_OFFSET), in.getInt(PNG_SIZE_OFFSET + 4), true);
    }
    return isJpeg(in) ? jpeg(in.position(2)) : WebpHeader.read(in);
  }

  private static boolean isPng(ByteBuffer in) {
    return in.limit() >= Long.BYTES && in.getLong(0) == PNG;
  }

  private static boolean isJpeg(ByteBuffer in) {
    return in.limit() >= Short.BYTES && Short.toUnsignedInt(in.getShort(0)) == JPEG;
  }

  /** Skips the segments before the frame. */
  private static PhotoHeader jpeg(ByteBuffer in) {
    for (int marker = marker(in); marker != START_OF_SCAN; marker = marker(in)) {
      int start = in.position();
      int length = Short.toUnsignedInt(in.getShort());
      if (isFrame(marker)) {
        in.get();
        int height = Short.toUnsignedInt(in.getShort());
        int width = Short.toUnsignedInt(in.getShort());
        return new PhotoHeader(width, height, marker > LAST_SEQUENTIAL);
      }
      in.position(Math.min(in.limit(), start + Math.max(length, Short.BYTES)));
    }
    return new PhotoHeader(0, 0, false);
  }

  private static boolean isFrame(int marker) {
    return marker >= FIRST_FRAME
        && marker <= LAST_FRAME
        && (marker == FIRST_FRAME || (marker - FRAME_EXCEPT) % FRAME_STEP != 0);
  }

  private static int marker(ByteBuffer in) {
    int read = Byte.toUnsignedInt(in.get());
    while (read != 0xff) {
      read = Byte.toUnsignedInt(in.get());
    }
    while (read == 0xff) {
      read = Byte.toUnsignedInt(in.get());
    }
    return read;
  }
}
