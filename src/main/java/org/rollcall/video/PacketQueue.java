package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Packets that are not decoded yet, and perhaps never will be. It owns them. */
final class PacketQueue implements AutoCloseable {
  private static final long MOST_BYTES = 64L << 20;

  private final Deque<AVPacket> packets = new ArrayDeque<>();
  private long bytes;

  /** Keeps a packet that its reader goes on using. */
  void add(AVPacket packet) {
    packets.add(av_packet_clone(packet));
    bytes += packet.size();
  }

  int size() {
    return packets.size();
  }

  boolean isEmpty() {
    return packets.isEmpty();
  }

  /** {@return whether the packets take more memory than they may} */
  boolean full() {
    return bytes > MOST_BYTES;
  }

  /** Gives the first packet to a decoder. */
  void sendFirst(Decoder decoder) {
    AVPacket packet = packets.remove();
    decoder.send(packet);
    drop(packet);
  }

  /**
   * Prepares for a decoder that begins with the first packet, whose frame was given already: drops
   * the frames shown before it, as they need others, and keeps its own from being given again.
   */
  void beginAfterFirst() {
    AVPacket first = packets.element();
    List<AVPacket> leading =
        packets.stream()
            .filter(packet -> packet.pts() != AV_NOPTS_VALUE && packet.pts() < first.pts())
            .toList();
    packets.removeAll(leading);
    leading.forEach(this::drop);
    first.flags(first.flags() | AV_PKT_FLAG_DISCARD);
  }

  /**
   * Drops everything.
   *
   * @return the stamps of what would have been shown, without the first, in the order of time
   */
  List<OptionalLong> skip() {
    List<OptionalLong> stamps =
        packets.stream()
            .skip(1)
            .filter(packet -> (packet.flags() & AV_PKT_FLAG_DISCARD) == 0)
            .map(PacketQueue::stamp)
            .sorted(Comparator.comparingLong(stamp -> stamp.orElse(Long.MIN_VALUE)))
            .toList();
    close();
    return stamps;
  }

  /** {@return when the frame of a packet is shown, in ticks; else when it is decoded; if known} */
  static OptionalLong stamp(AVPacket packet) {
    long stamp = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    return stamp == AV_NOPTS_VALUE ? OptionalLong.empty() : OptionalLong.of(stamp);
  }

  private void drop(AVPacket packet) {
    bytes -= packet.size();
    av_packet_free(packet);
  }

  @Override
  public void close() {
    packets.forEach(this::drop);
    packets.clear();
  }
}
