package org.rollcall.video;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.rollcall.basics.Extremes;
import org.rollcall.model.TemporaryFailure;

/**
 * The frames of a recording, decoded only as far as the samples need it.
 *
 * <p>Where key frames are dense enough, they alone are decoded, each on its own, and the frames in
 * between are skipped. The packets since the last good key frame are kept for a while: if the next
 * one is too far away, damaged or not a real key frame (some recorders flag every frame), decoding
 * resumes from there frame by frame, and nothing is lost. It returns to key frames once two of them
 * are close together again.
 *
 * <p>If the caller {@linkplain #postpone hardly needs} the key frames between some of them, those
 * are not decoded either, once the recording has proved sound: the caller gets their packets.
 */
final class DecodedVideo implements AutoCloseable {
  /** From this interval on, non-reference frames can be skipped: a neighbouring frame will do. */
  private static final Duration SPARSE = Duration.ofMillis(500);

  /** A frame that lasts longer is worth decoding, one beyond the longest gap is not. */
  private static final Duration LONG_FRAME = Duration.ofMillis(50);

  /** So many frames may depend on nothing but two reference frames around them. */
  private static final int MOST_NON_REFERENCE = 8;

  /** After this many false key frames in a row, the flags are no longer trusted. */
  private static final int MOST_FAILURES = 5;

  /** After this many good key frames in a row, the next ones are expected to be good as well. */
  private static final int ENOUGH_GOOD = 5;

  private final VideoStream stream;
  private final FrameClock clock;
  private final SamplingTimes times;
  private final SamplingSettings settings;
  private final Optional<Duration> declaredLength;
  private final Duration oneFrame;
  private final Decoder keyFrames;
  private final Decoder sequence;
  private final PacketQueue packets = new PacketQueue();
  private final Queue<FrameEvent> ready = new ArrayDeque<>();
  private KeyFrameInterval keyFrameInterval;
  private boolean sequential;
  private boolean ended;
  private int failures;
  private int good;
  private Duration decodedEvery = Duration.ZERO;
  private Duration decodedAt = Duration.ZERO;
  private Pts shown = Pts.MISSING;
  private Pts latestPts = Pts.MISSING;
  private Pts latestDts = Pts.MISSING;
  private int repeats;
  private boolean drained;
  private boolean restart;
  private boolean startsAgain;

  private DecodedVideo(VideoStream stream, SamplingSettings settings, SamplingTimes times) {
    this.stream = stream;
    this.times = times;
    this.clock = stream.clock();
    this.keyFrameInterval = new KeyFrameInterval(clock);
    this.settings = settings;
    this.declaredLength = stream.timing().declaredLength();
    this.oneFrame = Extremes.min(stream.timing().frameLength(), LONG_FRAME);
    this.keyFrames = stream.decoder(Decoder.SkipPolicy.KEY_FRAMES);
    this.sequence =
        stream.decoder(
            isDense(settings.interval())
                ? Decoder.SkipPolicy.NON_REFERENCE
                : Decoder.SkipPolicy.ALL);
  }

  private boolean isDense(Duration interval) {
    Duration skipped = stream.timing().frameLength().multipliedBy(MOST_NON_REFERENCE);
    return !settings.isShort(declaredLength.orElse(Duration.ZERO))
        && interval.compareTo(SPARSE) >= 0
        && interval.compareTo(skipped) >= 0
        && stream.timing().hasTimestamps();
  }

