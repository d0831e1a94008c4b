package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A frame of the recording, decoded or passed over.
 *
 * @param stamp when it is shown, in ticks of the stream, if that is known
 * @param decoded its picture, valid until the next frame is asked for; empty if passed over
 */
record PassedFrame(OptionalLong stamp, Optional<AVFrame> decoded) {
  static PassedFrame of(AVFrame frame) {
    long stamp = frame.best_effort_timestamp();
    return new PassedFrame(
        stamp == AV_NOPTS_VALUE ? OptionalLong.empty() : OptionalLong.of(stamp),
        Optional.of(frame));
  }

  static PassedFrame over(OptionalLong stamp) {
    return new PassedFrame(stamp, Optional.empty());
  }

  /** {@return whether nothing is known to be wrong with it} */
  boolean whole() {
    return decoded.map(Decoder::whole).orElse(true);
  }
}
