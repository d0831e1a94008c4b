package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A frame of the recording, decoded or skipped.
 *
 * @param stamp its pts in ticks of the stream, if known
 * @param decoded its content, valid until the next frame is asked for; empty if it was skipped
 */
record PassedFrame(OptionalLong stamp, Optional<AVFrame> decoded) {
  static PassedFrame of(AVFrame frame) {
    long pts = frame.best_effort_timestamp();
    return new PassedFrame(
        pts == AV_NOPTS_VALUE ? OptionalLong.empty() : OptionalLong.of(pts), Optional.of(frame));
  }

  static PassedFrame skipped(OptionalLong pts) {
    return new PassedFrame(pts, Optional.empty());
  }

  /** {@return whether it was skipped, or decoded without errors} */
  boolean whole() {
    return decoded.map(Decoder::whole).orElse(true);
  }
}
