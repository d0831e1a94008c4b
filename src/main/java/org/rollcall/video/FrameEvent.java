package org.rollcall.video;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A frame of the recording, decoded or skipped.
 *
 * @param pts its pts
 * @param decoded its content, valid until the next frame is asked for; empty if it was skipped
 */
record FrameEvent(Pts pts, Optional<AVFrame> decoded) {
  static FrameEvent of(AVFrame frame) {
    return new FrameEvent(Pts.of(frame.best_effort_timestamp()), Optional.of(frame));
  }

  static FrameEvent skipped(Pts pts) {
    return new FrameEvent(pts, Optional.empty());
  }

  /** {@return whether it was skipped, or decoded without errors} */
  boolean intact() {
    return decoded.map(Decoder::intact).orElse(true);
  }
}
