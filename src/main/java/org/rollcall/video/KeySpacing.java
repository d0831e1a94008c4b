package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** How far a packet is from the last key frame: by stamps, else by counting. */
final class KeySpacing {
  private final FrameClock clock;
  private OptionalLong keyStamp = OptionalLong.empty();
  private int packets;
  private boolean anyKey;

  /** Starts without key frames. The clock is asked for lengths only. */
  KeySpacing(FrameClock clock) {
    this.clock = clock;
  }

  /**
   * Reads the next packet.
   *
   * @return time since the key frame before it, negative where stamps step back; empty if none was
   */
  Optional<Duration> read(AVPacket packet) {
    packets++;
    OptionalLong stamp = PacketQueue.stamp(packet);
    Optional<Duration> time = anyKey ? Optional.of(sinceKey(stamp)) : Optional.empty();
    if ((packet.flags() & AV_PKT_FLAG_KEY) != 0) {
      anyKey = true;
      packets = 0;
      keyStamp = stamp;
    }
    return time;
  }

  private Duration sinceKey(OptionalLong stamp) {
    return stamp.isPresent() && keyStamp.isPresent()
        ? clock.length(stamp.getAsLong() - keyStamp.getAsLong())
        : clock.frames(packets);
  }
}
