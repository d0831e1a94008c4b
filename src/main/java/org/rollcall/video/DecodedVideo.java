package org.rollcall.video;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.rollcall.model.TemporaryFailure;

/**
 * The frames of a recording, decoded only as far as the samples need it.
 *
 * <p>Where key frames are dense enough, they alone are decoded, each on its own, and the frames in
 * between are skipped. The packets since the last good key frame are kept for a while: if the next
 * one is too far away, damaged or not a real key frame (some recorders flag every frame), decoding
 * resumes from there frame by frame, and nothing is lost. It returns to key frames once two of them
 * are close together again.
 */
final class DecodedVideo implements AutoCloseable {
  /** From this interval on, non-reference frames can be skipped: a neighbouring frame will do. */
  private static final Duration SPARSE = Duration.ofMillis(500);

  /** After this many false key frames in a row, the flags are no longer trusted. */
  private static final int MOST_FAILURES = 5;

  private final VideoStream stream;
  private final FrameClock clock;
  private final SamplingTimes times;
  private final Duration longestGap;
  private final Decoder keyFrames;
  private final Decoder sequence;
  private final PacketQueue packets = new PacketQueue();
  private final Queue<FrameEvent> ready = new ArrayDeque<>();
  private KeyFrameInterval keyFrameInterval;
  private boolean sequential;
  private boolean ended;
  private int failures;

  private DecodedVideo(VideoStream stream, SamplingSettings settings, SamplingTimes times) {
    this.stream = stream;
    this.times = times;
    this.clock = stream.clock();
    this.keyFrameInterval = new KeyFrameInterval(clock);
    this.longestGap =
        stream.declaredLength().map(settings::acceptedGap).orElseGet(settings::acceptedGap);
    this.keyFrames = stream.decoder(Decoder.SkipPolicy.KEY_FRAMES);
    boolean sparse = settings.interval().compareTo(SPARSE) >= 0 && stream.hasTimestamps();
    this.sequence =
        stream.decoder(sparse ? Decoder.SkipPolicy.NON_REFERENCE : Decoder.SkipPolicy.ALL);
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
      packets.sendFirst(sequence);
      frame = sequence.receive();
    }
    return frame.map(FrameEvent::of).or(() -> Optional.ofNullable(ready.poll()));
  }

  private void take(AVPacket packet) {
    // Every packet counts for the interval, whether or not it is decoded as a key frame.
    boolean near = keyFrameInterval.read(packet).filter(this::isFar).isEmpty();
    boolean tried =
        failures < MOST_FAILURES
            && VideoStream.isKey(packet)
            && (sequential ? near : isDue(packet));
    Optional<AVFrame> key = tried ? keyFrames.decodeAlone(packet) : Optional.empty();
    if (key.isPresent()) {
      failures = 0;
      continueFrom(packet, key.get());
      return;
    }
    failures += tried ? 1 : 0;
    // A false key frame leaves a gap, as does a key frame that fails to appear in time.
    if (!sequential && (tried || !canSkip(packet))) {
      decodeSequentially();
    }
    packets.add(packet);
  }

  private boolean isFar(Duration sinceKey) {
    return sinceKey.isNegative() || sinceKey.compareTo(longestGap) > 0;
  }

  private boolean isDue(AVPacket packet) {
    return packets.isEmpty() || packets.full() || times.due(expected(packet));
  }

  private boolean canSkip(AVPacket packet) {
    Duration sinceSample = expected(packet).minus(times.last()).abs();
    return !packets.isEmpty() && !packets.full() && sinceSample.compareTo(longestGap) <= 0;
  }

  private Duration expected(AVPacket packet) {
    return clock.expected(PacketQueue.pts(packet), packets.size());
  }

  private void continueFrom(AVPacket packet, AVFrame keyFrame) {
    if (sequential) {
      sequence.drain();
    }
    sequential = false;
    skipPackets();
    ready.add(new FrameEvent(PacketQueue.pts(packet), Optional.of(keyFrame)));
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
