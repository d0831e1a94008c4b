package org.rollcall.video.streams;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The outermost boxes of an MP4 or MOV file. */
public final class MovieBoxes {
  /** The box that lists all frames of a recording. */
  private static final int INDEX = 0x6d6f6f76;

  private static final int SHORT_HEADER = 8;
  private static final int LONG_HEADER = 16;
  private static final long SIZE_FOLLOWS = 1;

  private MovieBoxes() {}

  /**
   * Counts the recordings that were joined to one file, of which FFmpeg reads the first.
   *
   * @param file an MP4 or MOV file
   * @return their number; 0 if the file has another format or cannot be read
   */
  public static int recordings(Path file) {
    int indexes = 0;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long length = in.length();
      long size = LONG_HEADER;
      for (long at = 0; size >= SHORT_HEADER && at + LONG_HEADER <= length; at += size) {
        in.seek(at);
        size = Integer.toUnsignedLong(in.readInt());
        indexes += in.readInt() == INDEX ? 1 : 0;
        size = size == SIZE_FOLLOWS ? in.readLong() : size;
      }
    } catch (IOException e) {
      return 0;
    }
    return indexes;
  }
}
