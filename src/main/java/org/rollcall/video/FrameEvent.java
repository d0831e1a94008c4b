package org.rollcall.video;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A frame of the recording, decoded or skipped.
 *
 * @param pts its pts
 * @param decoded its content, valid until the next frame is asked for; empty if it was skipped
 * @param restart whether timestamps start again with it, as where recordings were joined
 */
record FrameEvent(Pts pts, Optional<AVFrame> decoded, boolean restart) {
  static FrameEvent of(AVFrame frame, boolean restart) {
    return new FrameEvent(Pts.of(frame.best_effort_timestamp()), Optional.of(frame), restart);
  }

  static FrameEvent skipped(Pts pts) {
    return new FrameEvent(pts, Optional.empty(), false);
  }

  /** {@return whether it was skipped, or decoded without errors} */
  boolean intact() {
    return decoded.map(Decoder::intact).orElse(true);
  }
}
