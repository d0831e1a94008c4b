package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.rollcall.model.RollcallException;

/**
 * A recording that is shown over and over, as long as is wanted: its packets are copied, not
 * decoded, and their stamps go on without a break. Sound is left out.
 */
public final class LoopedRecording {
  private static final double NANOS = 1e9;

  private final Path source;
  private final AVRational tick;
  private final Round round;

  private LoopedRecording(Path source, AVRational tick, Round round) {
    this.source = source;
    this.tick = new AVRational().num(tick.num()).den(tick.den());
    this.round = round;
  }

  /** What the packets of one showing have in common; times in ticks. */
  private static final class Round {
    private long packets;
    private long bytes;
    private long firstShown = Long.MAX_VALUE;
    private long lastShown = Long.MIN_VALUE;
    private long firstDecoded;
    private long lastDecoded;
    private long lastLength;

    void add(AVPacket packet) {
      firstDecoded = packets == 0 ? packet.dts() : firstDecoded;
      lastDecoded = packet.dts();
      firstShown = Math.min(firstShown, packet.pts());
      if (packet.pts() > lastShown) {
        lastShown = packet.pts();
        lastLength = packet.duration();
      }
      packets++;
      bytes += packet.size();
    }

    /** {@return from the begin of a showing to that of the next} */
    long length() {
      long shown = lastShown - firstShown;
      long last = lastLength > 0 ? lastLength : shown / Math.max(1, packets - 1);
      return Math.max(shown + last, lastDecoded - firstDecoded + 1);
    }
  }

  /**
   * Reads a recording through, without decoding it.
   *
   * @param source the recording
   * @return it, ready to be shown over and over
   * @throws UndecodableRecording if there is no video in it, or no stamps that could go on
   * @throws org.rollcall.model.TemporaryFailure if it cannot be read now
   */
  public static LoopedRecording of(Path source) {
    try (VideoStream stream = VideoStream.open(source)) {
      Round round = new Round();
      Optional<AVPacket> packet = firstKey(stream);
      for (; packet.isPresent(); packet = stream.next()) {
        requireStamps(source, packet.get());
        round.add(packet.get());
      }
      if (round.packets < 2) {
        throw new UndecodableRecording(
            source,
            "found %d frame%s from the first key frame on, expected 2 or more."
                .formatted(round.packets, round.packets == 1 ? "" : "s"));
      }
      return new LoopedRecording(source, stream.stream().time_base(), round);
    }
  }

  /** A decoder could not begin anew with anything else. */
  private static Optional<AVPacket> firstKey(VideoStream stream) {
    Optional<AVPacket> packet = stream.next();
    while (packet.filter(found -> !isKey(found)).isPresent()) {
      packet = stream.next();
    }
    return packet;
  }

  private static boolean isKey(AVPacket packet) {
    return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
  }

  private static void requireStamps(Path source, AVPacket packet) {
    if (packet.pts() == AV_NOPTS_VALUE || packet.dts() == AV_NOPTS_VALUE) {
      throw new UndecodableRecording(
          source, "its frames have no time stamps, so it cannot be lengthened. Export it as MP4.");
    }
  }

  /** {@return how long one showing lasts} */
  public Duration length() {
    return time(round.length());
  }

  /**
   * How large a file of a given length would be, but for its index.
   *
   * @param length how long it would last
   * @return the number of bytes, roughly
   */
  public long bytes(Duration length) {
    return round.bytes * ticks(length) / round.length();
  }

  /**
   * Writes an MP4 file of a given length, or a little longer: it ends before a key frame, as a
   * decoder could make nothing of a piece without its end.
   *
   * @param target where to; replaced if it is there
   * @param length how long it shall last (> 0)
   * @param written hears often how much is written
   * @throws UnwritableClip if the disk refuses, or MP4 does not take the video format
   * @throws RollcallException if the thread is interrupted; the file is not whole then
   */
  public void write(Path target, Duration length, Consumer<Duration> written) {
    try (VideoStream like = VideoStream.open(source);
        PacketWriter writer = PacketWriter.open(target, like.stream())) {
      long end = ticks(length);
      for (long begin = 0; begin < end; begin += round.length()) {
        requireNotStopped();
        show(writer, begin, end);
        written.accept(time(Math.min(end, begin + round.length())));
      }
      writer.finish();
    }
  }

  private void show(PacketWriter writer, long begin, long end) {
    long shift = begin - round.firstShown;
    try (VideoStream stream = VideoStream.open(source)) {
      Optional<AVPacket> packet = firstKey(stream);
      for (; packet.isPresent(); packet = stream.next()) {
        AVPacket next = packet.get();
        if (isKey(next) && next.pts() + shift >= end) {
          return;
        }
        next.pts(next.pts() + shift).dts(next.dts() + shift);
        writer.write(next);
      }
    }
  }

  private static void requireNotStopped() {
    if (Thread.currentThread().isInterrupted()) {
      throw new RollcallException("Rollcall was stopped in the middle of it.");
    }
  }

  private Duration time(long ticks) {
    return Duration.ofNanos(Math.round(ticks * NANOS * tick.num() / tick.den()));
  }

  private long ticks(Duration time) {
    return Math.round(time.toNanos() / NANOS * tick.den() / tick.num());
  }
}
