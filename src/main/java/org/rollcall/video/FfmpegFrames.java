package org.rollcall.video;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.model.VideoFrame;

/**
 * The sampled frames of a recording, in the order of time.
 *
 * <p>It reads from the first packet to the last and never seeks: seeking is slower than reading for
 * such dense samples, and lands elsewhere than asked in damaged files. Time comes from the stamps
 * of the frames alone, those not decoded included. For one thread at a time.
 */
public final class FfmpegFrames implements AutoCloseable {
  private final Path file;
  private final DecodedVideo video;
  private final SamplingTimes times;
  private final FrameClock clock;
  private final UprightConverter converter;
  private final DecodingReport report = new DecodingReport();
  private Optional<PassedFrame> ahead = Optional.empty();
  private Duration position = Duration.ZERO;
  private boolean ended;

  private FfmpegFrames(Path file, DecodedVideo video, SamplingTimes times) {
    this.file = file;
    this.video = video;
    this.times = times;
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
    SamplingTimes times = new SamplingTimes(settings.interval());
    DecodedVideo video = DecodedVideo.open(file, settings, times);
    FfmpegFrames frames = new FfmpegFrames(file, video, times);
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
   * after each multiple of the interval, or a key frame before the longest gap is over.
   *
   * @return the frame; empty at the end of the recording
   * @throws UndecodableRecording if its frames cannot be made into pictures
   * @throws TemporaryFailure if the file can no longer be read
   */
  public Optional<VideoFrame> next() {
    while (!ended) {
      Optional<PassedFrame> frame = ahead.or(video::next);
      ahead = Optional.empty();
      ended = frame.isEmpty();
      Optional<VideoFrame> sampled = frame.flatMap(this::sample);
      if (sampled.isPresent()) {
        return sampled;
      }
    }
    return Optional.empty();
  }

  private Optional<VideoFrame> sample(PassedFrame frame) {
    Optional<Duration> time = clock.read(frame.stamp());
    time.ifPresent(
        at -> {
          position = at;
          report.passed(at, frame.whole());
        });
    return frame
        .decoded()
        .flatMap(
            picture ->
                time.filter(times::wants)
                    .map(at -> new VideoFrame(at, converter.convert(picture))));
  }

  /**
   * Takes a frame back for another one. A frame of 1080p takes 6 MB, and thousands of them would
   * make the heap grow. From any thread.
   *
   * @param frame one of these frames, of which nobody uses the picture any more
   */
  public void reuse(VideoFrame frame) {
    converter.reuse(frame.picture());
  }

  /** {@return time of the last frame, sampled or not, from the first one} */
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

  /** {@return how many frames were decoded so far, sampled or not} */
  long decodedFrames() {
    return video.decodedFrames();
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
