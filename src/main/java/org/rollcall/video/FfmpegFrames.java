package org.rollcall.video;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.model.VideoFrame;

/**
 * The sampled frames of a recording, in the order of time.
 *
 * <p>It reads from the first frame to the last and never seeks: seeking is slower than decoding for
 * such dense samples, and lands elsewhere than asked in damaged files. Time comes from the stamps
 * of the frames alone. For one thread at a time.
 */
public final class FfmpegFrames implements AutoCloseable {
  /** Below this interval every frame is decoded; above, the next best one will do. */
  private static final Duration DENSE = Duration.ofMillis(500);

  private final Path file;
  private final DecodedVideo video;
  private final SamplingTimes times;
  private final FrameClock clock;
  private final UprightConverter converter;
  private final DecodingReport report = new DecodingReport();
  private Optional<AVFrame> ahead = Optional.empty();
  private Duration position = Duration.ZERO;
  private boolean ended;

  private FfmpegFrames(Path file, DecodedVideo video, SamplingSettings settings) {
    this.file = file;
    this.video = video;
    this.times = new SamplingTimes(settings.interval());
    this.clock = video.clock();
    this.converter = new UprightConverter(file, video.quarterTurns());
  }

  /**
   * Opens a recording and decodes its first frame.
   *
   * @param file the recording, in any format that FFmpeg knows
   * @param settings how densely to sample
   * @return its frames; the caller closes them
   * @throws UndecodableRecording if there is no picture in it
   * @throws TemporaryFailure if it cannot be read now
   */
  public static FfmpegFrames open(Path file, SamplingSettings settings) {
    boolean dense = settings.interval().compareTo(DENSE) < 0;
    DecodedVideo video =
        DecodedVideo.open(file, dense ? DecodedVideo.Wanted.ALL : DecodedVideo.Wanted.SOME);
    FfmpegFrames frames = new FfmpegFrames(file, video, settings);
    try {
      frames.requirePicture();
      return frames;
    } catch (RuntimeException e) {
      frames.close();
      throw e;
    }
  }

  private void requirePicture() {
    ahead = video.next();
    if (ahead.isEmpty()) {
      throw new UndecodableRecording(
          file, "no frame of its video stream could be decoded. Copy or export it again.");
    }
  }

  /**
   * Goes on to the next sampled frame: the first frame of the recording, then the first one at or
   * after each multiple of the interval.
   *
   * @return the frame; empty at the end of the recording
   * @throws UndecodableRecording if its frames cannot be made into pictures
   * @throws TemporaryFailure if the file can no longer be read
   */
  public Optional<VideoFrame> next() {
    while (!ended) {
      Optional<AVFrame> frame = ahead.or(video::next);
      ahead = Optional.empty();
      ended = frame.isEmpty();
      Optional<VideoFrame> sampled = frame.flatMap(this::sample);
      if (sampled.isPresent()) {
        return sampled;
      }
    }
    return Optional.empty();
  }

  private Optional<VideoFrame> sample(AVFrame frame) {
    Optional<Duration> time = clock.read(DecodedVideo.stamp(frame));
    time.ifPresent(
        at -> {
          position = at;
          report.decoded(at, DecodedVideo.whole(frame));
        });
    return time.filter(times::wants).map(at -> new VideoFrame(at, converter.convert(frame)));
  }

  /** {@return time of the last decoded frame, sampled or not, from the first one} */
  public Duration position() {
    return position;
  }

  /** {@return the length that the file claims, if it does; not to be relied on} */
  public Optional<Duration> declaredLength() {
    return video.declaredLength();
  }

  /**
   * The real length, known only at the end.
   *
   * @return the time of the last frame and one frame more
   * @throws IllegalStateException if {@link #next} has not yet come to the end
   */
  public Duration length() {
    requireEnd();
    return position.plus(video.frameLength());
  }

  /**
   * What the reader of the result should know, known only at the end.
   *
   * @return a sentence for each finding; empty when all is well
   * @throws IllegalStateException if {@link #next} has not yet come to the end
   */
  public List<String> warnings() {
    return report.warnings(declaredLength(), length());
  }

  private void requireEnd() {
    if (!ended) {
      throw new IllegalStateException("The end of %s is not reached yet".formatted(file));
    }
  }

  @Override
  public void close() {
    converter.close();
    video.close();
  }
}
