package org.rollcall.video;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Measures the interval from the last key frame to a packet: by pts, or else by counting packets.
 */
final class KeyFrameInterval {
  private final FrameClock clock;
  private OptionalLong keyPts = OptionalLong.empty();
  private int packets;
  private boolean anyKey;

  /**
   * Starts before the first packet.
   *
   * @param clock converts ticks and frame counts to durations; its position does not matter
   */
  KeyFrameInterval(FrameClock clock) {
    this.clock = clock;
  }

  /**
   * Reads the next packet.
   *
   * @return time since the previous key frame, negative where pts step back; empty if there was
   *     none
   */
  Optional<Duration> read(AVPacket packet) {
    packets++;
    OptionalLong pts = PacketQueue.pts(packet);
    Optional<Duration> time = anyKey ? Optional.of(sinceKey(pts)) : Optional.empty();
    if (VideoStream.isKey(packet)) {
      anyKey = true;
      packets = 0;
      keyPts = pts;
    }
    return time;
  }

  private Duration sinceKey(OptionalLong pts) {
    return pts.isPresent() && keyPts.isPresent()
        ? clock.length(pts.getAsLong() - keyPts.getAsLong())
        : clock.frames(packets);
  }
}
