package org.rollcall.video.convert;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.rollcall.model.picture.Picture;

/**
 * Converts decoded frames to upright BGR pictures with square pixels, as a player shows them, and
 * deinterlaces them.
 */
public final class UprightConverter implements AutoCloseable {
  private final StreamGeometry geometry;
  private final long mostPixels;
  private final SwsContext scaler = sws_alloc_context();
  private final FrameView source = new FrameView();
  private final RareMatrix rareMatrix = new RareMatrix();
  private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();
  private AVFrame converted = av_frame_alloc();
  private Orientation orientation;

  /**
   * Allocates native memory, which {@link #close} frees.
   *
   * @param geometry what the container says about all frames
   * @param mostPixels how many pixels a picture may have
   */
  public UprightConverter(StreamGeometry geometry, long mostPixels) {
    this.geometry = geometry;
    this.mostPixels = mostPixels;
    this.orientation = geometry.orientation();
    scaler.flags(SWS_BILINEAR);
  }

  /**
   * Notes how a frame is oriented. Codecs say it with key frames only, so each decoded frame is to
   * be shown, in the order of time, also those that are not converted.
   *
   * @param frame a frame just decoded
   */
  public void follow(AVFrame frame) {
    AVFrameSideData matrix = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
    boolean key = (frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0;
    if (matrix != null && !matrix.isNull()) {
      orientation = Orientation.of(matrix.data());
    } else if (key) {
      orientation = geometry.orientation();
    }
  }

  /**
   * Converts a frame.
   *
   * @param frame a frame that was followed; its hidden borders are cut off
   * @return its picture; empty if its format or size is beyond conversion
   */
  public Optional<Picture> convert(AVFrame frame) {
    geometry.cropping().apply(frame);
    PixelAspect aspect = aspect(frame);
    boolean possible =
        allocate(aspect.columns(frame.width()), aspect.rows(frame.height()))
            && (scale(frame, FrameView.Tags.KEPT) || scale(frame, FrameView.Tags.IGNORED));
    return possible ? Optional.of(upright(frame)) : Optional.empty();
  }

  private PixelAspect aspect(AVFrame frame) {
    PixelAspect aspect =
        geometry.aspect().isSquare()
            ? PixelAspect.of(frame.sample_aspect_ratio())
            : geometry.aspect();
    long pixels = (long) aspect.columns(frame.width()) * aspect.rows(frame.height());
    return pixels > mostPixels ? PixelAspect.SQUARE : aspect;
  }

  private boolean allocate(int width, int height) {
    if (converted.width() == width && converted.height() == height) {
      return true;
    }
    av_frame_free(converted);
    converted = av_frame_alloc();
    converted.format(AV_PIX_FMT_BGR24).width(width).height(height);
    boolean allocated =
        width > 0
            && height > 0
            && (long) width * height <= mostPixels
            && av_frame_get_buffer(converted, 0) >= 0;
    if (!allocated) {
      converted.width(0).height(0);
    }
    return allocated;
  }

  private boolean scale(AVFrame frame, FrameView.Tags tags) {
    boolean rare = tags == FrameView.Tags.KEPT && RareMatrix.isOf(frame);
    AVFrame view = source.of(rare ? rareMatrix.toRgb(frame) : frame, tags);
    FrameView.alike(converted, view);
    return sws_scale_frame(scaler, converted, view) >= 0;
  }

  private Picture upright(AVFrame frame) {
    byte[] bgr = packed();
    if (FrameColours.isLimitedGrey(frame)) {
      FrameColours.expand(bgr);
    }
    if ((frame.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0) {
      Deinterlacer.remove(bgr, 3 * converted.width());
    }
    Picture stored = new Picture(converted.width(), converted.height(), bgr);
    if (orientation.equals(Orientation.UPRIGHT)) {
      return stored;
    }
    Picture turned = Mats.turned(stored, orientation);
    reuse(stored);
    return turned;
  }

  private byte[] packed() {
    int row = 3 * converted.width();
    byte[] bgr = spareArray(row * converted.height());
    var pixels = converted.data(0);
    for (int y = 0; y < converted.height(); y++) {
      pixels.position((long) y * converted.linesize(0)).get(bgr, y * row, row);
    }
    return bgr;
  }

  /**
   * Recycles the pixels of a picture that nobody uses any more. From any thread.
   *
   * @param picture one of its pictures
   */
  public void reuse(Picture picture) {
    spare.add(picture.bgr());
  }

  private byte[] spareArray(int length) {
    byte[] array = spare.poll();
    return array != null && array.length == length ? array : new byte[length];
  }

  @Override
  public void close() {
    av_frame_free(converted);
    source.close();
    rareMatrix.close();
    sws_freeContext(scaler);
  }
}
