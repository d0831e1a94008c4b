package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;

/**
 * Loops a recording to any length. Packets are copied without being decoded, and their timestamps
 * continue from one loop to the next without a break. Sound is dropped.
 */
public final class LoopedRecording {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Path source;
  private final AVRational tick;
  private final Loop loop;

  private LoopedRecording(Path source, AVRational tick, Loop loop) {
    this.source = source;
    this.tick = new AVRational().num(tick.num()).den(tick.den());
    this.loop = loop;
  }

  /** Totals over the packets of one loop; times in ticks. */
  private static final class Loop {
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

    /** {@return the time from the start of one loop to the start of the next} */
    long length() {
      long shown = lastShown - firstShown;
      long last = lastLength > 0 ? lastLength : shown / Math.max(1, packets - 1);
      return Math.max(shown + last, lastDecoded - firstDecoded + 1);
    }
  }

  /**
   * Reads all packets of a recording, without decoding them.
   *
   * @param source the recording
   * @return the recording, ready to be looped
   * @throws UndecodableRecording if it has no video, or no timestamps to continue
   * @throws org.rollcall.model.TemporaryFailure if it cannot be read at the moment
   */
  public static LoopedRecording of(Path source) {
    try (VideoStream stream = VideoStream.open(source)) {
      Loop loop = new Loop();
      Optional<AVPacket> packet = firstKey(stream);
      for (; packet.isPresent(); packet = stream.next()) {
        requireTimestamps(source, packet.get());
        loop.add(packet.get());
      }
      if (loop.packets < 2) {
        throw new UndecodableRecording(
            source,
            Message.english(
                "found %d frame%s from the first key frame on, expected 2 or more."
                    .formatted(loop.packets, loop.packets == 1 ? "" : "s")));
      }
      return new LoopedRecording(source, stream.stream().time_base(), loop);
    }
  }

  /** Only from a key frame can a decoder start the next loop. */
  private static Optional<AVPacket> firstKey(VideoStream stream) {
    Optional<AVPacket> packet = stream.next();
    while (packet.filter(found -> !VideoStream.isKey(found)).isPresent()) {
      packet = stream.next();
    }
    return packet;
  }

  private static void requireTimestamps(Path source, AVPacket packet) {
    if (packet.pts() == AV_NOPTS_VALUE || packet.dts() == AV_NOPTS_VALUE) {
      throw new UndecodableRecording(
          source,
          Message.english(
              "its frames have no timestamps, so it cannot be looped. Export it as MP4."));
    }
  }

  /** {@return the length of one loop} */
  Duration length() {
    return time(loop.length());
  }

  /**
   * Estimates the size of a file of a given length, without its index.
   *
   * @param length the length of the file
   * @return the approximate number of bytes
   */
  public long bytes(Duration length) {
    return loop.bytes * ticks(length) / loop.length();
  }

  /**
   * Writes an MP4 file of a given length or slightly longer: it ends just before a key frame,
   * because a decoder could make nothing of half a group of pictures.
   *
   * @param target the MP4 file; replaced if it exists
   * @param length the least length (> 0)
   * @param written receives the length written so far after each loop
   * @throws UnwritableClip if writing fails, or MP4 does not support the video format
   * @throws RollcallException if the thread is interrupted; the file is incomplete then
   */
  public void write(Path target, Duration length, Consumer<Duration> written) {
    try (VideoStream like = VideoStream.open(source);
        PacketWriter writer = PacketWriter.open(target, like.stream())) {
      long end = ticks(length);
      for (long start = 0; start < end; start += loop.length()) {
        requireNotStopped();
        copyLoop(writer, start, end);
        written.accept(time(Math.min(end, start + loop.length())));
      }
      writer.finish();
    }
  }

  private void copyLoop(PacketWriter writer, long start, long end) {
    long shift = start - loop.firstShown;
    try (VideoStream stream = VideoStream.open(source)) {
      Optional<AVPacket> packet = firstKey(stream);
      while (packet.filter(next -> !isPast(next, end - shift)).isPresent()) {
        AVPacket next = packet.get();
        next.pts(next.pts() + shift).dts(next.dts() + shift);
        writer.write(next);
        packet = stream.next();
      }
    }
  }

  private static boolean isPast(AVPacket packet, long end) {
    return VideoStream.isKey(packet) && packet.pts() >= end;
  }

  private static void requireNotStopped() {
    if (Thread.currentThread().isInterrupted()) {
      throw new RollcallException("Rollcall was stopped during processing.");
    }
  }

  private Duration time(long ticks) {
    return Duration.ofNanos(Math.round(ticks * NANOS_PER_SECOND * tick.num() / tick.den()));
  }

  private long ticks(Duration time) {
    return Math.round(time.toNanos() / NANOS_PER_SECOND * tick.den() / tick.num());
  }
}
