package org.rollcall.video;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rollcall.model.Picture;

/**
 * Recordings of 12 seconds at 10 frames a second, each frame with its number in it: the left half
 * tells {@code number % 50} by its brightness, the right half {@code number / 50}.
 *
 * <p>They were encoded with x264 and x265, which is no part of the project:
 *
 * <pre>{@code
 * ffmpeg -f lavfi -i color=gray:s=64x48:r=10:d=12 -vf "geq=\
 *   lum='if(lt(X,32),24+4*mod(N,50),24+40*floor(N/50))':cb=128:cr=128" -pix_fmt yuv420p \
 *   -c:v libx264 -x264-params keyint=20:min-keyint=20:scenecut=0:bframes=2:qp=12 closed-groups.mp4
 * }</pre>
 *
 * and the others with {@code open-gop=1:b-adapt=0}, {@code intra-refresh=1:bframes=0}, {@code
 * tff=1}, {@code keyint=infinite}, and {@code -force_key_frames 0,2,4,9}.
 */
final class NumberedClips {
  private static final int Y = 24;

  private NumberedClips() {}

  /** Copies a recording out of the resources. */
  static Path copy(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = NumberedClips.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    return file;
  }

  /** {@return the number that a frame shows} */
  static long number(Picture picture) {
    return Math.round((luma(picture, 10) - 24) / 4)
        + 50 * Math.round((luma(picture, 54) - 24) / 40);
  }

  private static double luma(Picture picture, int x) {
    return MadeClips.brightness(picture, x, Y) * 219 / 255.0 + 16;
  }
}