  /**
   * Decodes a stream.
   *
   * @param stream the stream; it is closed with this, or if there is no decoder for it
   * @param times which frames have been sampled; the caller keeps it up to date
   * @throws UndecodableRecording if FFmpeg has no decoder for it
   */
  static DecodedVideo of(VideoStream stream, SamplingSettings settings, SamplingTimes times) {
    try {
      return new DecodedVideo(stream, settings, times);
    } catch (RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  /**
   * Advances to the next frame, decoded or skipped.
   *
   * @return the frame, valid until the next call; empty at the end
   * @throws TemporaryFailure if the file can no longer be read
   */
  Optional<FrameEvent> next() {
    Optional<FrameEvent> frame = poll();
    while (frame.isEmpty() && !ended) {
      stream.next().ifPresentOrElse(this::take, this::finish);
      frame = poll();
    }
    return frame;
  }

  private Optional<FrameEvent> poll() {
    Optional<AVFrame> frame = sequence.receive();
    while (frame.isEmpty() && sequential && !packets.isEmpty()) {
      startsAgain |= restart;
      restart = false;
      packets.sendFirst(sequence);
      frame = sequence.receive();
    }
    if (frame.isEmpty() && ended && sequential && !drained) {
      drained = true;
      sequence.drain();
      frame = sequence.receive();
    }
    return frame.map(this::shown).or(() -> Optional.ofNullable(ready.poll()));
  }

  /** Where the rate is lower than declared, every frame counts. */
  private FrameEvent shown(AVFrame frame) {
    FrameEvent event = FrameEvent.of(frame, startsAgain);
    startsAgain = false;
    if (shown.isKnown() && event.pts().isKnown()) {
      Duration step = clock.length(event.pts().minus(shown));
      if (step.compareTo(SPARSE) > 0) {
        sequence.skipNothing();
      }
    }
    shown = event.pts();
    return event;
  }

  private void take(AVPacket packet) {
    if (isRestart(packet)) {
      finishPackets();
      restart = true;
    }
    Pts pts = PacketQueue.pts(packet);
    repeats = pts.isKnown() && pts.equals(latestPts) ? repeats + 1 : 0;
    latestPts = pts;
    if (repeats > 0) {
      // Times are counted, so every frame counts.
      sequence.skipNothing();
    }
    // Every packet counts for the interval, whether or not it is decoded as a key frame.
    boolean near = keyFrameInterval.read(packet).filter(this::isFar).isEmpty();
    boolean tried =
        failures < MOST_FAILURES
            && VideoStream.isKey(packet)
            && (sequential ? near : isDue(packet));
    if (tried && canPostpone(packet)) {
      skipPackets();
      ready.add(FrameEvent.postponed(pts, KeyPacket.of(packet)));
      packets.add(packet);
      return;
    }
    Optional<AVFrame> key = tried ? keyFrames.decodeAlone(packet) : Optional.empty();
    if (key.isPresent()) {
      failures = 0;
      good++;
      decodedAt = expected(packet);
      continueFrom(packet, key.get());
      return;
    }
    failures += tried ? 1 : 0;
    good = tried ? 0 : good;
    // A false key frame leaves a gap, as does a key frame that fails to appear in time.
    if (!sequential && (tried || !canSkip(packet))) {
      decodeSequentially();
    }
    packets.add(packet);
  }

  /**
   * Postpones the decoding of key frames that follow one that was decoded.
   *
   * @param every after this time, a key frame is decoded at once again
   */
  void postpone(Duration every) {
    decodedEvery = every;
  }

  /** {@return the frame of a postponed key frame, valid until the next call; empty if damaged} */
  Optional<AVFrame> decode(KeyPacket packet) {
    Optional<AVFrame> frame = packet.decode(keyFrames);
    good = frame.isPresent() ? good : 0;
    return frame;
  }

  private boolean canPostpone(AVPacket packet) {
    Duration since = expected(packet).minus(decodedAt);
    return good >= ENOUGH_GOOD
        && !sequential
        && !restart
        && repeats == 0
        && KeyPacket.isComplete(packet)
        && !since.isNegative()
        && since.compareTo(decodedEvery) < 0;
  }

  /** Where a key frame comes earlier than what it follows, recordings were joined. */
  private boolean isRestart(AVPacket packet) {
    Pts dts = Pts.of(packet.dts());
    boolean back =
        VideoStream.isKey(packet)
            && dts.isKnown()
            && latestDts.isKnown()
            && clock.length(latestDts.minus(dts)).compareTo(clock.frames(1)) > 0;
    latestDts = dts.isKnown() ? dts : latestDts;
    return back;
  }

  private boolean isFar(Duration sinceKey) {
    return sinceKey.isNegative() || sinceKey.compareTo(longestGap()) > 0;
  }

  /** A recording that does not declare its length is short until it proves long. */
  private Duration longestGap() {
    return settings.acceptedGap(declaredLength.orElseGet(times::last));
  }

  /** Frames that are shown before a key frame, but come after it, may fill a gap before it. */
  private boolean isDue(AVPacket packet) {
    boolean near = sinceSample(packet).compareTo(longestGap().plus(oneFrame)) <= 0;
    return packets.isEmpty() || packets.full() || (near && times.due(expected(packet)));
  }

  private boolean canSkip(AVPacket packet) {
    return !packets.isEmpty()
        && !packets.full()
        && sinceSample(packet).compareTo(longestGap()) <= 0;
  }

  private Duration sinceSample(AVPacket packet) {
    return expected(packet).minus(times.last()).abs();
  }

  /** Frames with the same pts are counted on, as the clock does. */
  private Duration expected(AVPacket packet) {
    return clock.expected(PacketQueue.pts(packet), packets.size()).plus(clock.frames(repeats));
  }

  private void continueFrom(AVPacket packet, AVFrame keyFrame) {
    if (sequential) {
      sequence.drain();
    }
    sequential = false;
    shown = Pts.MISSING;
    skipPackets();
    ready.add(FrameEvent.decoded(PacketQueue.pts(packet), keyFrame, restart));
    restart = false;
    packets.add(packet);
  }

  /**
   * Decodes every frame from the last good key frame on, whose packet is the first of the queue.
   */
  private void decodeSequentially() {
    sequential = true;
    if (!packets.isEmpty()) {
      packets.startAfterFirst();
    }
  }

  private void skipPackets() {
    packets.skip().forEach(pts -> ready.add(FrameEvent.skipped(pts)));
  }

  private void finish() {
    ended = true;
    if (!sequential && isDueAtTheEnd()) {
      decodeSequentially();
    } else if (!sequential) {
      skipPackets();
    }
  }

  /** Where no gap is longer than the interval, the last frame may be due without a key frame. */
  private boolean isDueAtTheEnd() {
    return longestGap().compareTo(settings.interval()) <= 0
        && times.due(clock.expected(packets.latest(), packets.size() - 1));
  }

  private void finishPackets() {
    if (sequential) {
      sequence.drain();
    } else {
      skipPackets();
    }
  }

  /**
   * Seeks to a key frame that can be decoded on its own. The clock must have read the first frame.
   *
   * @param time the latest time to continue from
   * @return false if the file cannot be trusted to say where that is; this must be closed then and
   *     the file opened again
   * @throws TemporaryFailure if the file can no longer be read
   */
  boolean seekTo(Duration time) {
    Pts pts = clock.pts(time);
    if (!pts.isKnown() || !stream.seek(pts.ticks().getAsLong())) {
      return false;
    }
    reset();
    Optional<AVPacket> landed = stream.next();
    return landed.isPresent() && startAt(landed.get(), time);
  }

  private void reset() {
    packets.close();
    ready.clear();
    sequence.flush();
    sequential = false;
    shown = Pts.MISSING;
    latestPts = Pts.MISSING;
    latestDts = Pts.MISSING;
    keyFrameInterval = new KeyFrameInterval(clock);
  }

  private boolean startAt(AVPacket landed, Duration latest) {
    Duration at = expected(landed);
    boolean known = PacketQueue.pts(landed).isKnown();
    if (!known || at.isNegative() || at.compareTo(latest) > 0) {
      return false;
    }
    clock.seekTo(at);
    take(landed);
    return !ready.isEmpty();
  }

  /** {@return the clock of the recording; the caller has it read every frame} */
  FrameClock clock() {
    return clock;
  }

  /** {@return how many frames have been decoded so far} */
  long decodedFrames() {
    return keyFrames.frames() + sequence.frames();
  }

  @Override
  public void close() {
    packets.close();
    keyFrames.close();
    sequence.close();
    stream.close();
  }
}
