package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber.ImageMode;
import org.rollcall.model.TemporaryFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The video stream of a recording, decoded frame after frame into FFmpeg's own form.
 *
 * <p>The grabber runs in raw mode: its conversion to blue, green, red costs as much as the
 * decoding, ignores the colour space, and would be done for every frame.
 */
final class DecodedVideo implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DecodedVideo.class);
  private static final String THREADS = "2";
  private static final Duration USUAL_FRAME = Duration.ofMillis(40);

  private final Path file;
  private final FFmpegFrameGrabber grabber;
  private final AVStream stream;

  private DecodedVideo(Path file, FFmpegFrameGrabber grabber) {
    this.file = file;
    this.grabber = grabber;
    this.stream = grabber.getFormatContext().streams(grabber.getVideoStream());
    discardOtherStreams();
  }

  /** Which frames have to be decoded. */
  enum Wanted {
    ALL,
    /** Those that no other frame is built on may be left out: at most a few in a row. */
    SOME
  }

  /**
   * Opens a file.
   *
   * @throws UndecodableRecording if it has no video stream that FFmpeg can decode
   * @throws TemporaryFailure if it cannot be read now
   */
  static DecodedVideo open(Path file, Wanted wanted) {
    RecordingFile.requireContent(file);
    FfmpegLog.quieten();
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toAbsolutePath().toString());
    grabber.setImageMode(ImageMode.RAW);
    grabber.setVideoOption("threads", THREADS);
    if (wanted == Wanted.SOME) {
      grabber.setVideoOption("skip_frame", "noref");
    }
    // A playlist must not make it fetch anything.
    grabber.setOption("protocol_whitelist", "file");
    // Without this, sound that nobody listens to could fail the opening.
    grabber.setAudioStream(Integer.MAX_VALUE);
    try {
      grabber.start();
    } catch (FFmpegFrameGrabber.Exception e) {
      UndecodableRecording failure =
          RecordingFile.explain(file, Optional.ofNullable(grabber.getFormatContext()), e);
      release(grabber);
      throw failure;
    }
    return new DecodedVideo(file, grabber);
  }

  private void discardOtherStreams() {
    AVFormatContext context = grabber.getFormatContext();
    for (int i = 0; i < context.nb_streams(); i++) {
      if (i != grabber.getVideoStream()) {
        context.streams(i).discard(AVDISCARD_ALL);
      }
    }
  }

  /**
   * Decodes on.
   *
   * @return the next frame, valid until the next call; empty at the end
   * @throws TemporaryFailure if the file can no longer be read
   */
  Optional<AVFrame> next() {
    try {
      Frame frame = grabber.grabFrame(false, true, true, false, false);
      if (frame == null) {
        requireReadToEnd();
        return Optional.empty();
      }
      return Optional.of((AVFrame) frame.opaque);
    } catch (FFmpegFrameGrabber.Exception e) {
      LOG.warn("Decoding of {} ends early", file, e);
      return Optional.empty();
    }
  }

  private void requireReadToEnd() {
    int error =
        grabber.getFormatContext().pb() == null ? 0 : grabber.getFormatContext().pb().error();
    if (error < 0 && error != avutil.AVERROR_EOF) {
      throw new TemporaryFailure(
          "Cannot read %s to its end now: the disk or the network share reported error %d."
              .formatted(file, error));
    }
  }

  /** {@return a clock for the stamps of this stream} */
  FrameClock clock() {
    AVRational tick = stream.time_base();
    return new FrameClock(tick.num(), tick.den(), frameLength());
  }

  /** {@return the usual time between two frames} */
  Duration frameLength() {
    AVRational rate = stream.avg_frame_rate();
    return rate.num() > 0 && rate.den() > 0
        ? Duration.ofNanos(1_000_000_000L * rate.den() / rate.num())
        : USUAL_FRAME;
  }

  /** {@return the length that the file claims, unless it was guessed from its size} */
  Optional<Duration> declaredLength() {
    AVFormatContext context = grabber.getFormatContext();
    if (stream.duration() != AV_NOPTS_VALUE && stream.duration() > 0) {
      return Optional.of(clock().length(stream.duration()));
    }
    boolean guessed = context.duration_estimation_method() == avformat.AVFMT_DURATION_FROM_BITRATE;
    return guessed || context.duration() == AV_NOPTS_VALUE || context.duration() <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(1000 * context.duration()));
  }

  /** {@return quarter turns clockwise that bring the picture upright, 0..3} */
  int quarterTurns() {
    return Math.floorMod(Math.round(grabber.getDisplayRotation() / 90), 4);
  }

  /** {@return the stamp of a frame in ticks, if it has one} */
  static OptionalLong stamp(AVFrame frame) {
    long stamp = frame.best_effort_timestamp();
    return stamp == AV_NOPTS_VALUE ? OptionalLong.empty() : OptionalLong.of(stamp);
  }

  /** {@return whether the frame was decoded without filling in what was missing} */
  static boolean whole(AVFrame frame) {
    return frame.decode_error_flags() == 0 && (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) == 0;
  }

  @Override
  public void close() {
    release(grabber);
  }

  private static void release(FFmpegFrameGrabber grabber) {
    try {
      grabber.release();
    } catch (FFmpegFrameGrabber.Exception e) {
      LOG.debug("A recording was not closed cleanly", e);
    }
  }
}
