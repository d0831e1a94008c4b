package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.rollcall.model.TemporaryFailure;

/**
 * The frames of a recording, decoded as far as the samples need it.
 *
 * <p>Where key frames lie dense enough, they alone are decoded, each for itself, and what lies
 * between is passed over. The packets since the last good key frame are kept for a while: if the
 * next one is too far, damaged or none at all (some recorders flag what they like), decoding goes
 * on from there frame after frame, and nothing is lost. It returns to key frames where two of them
 * are near each other again.
 */
final class DecodedVideo implements AutoCloseable {
  /** From this interval on, a frame next to the wanted one will do. */
  private static final Duration SPARSE = Duration.ofMillis(500);

  /** After so many key frames in a row that were none, the flags are no longer believed. */
  private static final int MOST_FAILURES = 5;

  private final VideoStream stream;
  private final FrameClock clock;
  private final SamplingTimes times;
  private KeySpacing spacing;
  private final Duration longestGap;
  private final Decoder alone;
  private final Decoder sequence;
  private final PacketQueue packets = new PacketQueue();
  private final Queue<PassedFrame> passed = new ArrayDeque<>();
  private boolean sequential;
  private boolean ended;
  private int failures;

  private DecodedVideo(VideoStream stream, SamplingSettings settings, SamplingTimes times) {
    this.stream = stream;
    this.times = times;
    this.clock = stream.clock();
    this.spacing = new KeySpacing(clock);
    this.longestGap = settings.acceptedGap(stream.declaredLength());
    this.alone = stream.decoder(Decoder.Way.ALONE);
    boolean sparse = settings.interval().compareTo(SPARSE) >= 0 && stream.hasStamps();
    this.sequence = stream.decoder(sparse ? Decoder.Way.SOME : Decoder.Way.ALL);
  }

  /**
   * Opens a file.
   *
   * @param times what has been sampled; the caller keeps it up to date
   * @throws UndecodableRecording if it has no video stream that FFmpeg can decode
   * @throws TemporaryFailure if it cannot be read now
   */
  static DecodedVideo open(Path file, SamplingSettings settings, SamplingTimes times) {
    VideoStream stream = VideoStream.open(file);
    try {
      return new DecodedVideo(stream, settings, times);
    } catch (RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  /**
   * Goes on to the next frame.
   *
   * @return the frame, valid until the next call; empty at the end
   * @throws TemporaryFailure if the file can no longer be read
   */
  Optional<PassedFrame> next() {
    Optional<PassedFrame> frame = ready();
    while (frame.isEmpty() && !ended) {
      stream.next().ifPresentOrElse(this::take, this::finish);
      frame = ready();
    }
    return frame;
  }

  private Optional<PassedFrame> ready() {
    Optional<AVFrame> frame = sequence.receive();
    while (frame.isEmpty() && sequential && !packets.isEmpty()) {
      packets.sendFirst(sequence);
      frame = sequence.receive();
    }
    return frame.map(PassedFrame::of).or(() -> Optional.ofNullable(passed.poll()));
  }

  private void take(AVPacket packet) {
    Optional<Duration> sinceKey = spacing.read(packet);
    boolean tried =
        failures < MOST_FAILURES
            && isKey(packet)
            && (sequential ? isNear(sinceKey) : isDue(packet));
    Optional<AVFrame> key = tried ? alone.decodeAlone(packet) : Optional.empty();
    if (key.isPresent()) {
      failures = 0;
      goOnFrom(packet, key.get());
      return;
    }
    failures += tried ? 1 : 0;
    if (!sequential && (tried || !canBePassedOver(packet))) {
      goOnFromLastKey();
    }
    packets.add(packet);
  }

  private static boolean isKey(AVPacket packet) {
    return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
  }

  private boolean isNear(Optional<Duration> sinceKey) {
    return sinceKey.map(time -> !time.isNegative() && time.compareTo(longestGap) <= 0).orElse(true);
  }

  private boolean isDue(AVPacket packet) {
    return packets.isEmpty() || packets.full() || times.due(expected(packet));
  }

  private boolean canBePassedOver(AVPacket packet) {
    Duration sinceSample = expected(packet).minus(times.last()).abs();
    return !packets.isEmpty() && !packets.full() && sinceSample.compareTo(longestGap) <= 0;
  }

  private Duration expected(AVPacket packet) {
    return clock.expected(PacketQueue.stamp(packet), packets.size());
  }

  private void goOnFrom(AVPacket packet, AVFrame frame) {
    if (sequential) {
      sequence.drain();
    }
    sequential = false;
    passOver();
    OptionalLong stamp = PacketQueue.stamp(packet);
    passed.add(new PassedFrame(stamp, Optional.of(frame)));
    packets.add(packet);
  }

  private void goOnFromLastKey() {
    sequential = true;
    if (!packets.isEmpty()) {
      packets.beginAfterFirst();
    }
  }

  private void passOver() {
    packets.skip().forEach(stamp -> passed.add(PassedFrame.over(stamp)));
  }

  private void finish() {
    ended = true;
    if (sequential) {
      sequence.drain();
    } else {
      passOver();
    }
  }

  /**
   * Leaves out what lies before a time, up to a key frame that can be decoded alone. The clock must
   * have read the first frame.
   *
   * @param time the latest time to go on from
   * @return false if the file cannot be trusted to tell where that is: nothing of use can be read
   *     any more then, and it has to be opened again
   * @throws TemporaryFailure if the file can no longer be read
   */
  boolean leaveOutUntil(Duration time) {
    OptionalLong wanted = clock.stamp(time);
    if (wanted.isEmpty() || !stream.seek(wanted.getAsLong())) {
      return false;
    }
    beginAnew();
    Optional<AVPacket> landed = stream.next();
    return landed.isPresent() && begin(landed.get(), time);
  }

  private void beginAnew() {
    packets.close();
    passed.clear();
    sequence.forget();
    sequential = false;
    spacing = new KeySpacing(clock);
  }

  private boolean begin(AVPacket landed, Duration latest) {
    Duration at = expected(landed);
    boolean known = PacketQueue.stamp(landed).isPresent();
    if (!known || at.isNegative() || at.compareTo(latest) > 0) {
      return false;
    }
    clock.leaveOutUntil(at);
    take(landed);
    return !passed.isEmpty();
  }

  /** {@return the clock of the recording; the caller reads it for each frame} */
  FrameClock clock() {
    return clock;
  }

  /** {@return the usual time between two frames} */
  Duration frameLength() {
    return stream.frameLength();
  }

  /** {@return the length that the file claims, unless it was guessed from its size} */
  Optional<Duration> declaredLength() {
    return stream.declaredLength();
  }

  /** {@return quarter turns clockwise that bring the picture upright, 0..3} */
  int quarterTurns() {
    return stream.quarterTurns();
  }

  /** {@return how many frames were decoded so far} */
  long decodedFrames() {
    return alone.frames() + sequence.frames();
  }

  @Override
  public void close() {
    packets.close();
    alone.close();
    sequence.close();
    stream.close();
  }
}
