package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.picture.Picture;

/**
 * Converts decoded frames to upright BGR pictures with square pixels (many recorders store only
 * every second column or row), and deinterlaces them.
 */
final class UprightConverter implements AutoCloseable {
  private static final int FIELDS =
      AVFrame.AV_FRAME_FLAG_INTERLACED | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST;

  private final Path file;
  private final int quarterTurns;
  private final SwsContext scaler = sws_alloc_context();
  private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();
  private AVFrame converted = av_frame_alloc();

  /**
   * Allocates native memory, which {@link #close} frees.
   *
   * @param file the recording, for messages
   * @param quarterTurns clockwise quarter turns that bring all its frames upright (0..3)
   */
  UprightConverter(Path file, int quarterTurns) {
    this.file = file;
    this.quarterTurns = quarterTurns;
    scaler.flags(SWS_BILINEAR);
  }

  Picture convert(AVFrame frame) {
    allocate(widthInSquarePixels(frame), heightInSquarePixels(frame));
    // The scaler refuses to scale an interlaced frame into one that is not.
    converted.flags(frame.flags() & FIELDS);
    int code = sws_scale_frame(scaler, converted, frame);
    if (code < 0) {
      throw new UndecodableRecording(file, Message.of(Reason.RECORDING_COLOURS, code));
    }
    boolean interlaced = (frame.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0;
    return turned(packed(interlaced));
  }

  private void allocate(long width, long height) {
    if (converted.width() == width && converted.height() == height) {
      return;
    }
    RecordingFile.requireReasonableSize(file, width, height);
    av_frame_free(converted);
    converted = av_frame_alloc();
    converted.format(AV_PIX_FMT_BGR24).width((int) width).height((int) height);
    int code = av_frame_get_buffer(converted, 0);
    if (code < 0) {
      throw new UndecodableRecording(
          file, Message.of(Reason.RECORDING_UNSCALABLE, width, height, code));
    }
  }

  private static long widthInSquarePixels(AVFrame frame) {
    AVRational shape = frame.sample_aspect_ratio();
    boolean wide = shape.den() > 0 && shape.num() > shape.den();
    return wide ? (long) frame.width() * shape.num() / shape.den() : frame.width();
  }

  private static long heightInSquarePixels(AVFrame frame) {
    AVRational shape = frame.sample_aspect_ratio();
    boolean tall = shape.num() > 0 && shape.num() < shape.den();
    return tall ? (long) frame.height() * shape.den() / shape.num() : frame.height();
  }

  private Picture packed(boolean interlaced) {
    int row = 3 * converted.width();
    byte[] bgr = spareArray(row * converted.height());
    var pixels = converted.data(0);
    for (int y = 0; y < converted.height(); y++) {
      pixels.position((long) y * converted.linesize(0)).get(bgr, y * row, row);
    }
    if (interlaced) {
      Deinterlacer.remove(bgr, row);
    }
    return new Picture(converted.width(), converted.height(), bgr);
  }

  /** Recycles the pixels of a picture that nobody uses any more. From any thread. */
  void reuse(Picture picture) {
    spare.add(picture.bgr());
  }

  private byte[] spareArray(int length) {
    byte[] array = spare.poll();
    return array != null && array.length == length ? array : new byte[length];
  }

  private Picture turned(Picture picture) {
    return quarterTurns == 0 ? picture : Mats.turned(picture, quarterTurns);
  }

  @Override
  public void close() {
    av_frame_free(converted);
    sws_freeContext(scaler);
  }
}
