package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A frame of the recording, decoded or skipped.
 *
 * @param pts its pts in ticks of the stream, if known
 * @param decoded its content, valid until the next frame is asked for; empty if it was skipped
 */
record FrameEvent(OptionalLong pts, Optional<AVFrame> decoded) {
  static FrameEvent of(AVFrame frame) {
    long pts = frame.best_effort_timestamp();
    return new FrameEvent(
        pts == AV_NOPTS_VALUE ? OptionalLong.empty() : OptionalLong.of(pts), Optional.of(frame));
  }

  static FrameEvent skipped(OptionalLong pts) {
    return new FrameEvent(pts, Optional.empty());
  }

  /** {@return whether it was skipped, or decoded without errors} */
  boolean intact() {
    return decoded.map(Decoder::intact).orElse(true);
  }
}
