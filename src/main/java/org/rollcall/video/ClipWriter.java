package org.rollcall.video;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.javacv.FrameRecorder;
import org.rollcall.model.picture.Picture;

/**
 * Writes pictures to an MP4 file that every browser plays: H.264, 4:2:0, index at the front.
 *
 * <p>The file is complete only after {@link #close}. For one thread at a time.
 */
public final class ClipWriter implements AutoCloseable {
  private static final double BITS_PER_PIXEL = 0.12;
  private static final int KEY_FRAME_INTERVAL_SECONDS = 2;

  private final Path file;
  private final int width;
  private final int height;
  private final int framesPerSecond;
  private final FFmpegFrameRecorder recorder;
  private final Frame frame;
  private int nextFrame;

  private ClipWriter(Path file, int width, int height, int framesPerSecond) {
    this.file = file;
    this.width = width;
    this.height = height;
    this.framesPerSecond = framesPerSecond;
    this.recorder = new FFmpegFrameRecorder(file.toAbsolutePath().toString(), width, height);
    this.frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3);
  }

  /**
   * Starts a clip.
   *
   * @param file the MP4 file; replaced if it exists
   * @param width pixels in a row (> 0, even)
   * @param height rows (> 0, even)
   * @param framesPerSecond frame rate, and the grid to which times are rounded (1 to 240)
   * @return the writer; the caller closes it
   * @throws UnwritableClip if the file cannot be created
   */
  public static ClipWriter open(Path file, int width, int height, int framesPerSecond) {
    if (width <= 0 || height <= 0 || width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException(
          "A clip needs an even width and height, got %d × %d".formatted(width, height));
    }
    if (framesPerSecond < 1 || framesPerSecond > 240) {
      throw new IllegalArgumentException(
          "framesPerSecond must be 1 to 240, got " + framesPerSecond);
    }
    FfmpegLog.quieten();
    ClipWriter writer = new ClipWriter(file, width, height, framesPerSecond);
    writer.start();
    return writer;
  }

  private void start() {
    recorder.setFormat("mp4");
    recorder.setOption("movflags", "+faststart");
    recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
    recorder.setVideoCodecName("libopenh264");
    recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
    recorder.setFrameRate(framesPerSecond);
    recorder.setGopSize(framesPerSecond * KEY_FRAME_INTERVAL_SECONDS);
    recorder.setVideoBitrate((int) (BITS_PER_PIXEL * width * height * framesPerSecond));
    try {
      recorder.start();
    } catch (FrameRecorder.Exception e) {
      throw failed("the file cannot be created. Check its folder and the free space.", e);
    }
  }

  /**
   * Writes the next picture, one frame after the previous one.
   *
   * @param picture a picture of the size of the clip
   * @throws UnwritableClip if the disk or the encoder rejects it
   */
  public void write(Picture picture) {
    writeFrame(picture, nextFrame);
  }

  /**
   * Writes a picture that is shown from a given time on.
   *
   * @param picture a picture of the size of the clip
   * @param at its time from the start, rounded to the nearest frame; later than the previous
   *     picture
   * @throws UnwritableClip if the disk or the encoder rejects it
   */
  public void write(Picture picture, Duration at) {
    int number = Math.toIntExact(Math.round(at.toNanos() * 1e-9 * framesPerSecond));
    if (number < nextFrame) {
      throw new IllegalArgumentException(
          "The next image must be at frame %d or later, got %d ms = frame %d"
              .formatted(nextFrame, at.toMillis(), number));
    }
    writeFrame(picture, number);
  }

  private void writeFrame(Picture picture, int number) {
    if (picture.width() != width || picture.height() != height) {
      throw new IllegalArgumentException(
          "The clip has %d × %d pixels, got an image of %d × %d"
              .formatted(width, height, picture.width(), picture.height()));
    }
    ByteBuffer pixels = (ByteBuffer) frame.image[0];
    for (int y = 0; y < height; y++) {
      pixels.position(y * frame.imageStride).put(picture.bgr(), 3 * y * width, 3 * width);
    }
    pixels.rewind();
    recorder.setFrameNumber(number);
    nextFrame = number + 1;
    try {
      recorder.record(frame, avutil.AV_PIX_FMT_BGR24);
    } catch (FrameRecorder.Exception e) {
      throw failed("frame %d was refused. Check the free space.".formatted(number), e);
    }
  }

  /**
   * Finishes the file and checks what was written.
   *
   * @throws UnwritableClip if the file is incomplete or not H.264
   */
  @Override
  public void close() {
    frame.close();
    try {
      recorder.close();
    } catch (FrameRecorder.Exception e) {
      throw failed("the file cannot be finished. Check the free space.", e);
    }
    requireH264();
  }

  /** Without an H.264 encoder, FFmpeg silently falls back to another codec. */
  private void requireH264() {
    try (FFmpegFrameGrabber written = new FFmpegFrameGrabber(file.toAbsolutePath().toString())) {
      written.start();
      if (written.getVideoCodec() != avcodec.AV_CODEC_ID_H264) {
        throw new UnwritableClip(
            file,
            "FFmpeg encoded it as '%s', expected 'h264'. Install a build with OpenH264."
                .formatted(written.getVideoCodecName()));
      }
    } catch (FrameGrabber.Exception e) {
      throw failed("the finished file cannot be read back.", e);
    }
  }

  private UnwritableClip failed(String reason, Exception cause) {
    return new UnwritableClip(file, reason, cause);
  }
}
