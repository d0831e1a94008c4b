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
 * <p>It reads from the first packet to the last and does not seek: seeking is slower than reading
 * for such dense samples, and lands elsewhere than asked in damaged files. The one exception is the
 * way to a {@link Window} that begins later, where the container can be trusted. Time comes from
 * the stamps of the frames alone, those not decoded included. For one thread at a time.
 */
public final class FfmpegFrames implements AutoCloseable {
  /** What lies before a window is read where it is shorter: seeking would gain nothing. */
  private static final Duration SHORT_WAY = Duration.ofSeconds(5);

  private final Path file;
  private final Window window;
  private final DecodedVideo video;
  private final SamplingTimes times;
  private final FrameClock clock;
  private final UprightConverter converter;
  private final DecodingReport report;
  private Optional<PassedFrame> ahead = Optional.empty();
  private Duration position;
  private Duration end;
  private boolean ended;

  private FfmpegFrames(Path file, Window window, DecodedVideo video, SamplingTimes times) {
    this.file = file;
    this.window = window;
    this.report = new DecodingReport(window);
    this.position = window.from();
    this.end = window.from();
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
    return open(file, settings, Window.ALL);
  }

  /**
   * Opens a part of a recording. The times of its frames are those of the recording, and put
   * together, the parts have the frames of the whole; but where frames may be sampled at different
   * distances, a part may choose others for a moment after its begin.
   *
   * @param file the recording, in any format that FFmpeg knows
   * @param settings how densely to sample
   * @param window which part
   * @return its frames, none if the recording ends before the window; the caller closes them
   * @throws UndecodableRecording if there is no picture in the recording
   * @throws TemporaryFailure if it cannot be read now
   */
  public static FfmpegFrames open(Path file, SamplingSettings settings, Window window) {
    FfmpegFrames frames = atBegin(file, settings, window);
    Duration before = window.from().minus(settings.lead());
    if (before.compareTo(SHORT_WAY) < 0 || frames.leaveOutUntil(before)) {
      return frames;
    }
    return atBegin(file, settings, window);
  }

  private static FfmpegFrames atBegin(Path file, SamplingSettings settings, Window window) {
    SamplingTimes times = new SamplingTimes(settings.interval());
    DecodedVideo video = DecodedVideo.open(file, settings, times);
    FfmpegFrames frames = new FfmpegFrames(file, window, video, times);
    try {
      frames.requirePicture();
      return frames;
    } catch (RuntimeException e) {
      frames.close();
      throw e;
    }
  }

  /** {@return false if it could not, and is closed} */
  private boolean leaveOutUntil(Duration time) {
    boolean left = false;
    try {
      // The recording begins with this frame, whatever is left out.
      ahead.ifPresent(first -> clock.read(first.stamp()));
      ahead = Optional.empty();
      left = video.leaveOutUntil(time);
    } finally {
      if (!left) {
        close();
      }
    }
    return left;
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
   * after each multiple of the interval, or a key frame before the longest gap is over. Of these,
   * those in the window are given.
   *
   * @return the frame; empty at the end of the window or of the recording
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
    time.ifPresent(at -> pass(at, frame));
    return frame
        .decoded()
        .flatMap(
            picture ->
                time.filter(at -> !ended)
                    .filter(times::wants)
                    .filter(window::contains)
                    .map(at -> new VideoFrame(at, converter.convert(picture))));
  }

  private void pass(Duration at, PassedFrame frame) {
    if (window.endsBy(at)) {
      end = window.to().orElseThrow();
      report.seenUntil(end);
      ended = true;
    } else if (at.compareTo(Container.LONGEST) > 0) {
      report.leapt();
      ended = true;
    } else if (window.contains(at)) {
      position = at;
      end = at.plus(video.frameLength());
      report.passed(at, frame.whole());
    }
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

  /**
   * How far it is.
   *
   * @return time of the last frame of the window, sampled or not, from the first one of the
   *     recording; the begin of the window before that
   */
  public Duration position() {
    return position;
  }

  /**
   * The length that the file claims.
   *
   * @return how much of the window there is by that, if the file says; not to be relied on
   */
  public Optional<Duration> declaredLength() {
    return video.declaredLength().map(window::lengthUntil);
  }

  /**
   * The real length, known only at the end.
   *
   * @return from the begin of the window to its end, or to the last frame and one frame more where
   *     the recording ends before; zero if it has no frame in the window
   * @throws IllegalStateException if {@link #next} has not yet come to the end
   */
  public Duration length() {
    requireEnd();
    return window.lengthUntil(end);
  }

  /**
   * What the reader of the result should know of the window, known only at the end. What is wrong
   * before and after it is not told.
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
