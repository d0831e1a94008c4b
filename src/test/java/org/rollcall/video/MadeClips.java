package org.rollcall.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.rollcall.model.picture.Picture;

/** Makes small recordings, each odd in one way. */
public final class MadeClips {
  static final int WIDTH = 64;
  static final int HEIGHT = 48;

  private MadeClips() {}

  /** {@return a picture of one colour, given as blue, green and red} */
  public static Picture plain(int width, int height, int... colour) {
    byte[] bgr = new byte[3 * width * height];
    for (int i = 0; i < bgr.length; i++) {
      bgr[i] = (byte) colour[i % 3];
    }
    return new Picture(width, height, bgr);
  }

  /** {@return a dark picture whose top left quarter is white} */
  static Picture markedTopLeft(int width, int height) {
    byte[] bgr = plain(width, height, 20, 20, 20).bgr();
    for (int y = 0; y < height / 2; y++) {
      for (int i = 3 * y * width; i < 3 * (y * width + width / 2); i++) {
        bgr[i] = (byte) 235;
      }
    }
    return new Picture(width, height, bgr);
  }

  /** {@return the mean of blue, green and red of a pixel, 0..255} */
  public static int brightness(Picture picture, int x, int y) {
    int sum = 0;
    for (int channel = 0; channel < 3; channel++) {
      sum += picture.bgr()[3 * (y * picture.width() + x) + channel] & 0xff;
    }
    return sum / 3;
  }

  /** Writes seconds of grey at a steady frame rate with the program's own writer. */
  static Path steady(Path file, int seconds, int framesPerSecond) {
    try (ClipWriter writer = ClipWriter.open(file, WIDTH, HEIGHT, framesPerSecond)) {
      for (int i = 0; i < seconds * framesPerSecond; i++) {
        int level = 40 + i % 160;
        writer.write(plain(WIDTH, HEIGHT, level, level, level));
      }
    }
    return file;
  }

  /** Writes 2 seconds of a marked picture at 10 frames a second, with a recorder set up oddly. */
  static Path odd(Path file, String format, Consumer<FFmpegFrameRecorder> setUp)
      throws IOException {
    Picture picture = markedTopLeft(WIDTH, HEIGHT);
    return record(
        file,
        Collections.nCopies(20, picture),
        recorder -> {
          recorder.setFormat(format);
          setUp.accept(recorder);
        });
  }

  /** Writes pictures at 10 frames a second, with a recorder set up oddly. */
  static Path record(Path file, List<Picture> pictures, Consumer<FFmpegFrameRecorder> setUp)
      throws IOException {
    int width = pictures.get(0).width();
    int height = pictures.get(0).height();
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toString(), width, height);
        Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3)) {
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
      recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
      recorder.setFrameRate(10);
      recorder.setGopSize(10);
      setUp.accept(recorder);
      recorder.start();
      ByteBuffer pixels = (ByteBuffer) frame.image[0];
      for (Picture picture : pictures) {
        for (int y = 0; y < height; y++) {
          pixels.position(y * frame.imageStride).put(picture.bgr(), 3 * y * width, 3 * width);
        }
        pixels.rewind();
        recorder.record(frame, avutil.AV_PIX_FMT_BGR24);
      }
    }
    return file;
  }

  /** Writes files one after another into one file. */
  static Path join(Path file, Path... parts) throws IOException {
    Files.deleteIfExists(file);
    for (Path part : parts) {
      Files.write(
          file, Files.readAllBytes(part), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    return file;
  }

  /** Writes a second of silence, and no picture. */
  static Path sound(Path file) throws IOException {
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toString(), 1)) {
      recorder.setFormat("mp4");
      recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
      recorder.setSampleRate(16_000);
      recorder.start();
      recorder.recordSamples(16_000, 1, ShortBuffer.allocate(16_000));
    }
    return file;
  }
}
