package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Queues packets that are not decoded yet, and perhaps never will be. It owns them. */
final class PacketQueue implements AutoCloseable {
  private static final long MOST_BYTES = 64L << 20;

  private final Deque<AVPacket> packets = new ArrayDeque<>();
  private long bytes;

  /** Adds a reference to a packet, which the caller may go on using. */
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

  /** {@return whether the packets take more than 64 MiB} */
  boolean full() {
    return bytes > MOST_BYTES;
  }

  /** {@return the latest pts of a packet; missing if none has one} */
  Pts latest() {
    return packets.stream()
        .map(PacketQueue::pts)
        .filter(Pts::isKnown)
        .max(Comparator.comparingLong(pts -> pts.ticks().getAsLong()))
        .orElse(Pts.MISSING);
  }

  /** Removes the first packet and sends it to a decoder. */
  void sendFirst(Decoder decoder) {
    AVPacket packet = packets.remove();
    decoder.send(packet);
    drop(packet);
  }

  /**
   * Lets a decoder start at the first packet, a key frame that was already returned: drops the
   * leading frames, which are shown before it but depend on earlier ones, and marks the key frame
   * itself so that it is decoded but not returned again.
   */
  void startAfterFirst() {
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
   * Drops all packets.
   *
   * @return the pts of their frames except the first, in presentation order
   */
  List<Pts> skip() {
    List<Pts> skipped =
        packets.stream()
            .skip(1)
            .filter(packet -> (packet.flags() & AV_PKT_FLAG_DISCARD) == 0)
            .map(PacketQueue::pts)
            .sorted(Comparator.comparingLong(pts -> pts.ticks().orElse(Long.MIN_VALUE)))
            .toList();
    close();
    return skipped;
  }

  /** {@return the pts of a packet, or else its dts; missing if it has neither} */
  static Pts pts(AVPacket packet) {
    return Pts.of(packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts());
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
