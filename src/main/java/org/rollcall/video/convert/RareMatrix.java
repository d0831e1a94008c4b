package org.rollcall.video.convert;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse2;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_ICTCP;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_YCGCO;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.util.Set;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Converts frames to RGB whose matrix the scaler does not know, by FFmpeg's filter zscale. */
final class RareMatrix implements AutoCloseable {
  private static final Set<Integer> KNOWN = Set.of(AVCOL_SPC_YCGCO, AVCOL_SPC_ICTCP);

  private static final String FILTERS =
      "buffer=video_size=%dx%d:pix_fmt=%d:time_base=1/25:colorspace=%d:range=%d,"
          + "zscale=matrix=gbr:range=full,format=gbrp,buffersink";

  private final AVFrame converted = av_frame_alloc();

  /** {@return whether a frame is to be converted here} */
  static boolean isOf(AVFrame frame) {
    return KNOWN.contains(frame.colorspace());
  }

  /** {@return the frame in RGB, valid until the next call; as it is if that is impossible} */
  AVFrame toRgb(AVFrame frame) {
    AVFilterGraph graph = avfilter_graph_alloc();
    try {
      return filter(graph, frame) ? converted : frame;
    } finally {
      avfilter_graph_free(graph);
    }
  }

  private boolean filter(AVFilterGraph graph, AVFrame frame) {
    av_frame_unref(converted);
    String filters =
        FILTERS.formatted(
            frame.width(), frame.height(), frame.format(), frame.colorspace(), frame.color_range());
    return avfilter_graph_parse2(graph, filters, new AVFilterInOut(null), new AVFilterInOut(null))
            >= 0
        && avfilter_graph_config(graph, null) >= 0
        && av_buffersrc_add_frame_flags(
                avfilter_graph_get_filter(graph, "Parsed_buffer_0"),
                frame,
                AV_BUFFERSRC_FLAG_KEEP_REF)
            >= 0
        && av_buffersink_get_frame(
                avfilter_graph_get_filter(graph, "Parsed_buffersink_3"), converted)
            >= 0;
  }

  @Override
  public void close() {
    av_frame_free(converted);
  }
}
