package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_NOTIMESTAMPS;
import static org.bytedeco.ffmpeg.global.avformat.avio_size;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.time.Duration;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.rollcall.basics.Extremes;

/** What a container says about the times of a stream, as far as it can be true. */
final class StreamTiming {
  /** No recorder writes one file for days; a damaged file may claim years. */
  static final Duration LONGEST = Duration.ofDays(2);

  private static final Duration USUAL_FRAME = Duration.ofMillis(40);

  /** A clock of the codec alone; damaged streams declare frames that last for months. */
  private static final Duration LONGEST_COUNTED = Duration.ofMinutes(1);

  /** Of frames that have timestamps, as those of a time-lapse camera. */
  private static final Duration LONGEST_TIMED = Duration.ofHours(1);

  /** No camera is faster: so short are the ticks of a clock, taken for frames. */
  private static final Duration SHORTEST = Duration.ofMillis(2);

  /** An empty frame takes this much to say that it is one. */
  private static final long LEAST_FRAME_BYTES = 8;

  private final AVFormatContext context;
  private final AVStream stream;

  StreamTiming(AVFormatContext context, AVStream stream) {
    this.context = context;
    this.stream = stream;
  }

  /** {@return whether the format has timestamps; otherwise frames have to be counted} */
  boolean hasTimestamps() {
    return (context.iformat().flags() & AVFMT_NOTIMESTAMPS) == 0;
  }

  /** {@return whether nothing in the file tells how long its frames last} */
  boolean isRateGuessed() {
    return !hasTimestamps() && frameLength(stream.codecpar().framerate()).isEmpty();
  }

  /** {@return the nominal time between two frames} */
  Duration frameLength() {
    return ratedFrameLength().or(this::meanFrameLength).orElse(USUAL_FRAME);
  }

  private Optional<Duration> meanFrameLength() {
    long frames = stream.nb_frames();
    return declaredLength()
        .filter(length -> frames > 0)
        .map(length -> length.dividedBy(frames))
        .filter(this::isFrame);
  }

  private Optional<Duration> ratedFrameLength() {
    // Without timestamps, the average rate is a guess; the encoded stream may declare the true one.
    Optional<Duration> average = frameLength(stream.avg_frame_rate());
    Optional<Duration> encoded = frameLength(stream.codecpar().framerate());
    return hasTimestamps() ? average.or(() -> encoded) : encoded.or(() -> average);
  }

  private Optional<Duration> frameLength(AVRational rate) {
    return rate.num() <= 0 || rate.den() <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(1_000_000_000L * rate.den() / rate.num()))
            .filter(this::isFrame);
  }

  private boolean isFrame(Duration length) {
    Duration longest = hasTimestamps() ? LONGEST_TIMED : LONGEST_COUNTED;
    return length.compareTo(longest) <= 0 && length.compareTo(SHORTEST) >= 0;
  }

  /** {@return the length that the file declares, unless it is impossible or guessed} */
  Optional<Duration> declaredLength() {
    return claimedLength().filter(this::isPossible);
  }

  /** {@return the length that the file declares, but that cannot be true for its size} */
  Optional<Duration> impossibleLength() {
    return claimedLength().filter(length -> !isPossible(length));
  }

  private Optional<Duration> claimedLength() {
    Optional<Duration> ofStream =
        Optional.of(stream.duration())
            .filter(ticks -> ticks != AV_NOPTS_VALUE && ticks > 0)
            .map(this::length);
    return ofStream
        .map(length -> Extremes.max(length, countedLength()))
        .or(() -> claimedLength(context));
  }

  /** FFmpeg shortens the length of an AVI that was cut off; its header still counts all frames. */
  private Duration countedLength() {
    return context.iformat().name().getString().equals("avi")
        ? ratedFrameLength().orElse(Duration.ZERO).multipliedBy(Math.max(0, stream.nb_frames()))
        : Duration.ZERO;
  }

  private Duration length(long ticks) {
    AVRational tick = stream.time_base();
    return new FrameClock(tick.num(), tick.den(), Duration.ZERO).length(ticks);
  }

  /** {@return the length of a whole file, unless it is impossible or guessed from the size} */
  static Optional<Duration> declaredLength(AVFormatContext context) {
    return claimedLength(context).filter(length -> length.compareTo(LONGEST) <= 0);
  }

  private static Optional<Duration> claimedLength(AVFormatContext context) {
    boolean guessed = context.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
    return guessed || context.duration() == AV_NOPTS_VALUE || context.duration() <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(1000 * context.duration()));
  }

  private boolean isPossible(Duration length) {
    return length.compareTo(LONGEST) <= 0 && hasRoom(length);
  }

  /** Whether the frames fit in the file: a recorder cut off leaves a header not filled in. */
  private boolean hasRoom(Duration length) {
    if (hasIndex() || ratedFrameLength().isEmpty()) {
      return true;
    }
    long frames = length.dividedBy(ratedFrameLength().get());
    return frames * LEAST_FRAME_BYTES <= Math.max(0, avio_size(context.pb()));
  }

  /** An index of all frames is true, even if most of them are cut off. */
  private boolean hasIndex() {
    return stream.nb_frames() > 0 && context.iformat().name().getString().startsWith("mov");
  }
}
