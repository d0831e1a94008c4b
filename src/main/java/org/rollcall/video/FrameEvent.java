package org.rollcall.video;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A frame of the recording: decoded, skipped, or postponed, to be decoded if it is wanted.
 *
 * @param pts its pts
 * @param decoded its content, valid until the next frame is asked for; empty if it was skipped or
 *     postponed
 * @param postponed the packet of a postponed frame
 * @param restart whether timestamps start again with it, as where recordings were joined
 */
record FrameEvent(
    Pts pts, Optional<AVFrame> decoded, Optional<KeyPacket> postponed, boolean restart) {
  static FrameEvent of(AVFrame frame, boolean restart) {
    return decoded(Pts.of(frame.best_effort_timestamp()), frame, restart);
  }

  static FrameEvent decoded(Pts pts, AVFrame frame, boolean restart) {
    return new FrameEvent(pts, Optional.of(frame), Optional.empty(), restart);
  }

  static FrameEvent postponed(Pts pts, KeyPacket packet) {
    return new FrameEvent(pts, Optional.empty(), Optional.of(packet), false);
  }

  static FrameEvent skipped(Pts pts) {
    return new FrameEvent(pts, Optional.empty(), Optional.empty(), false);
  }

  /** {@return whether it can be sampled} */
  boolean available() {
    return decoded.isPresent() || postponed.isPresent();
  }

  /** {@return whether no errors are known of} */
  boolean intact() {
    return decoded.map(Decoder::intact).orElse(true);
  }
}
