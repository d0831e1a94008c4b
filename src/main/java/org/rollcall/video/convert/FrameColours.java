package org.rollcall.video.convert;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT2020;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT470M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE240M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_CHROMA_DERIVED_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_CHROMA_DERIVED_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_FCC;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE240M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BITSTREAM;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_FLOAT;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import java.util.Map;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;

/**
 * How the samples of a frame are to be read as red, green and blue, by the tags of the frame. Its
 * primaries and its transfer function play no part: a picture keeps those of its recording, as on
 * the screen of a player that maps neither.
 */
final class FrameColours {
  /** What the scaler can convert; what else there is would make it refuse the frame. */
  private static final Set<Integer> KNOWN =
      Set.of(
          AVCOL_SPC_BT709,
          AVCOL_SPC_FCC,
          AVCOL_SPC_BT470BG,
          AVCOL_SPC_SMPTE170M,
          AVCOL_SPC_SMPTE240M,
          AVCOL_SPC_BT2020_NCL);

  private static final Map<Integer, Integer> OF_PRIMARIES =
      Map.of(
          AVCOL_PRI_BT709, AVCOL_SPC_BT709,
          AVCOL_PRI_BT470M, AVCOL_SPC_FCC,
          AVCOL_PRI_BT470BG, AVCOL_SPC_BT470BG,
          AVCOL_PRI_SMPTE170M, AVCOL_SPC_SMPTE170M,
          AVCOL_PRI_SMPTE240M, AVCOL_SPC_SMPTE240M,
          AVCOL_PRI_BT2020, AVCOL_SPC_BT2020_NCL);

  private static final long NOT_PLAIN =
      AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_FLOAT;

  private static final int BLACK = 16;
  private static final int WHITE = 235;
  private static final byte[] EXPANDED = expanded();

  private FrameColours() {}

  /**
   * {@return the matrix of the scaler that fits a frame: unspecified, which it takes as BT.601, if
   * none fits or the tag contradicts the pixel format}
   */
  static int matrix(AVFrame frame) {
    int tag = frame.colorspace();
    if (tag == AVCOL_SPC_CHROMA_DERIVED_NCL || tag == AVCOL_SPC_CHROMA_DERIVED_CL) {
      return OF_PRIMARIES.getOrDefault(frame.color_primaries(), AVCOL_SPC_UNSPECIFIED);
    }
    // Constant luminance differs little but in saturated colours.
    int matrix = tag == AVCOL_SPC_BT2020_CL ? AVCOL_SPC_BT2020_NCL : tag;
    return KNOWN.contains(matrix) ? matrix : AVCOL_SPC_UNSPECIFIED;
  }

  /** {@return whether a frame has grey of limited range, which the scaler takes as full range} */
  static boolean isLimitedGrey(AVFrame frame) {
    AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
    return frame.color_range() == AVCOL_RANGE_MPEG && format != null && isGrey(format);
  }

  /** Expands grey of limited range, black 16 and white 235, to full range, in place. */
  static void expand(byte[] samples) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] = EXPANDED[samples[i] & 0xff];
    }
  }

  private static byte[] expanded() {
    byte[] full = new byte[256];
    for (int i = 0; i < full.length; i++) {
      long value = Math.round((i - BLACK) * 255.0 / (WHITE - BLACK));
      full[i] = (byte) Math.max(0, Math.min(255, value));
    }
    return full;
  }

  private static boolean isGrey(AVPixFmtDescriptor format) {
    return format.nb_components() < 3 && (format.flags() & NOT_PLAIN) == 0;
  }
}
