package org.rollcall.video;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.model.Window;
import org.rollcall.model.picture.Sample;
import org.rollcall.model.picture.VideoFrame;
import org.rollcall.video.convert.UprightConverter;

/**
 * Samples the frames of a recording, in the order of time.
 *
 * <p>It reads from the first packet to the last and does not seek: with samples this dense, seeking
 * is slower than reading, and in damaged files it ends up in the wrong place. The one exception is
 * a {@link Window} that starts later, if the container can be trusted. Times come from the pts of
 * the frames alone, including those that are not decoded. For one thread at a time.
 */
public final class FfmpegFrames implements AutoCloseable {
  /** Less than this before a window is read rather than skipped: seeking would gain nothing. */
  private static final Duration WORTH_SEEKING = Duration.ofSeconds(5);

  private final Path file;
  private final Window window;
  private final VideoStream stream;
  private final DecodedVideo video;
  private final SamplingTimes times;
  private final FrameClock clock;
  private final UprightConverter converter;
  private final DecodingReport report;
  private Optional<FrameEvent> ahead = Optional.empty();
  private Duration position;
  private Duration end;
  private boolean ended;
  private long pictures;
  private long refusals;

  private FfmpegFrames(Path file, SamplingSettings settings, Window window, VideoStream stream) {
    this.file = file;
    this.window = window;
    Duration frameLength = stream.timing().frameLength();
    this.report = new DecodingReport(window, settings.interval(), frameLength);
    this.position = window.from();
    this.end = window.from();
    this.stream = stream;
    this.times = new SamplingTimes(settings.interval(), frameLength);
    this.video = DecodedVideo.of(stream, settings, times);
    this.clock = video.clock();
    this.converter = new UprightConverter(stream.geometry(), RecordingFile.MOST_PIXELS);
  }

  /**
   * Opens a recording and decodes its first frame.
   *
   * @param file the recording, in any format that FFmpeg knows
   * @param settings how densely to sample
   * @return its frames; the caller closes them
   * @throws UndecodableRecording if no frame of it can be decoded
   * @throws TemporaryFailure if it cannot be read at the moment
   */
  public static FfmpegFrames open(Path file, SamplingSettings settings) {
    return open(file, settings, Window.ALL);
  }

  /**
   * Opens a part of a recording. The times of its frames are those of the recording, and the parts
   * together have the same frames as the whole, except that where key frames allow longer gaps, a
   * part may sample other frames for a moment after its start.
   *
   * @param file the recording, in any format that FFmpeg knows
   * @param settings how densely to sample
   * @param window which part
   * @return its frames, none if the recording ends before the window; the caller closes them
   * @throws UndecodableRecording if no frame of the recording can be decoded
   * @throws TemporaryFailure if it cannot be read at the moment
   */
  public static FfmpegFrames open(Path file, SamplingSettings settings, Window window) {
    FfmpegFrames frames = atStart(file, settings, window);
    Duration before = window.from().minus(settings.lead());
    if (before.compareTo(WORTH_SEEKING) < 0 || frames.seekTo(before)) {
      return frames;
    }
    return atStart(file, settings, window);
  }

  private static FfmpegFrames atStart(Path file, SamplingSettings settings, Window window) {
    FfmpegFrames frames = new FfmpegFrames(file, settings, window, VideoStream.openSound(file));
    try {
      frames.requireFrame();
      return frames;
    } catch (RuntimeException e) {
      frames.close();
      throw e;
    }
  }

  /** {@return false if seeking failed; this is closed then} */
  private boolean seekTo(Duration time) {
    boolean found = false;
    try {
      // Time counts from this frame, however much is skipped after it.
      ahead.ifPresent(first -> clock.read(first.pts()));
      ahead = Optional.empty();
      found = video.seekTo(time);
    } finally {
      if (!found) {
        close();
      }
    }
    return found;
  }

  private void requireFrame() {
    ahead = video.next();
    if (ahead.isEmpty()) {
      throw new UndecodableRecording(file, Message.of(Reason.RECORDING_WITHOUT_FRAMES));
    }
  }

  /**
   * Advances to the next sampled frame in the window. Sampled are the first frame of the recording,
   * then the first one at or after each multiple of the interval, or instead a key frame within the
   * longest gap.
   *
   * @return the frame; empty at the end of the window or of the recording
   * @throws UndecodableRecording if its frames cannot be converted to pictures
   * @throws TemporaryFailure if the file can no longer be read
   */
  public Optional<VideoFrame> next() {
    Optional<Sample> sample = sample();
    Optional<VideoFrame> frame = sample.flatMap(Sample::frame);
    while (sample.isPresent() && frame.isEmpty()) {
      sample = sample();
      frame = sample.flatMap(Sample::frame);
    }
    return frame;
  }

  /**
   * Lets {@link #sample} postpone decoding, where the recording allows it.
   *
   * @param every after this time, a frame is decoded at once again
   */
  public void postpone(Duration every) {
    video.postpone(every);
  }

  /**
   * Advances as {@link #next} does.
   *
   * @return the frame, decoded or postponed; its picture may be asked for from any thread until
   *     this is closed
   */
  public synchronized Optional<Sample> sample() {
    while (!ended) {
      Optional<FrameEvent> frame = ahead.or(video::next);
      ahead = Optional.empty();
      ended = frame.isEmpty();
      Optional<Sample> sampled = frame.flatMap(this::sample);
      if (sampled.isPresent()) {
        return sampled;
      }
    }
    if (refusals > 0 && pictures == 0) {
      throw new UndecodableRecording(file, Message.of(Reason.RECORDING_COLOURS));
    }
    return Optional.empty();
  }

