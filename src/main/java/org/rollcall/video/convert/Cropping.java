package org.rollcall.video.convert;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_CROP_UNALIGNED;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_apply_cropping;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** The borders of all frames that a container hides; what a codec hides is never decoded. */
record Cropping(int top, int bottom, int left, int right) {
  static final Cropping NONE = new Cropping(0, 0, 0, 0);

  /** {@return the cropping in FFmpeg's side data: four 32-bit numbers, little-endian} */
  static Cropping of(ByteBuffer sideData) {
    ByteBuffer numbers = sideData.order(ByteOrder.LITTLE_ENDIAN);
    return new Cropping(numbers.getInt(), numbers.getInt(), numbers.getInt(), numbers.getInt());
  }

  /** Hides the borders of a frame, unless nothing would be left of it. */
  void apply(AVFrame frame) {
    boolean positive = top >= 0 && bottom >= 0 && left >= 0 && right >= 0;
    if (positive
        && (long) top + bottom < frame.height()
        && (long) left + right < frame.width()
        && !equals(NONE)) {
      frame.crop_top(top).crop_bottom(bottom).crop_left(left).crop_right(right);
      av_frame_apply_cropping(frame, AV_FRAME_CROP_UNALIGNED);
    }
  }
}
