package org.rollcall.video.convert;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A frame as the scaler is to see it: the samples of another one, with no tags but those that say
 * how the samples are to be read. Given primaries, transfer functions or the light of the display
 * that a film was graded on, the scaler would map colours and tones.
 */
final class FrameView implements AutoCloseable {
  private static final int PLANES = 4;
  private static final int FIELDS =
      AVFrame.AV_FRAME_FLAG_INTERLACED | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST;

  private final AVFrame view = av_frame_alloc();

  /** Whether the matrix, range and fields that a frame claims are heeded. */
  enum Tags {
    KEPT,
    IGNORED
  }

  /** {@return a view of a frame, valid as long as its samples and until the next call} */
  AVFrame of(AVFrame frame, Tags tags) {
    view.format(frame.format()).width(frame.width()).height(frame.height());
    for (int plane = 0; plane < PLANES; plane++) {
      view.data(plane, frame.data(plane)).linesize(plane, frame.linesize(plane));
    }
    boolean kept = tags == Tags.KEPT;
    view.colorspace(kept ? FrameColours.matrix(frame) : AVCOL_SPC_UNSPECIFIED);
    view.color_range(kept ? frame.color_range() : AVCOL_RANGE_UNSPECIFIED);
    view.chroma_location(kept ? frame.chroma_location() : AVCHROMA_LOC_UNSPECIFIED);
    view.flags(kept ? frame.flags() & FIELDS : 0);
    view.color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709);
    return view;
  }

  /** Tags the frame that a view is converted to, so that nothing is mapped. */
  static void alike(AVFrame target, AVFrame view) {
    target.color_primaries(view.color_primaries()).color_trc(view.color_trc());
    // The scaler refuses to scale an interlaced frame into one that is not.
    target.flags(view.flags());
  }

  @Override
  public void close() {
    av_frame_free(view);
  }
}
