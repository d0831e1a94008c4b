package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A copy of the packet of a key frame, which takes far less memory than its picture. It may be
 * forgotten without being freed.
 */
final class KeyPacket {
  private final byte[] data;
  private final int flags;

  private KeyPacket(byte[] data, int flags) {
    this.data = data;
    this.flags = flags;
  }

  static KeyPacket of(AVPacket packet) {
    byte[] data = new byte[packet.size()];
    packet.data().get(data);
    return new KeyPacket(data, packet.flags());
  }

  /** {@return whether the data is all that its frame needs, and not known to be damaged} */
  static boolean isComplete(AVPacket packet) {
    return packet.side_data_elems() == 0 && (packet.flags() & AV_PKT_FLAG_CORRUPT) == 0;
  }

  /** {@return its frame, as {@link Decoder#decodeAlone} returns it} */
  Optional<AVFrame> decode(Decoder decoder) {
    AVPacket packet = av_packet_alloc();
    try {
      if (av_new_packet(packet, data.length) < 0) {
        return Optional.empty();
      }
      packet.data().put(data);
      packet.flags(flags);
      return decoder.decodeAlone(packet);
    } finally {
      av_packet_free(packet);
    }
  }
}