  private Optional<Sample> sample(FrameEvent frame) {
    if (frame.restart()) {
      clock.restart();
    }
    Optional<Duration> time = clock.read(frame.pts());
    frame.decoded().ifPresent(converter::follow);
    Duration at = time.orElse(position);
    noteAdvance(frame, at);
    if (time.isEmpty() || isPast(at)) {
      return Optional.empty();
    }
    boolean wanted = frame.available() && times.due(at);
    if (window.contains(at)) {
      return shown(frame, at, wanted);
    }
    if (wanted) {
      times.take(at);
    }
    return Optional.empty();
  }

  /** Frames that are skipped come out of order around a key frame, which is no fault. */
  private void noteAdvance(FrameEvent frame, Duration at) {
    boolean skipped = !frame.available() && clock.advance() == FrameClock.Advance.DROPPED;
    if (window.contains(at) && !skipped) {
      report.addAdvance(clock.advance(), at);
    }
  }

  private boolean isPast(Duration at) {
    if (window.endsBy(at)) {
      end = window.to().orElseThrow();
      report.advanceTo(end);
      ended = true;
    } else if (at.compareTo(StreamTiming.LONGEST) > 0) {
      report.addJump();
      ended = true;
    }
    return ended;
  }

  /** A frame that cannot be converted counts as damaged, and the next one is tried instead. */
  private Optional<Sample> shown(FrameEvent frame, Duration at, boolean wanted) {
    Optional<Sample> sample = wanted ? sample(frame, at) : Optional.empty();
    if (sample.isPresent()) {
      times.take(at);
      pictures++;
    }
    boolean refused = wanted && sample.isEmpty();
    refusals += refused ? 1 : 0;
    position = at;
    end = at.plus(stream.timing().frameLength());
    report.addFrame(at, frame.intact() && !refused);
    return sample;
  }

  private Optional<Sample> sample(FrameEvent frame, Duration at) {
    return frame
        .postponed()
        .map(packet -> Sample.postponed(at, () -> decode(packet, at)))
        .or(
            () ->
                frame
                    .decoded()
                    .flatMap(converter::convert)
                    .map(picture -> Sample.of(new VideoFrame(at, picture))));
  }

  private synchronized Optional<VideoFrame> decode(KeyPacket packet, Duration at) {
    Optional<AVFrame> decoded = video.decode(packet);
    decoded.ifPresent(converter::follow);
    return decoded.flatMap(converter::convert).map(picture -> new VideoFrame(at, picture));
  }

  /**
   * Recycles the memory of a frame. At 1080p a frame takes 6 MB, and thousands of them would make
   * the heap grow. From any thread.
   *
   * @param frame one of these frames, whose picture nobody uses any more
   */
  public void reuse(VideoFrame frame) {
    converter.reuse(frame.picture());
  }

  /**
   * How far reading has come.
   *
   * @return time of the latest frame in the window, sampled or not, from the first frame of the
   *     recording; the start of the window before any
   */
  Duration position() {
    return position;
  }

  /**
   * The length of the window by what the file declares, which cannot be relied on.
   *
   * @return the part of the window inside the declared length, and once the end is reached, the
   *     true length if the difference is a usual one; empty if the file declares none
   */
  public Optional<Duration> declaredLength() {
    Optional<Duration> declared = stream.timing().declaredLength().map(window::lengthUntil);
    return ended ? declared.map(this::beyondUsualLoss) : declared;
  }

  private Duration beyondUsualLoss(Duration declared) {
    return report.isLoss(length(), declared) ? declared : length();
  }

  /**
   * The true length of the window, known only at the end.
   *
   * @return from the start of the window to its end, or to the end of the last frame if the
   *     recording ends earlier; zero if no frame is in the window
   * @throws IllegalStateException if {@link #next} has not reached the end yet
   */
  public Duration length() {
    requireEnd();
    return window.lengthUntil(end);
  }

  /**
   * What the reader of the results should know about the window, but not about the rest of the
   * recording. Known only at the end.
   *
   * @return a sentence for each finding; empty when all is well
   * @throws IllegalStateException if {@link #next} has not reached the end yet
   */
  public List<Message> warnings() {
    Duration length = length();
    List<Message> warnings = new ArrayList<>(stream.unused());
    if (stream.timing().isRateGuessed()) {
      warnings.add(Message.of(Reason.TIMES_GUESSED, framesPerSecond()));
    }
    stream
        .timing()
        .impossibleLength()
        .filter(claimed -> report.isLoss(length, window.lengthUntil(claimed)))
        .map(DecodingReport::clockText)
        .map(claimed -> Message.of(Reason.LENGTH_IMPOSSIBLE, claimed))
        .ifPresent(warnings::add);
    warnings.addAll(
        declaredLength()
            .map(declared -> report.warnings(length, declared))
            .orElseGet(() -> report.warnings(length)));
    return List.copyOf(warnings);
  }

  private long framesPerSecond() {
    return Math.round(1e9 / stream.timing().frameLength().toNanos());
  }

  /**
   * The stretches of the window without an intact picture: where the recording has no frames, where
   * all of them are damaged, and what is missing at the end. Only those that are longer than two
   * samples are usually apart. Known only at the end.
   *
   * @return the stretches in the order of time, measured from the first frame of the recording
   * @throws IllegalStateException if {@link #next} has not reached the end yet
   */
  public List<Window> gaps() {
    Duration length = length();
    return report.gaps(length, declaredLength().orElse(length));
  }

  /** {@return how many frames have been decoded so far, sampled or not} */
  long decodedFrames() {
    return video.decodedFrames();
  }

  private void requireEnd() {
    if (!ended) {
      throw new IllegalStateException("The end of %s has not been reached yet".formatted(file));
    }
  }

  @Override
  public void close() {
    converter.close();
    video.close();
  }
}
