package org.rollcall.video;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
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

  /** Encodes such a recording here, with a key frame every 2 seconds. */
  static Path make(Path file, String format, Consumer<FFmpegFrameRecorder> setUp)
      throws IOException {
    return MadeClips.record(
        file,
        format,
        120,
        NumberedClips::picture,
        recorder -> {
          recorder.setGopSize(20);
          recorder.setVideoBitrate(2_000_000);
          setUp.accept(recorder);
        });
  }

  private static Picture picture(int number) {
    byte[] bgr = new byte[3 * MadeClips.WIDTH * MadeClips.HEIGHT];
    for (int i = 0; i < bgr.length; i++) {
      boolean left = i / 3 % MadeClips.WIDTH < MadeClips.WIDTH / 2;
      int luma = left ? 24 + 4 * (number % 50) : 24 + 40 * (number / 50);
      bgr[i] = (byte) Math.round((luma - 16) * 255 / 219.0);
    }
    return new Picture(MadeClips.WIDTH, MadeClips.HEIGHT, bgr);
  }

  /** Without the table, every frame of an MP4 file counts as a key frame. */
  static void withoutKeyFrameTable(Path clip) throws IOException {
    String bytes = Files.readString(clip, StandardCharsets.ISO_8859_1);
    Files.writeString(clip, bytes.replace("stss", "free"), StandardCharsets.ISO_8859_1);
  }

  /** Overwrites half of a key frame, counted from 0. */
  static void damageKeyFrame(Path clip, int index) throws IOException {
    byte[] bytes = Files.readAllBytes(clip);
    int keys = 0;
    try (VideoStream stream = VideoStream.open(clip)) {
      for (Optional<AVPacket> next = stream.next(); next.isPresent(); next = stream.next()) {
        AVPacket packet = next.get();
        if ((packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0 && keys++ == index) {
          int from = Math.toIntExact(packet.pos());
          int end = from + packet.size();
          Arrays.fill(bytes, from + packet.size() / 2, end, (byte) 0x5a);
        }
      }
    }
    Files.write(clip, bytes);
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
