package org.rollcall.video;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.rollcall.model.picture.Picture;

/**
 * Recordings of 12 seconds at 10 frames a second that show the number of each frame: the brightness
 * of the left half stands for {@code number % 50}, that of the right half for {@code number / 50}.
 *
 * <p>They were encoded with x264 and x265, which are not part of the project:
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

  /** Copies a recording from the resources to a folder. */
  static Path copy(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = NumberedClips.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    return file;
  }

  /** Encodes such a recording, with a key frame every 2 seconds. */
  static Path make(Path file, String format, Consumer<FFmpegFrameRecorder> setUp)
      throws IOException {
    return make(file, format, IntStream.range(0, 120), setUp);
  }

  /** Encodes a part of such a recording. */
  static Path make(Path file, String format, IntStream numbers, Consumer<FFmpegFrameRecorder> setUp)
      throws IOException {
    return MadeClips.record(
        file,
        numbers.mapToObj(NumberedClips::picture).toList(),
        recorder -> {
          recorder.setFormat(format);
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

  /** Removes the table of key frames from an MP4 file: every frame is flagged as one then. */
  static void removeKeyFrameTable(Path clip) throws IOException {
    String bytes = Files.readString(clip, StandardCharsets.ISO_8859_1);
    Files.writeString(clip, bytes.replace("stss", "free"), StandardCharsets.ISO_8859_1);
  }

  /** Overwrites the second half of a key frame, counted from 0. */
  static void damageKeyFrame(Path clip, int index) throws IOException {
    byte[] bytes = Files.readAllBytes(clip);
    try (VideoStream stream = VideoStream.open(clip)) {
      AVPacket packet = nextKeyFrame(stream);
      for (int i = 0; i < index; i++) {
        packet = nextKeyFrame(stream);
      }
      int from = Math.toIntExact(packet.pos());
      Arrays.fill(bytes, from + packet.size() / 2, from + packet.size(), (byte) 0x5a);
    }
    Files.write(clip, bytes);
  }

  private static AVPacket nextKeyFrame(VideoStream stream) {
    AVPacket packet = stream.next().orElseThrow();
    while (!VideoStream.isKey(packet)) {
      packet = stream.next().orElseThrow();
    }
    return packet;
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
