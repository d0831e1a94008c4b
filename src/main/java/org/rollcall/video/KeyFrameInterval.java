package org.rollcall.video;

import java.time.Duration;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Measures the interval from the last key frame to a packet: by pts, or else by counting packets,
 * as where all have the same pts.
 */
final class KeyFrameInterval {
  private final FrameClock clock;
  private Pts keyPts = Pts.MISSING;
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
    Pts pts = PacketQueue.pts(packet);
    Optional<Duration> time = anyKey ? Optional.of(sinceKey(pts)) : Optional.empty();
    if (VideoStream.isKey(packet)) {
      anyKey = true;
      packets = 0;
      keyPts = pts;
    }
    return time;
  }

  private Duration sinceKey(Pts pts) {
    return pts.isKnown() && keyPts.isKnown() && !pts.equals(keyPts)
        ? clock.length(pts.minus(keyPts))
        : clock.frames(packets);
  }
}
