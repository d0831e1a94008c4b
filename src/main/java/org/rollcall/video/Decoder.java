package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_NONREF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.rollcall.video.streams.SupportedFormats;

/** Decodes packets to frames. FFmpeg owns the frames; each is valid until the next call. */
final class Decoder implements AutoCloseable {
  static final int THREADS = 2;

  private final AVCodecContext context;
  private final AVFrame frame = av_frame_alloc();
  private long frames;

  /**
   * Wraps a codec context.
   *
   * @param context an open one, which the decoder frees when it is closed
   */
  Decoder(AVCodecContext context) {
    this.context = context;
  }

  /** Which frames to decode. */
  enum SkipPolicy {
    /** Every frame. */
    ALL,
    /** Every frame but non-reference frames, of which only a few come in a row. */
    NON_REFERENCE,
    /** Key frames only, each on its own. */
    KEY_FRAMES
  }

  /** {@return an open codec context; empty if there is no decoder for the stream} */
  static Optional<AVCodecContext> open(AVStream stream, SkipPolicy policy) {
    return SupportedFormats.decoder(stream.codecpar().codec_id())
        .map(codec -> open(stream, codec, policy))
        .filter(context -> !context.isNull());
  }

  private static AVCodecContext open(AVStream stream, AVCodec codec, SkipPolicy policy) {
    AVCodecContext context = avcodec_alloc_context3(codec);
    avcodec_parameters_to_context(context, stream.codecpar());
    context.pkt_timebase(stream.time_base());
    context.thread_count(THREADS);
    context.max_pixels(RecordingFile.MOST_PIXELS);
    if (policy == SkipPolicy.NON_REFERENCE) {
      context.skip_frame(AVDISCARD_NONREF);
    } else if (policy == SkipPolicy.KEY_FRAMES) {
      // Frame threads would each hold one frame back.
      context.thread_type(AVCodecContext.FF_THREAD_SLICE);
    }
    AVDictionary options = new AVDictionary(null);
    SupportedFormats.restrictCodecs(options);
    if (avcodec_open2(context, codec, options) < 0) {
      avcodec_free_context(context);
    }
    av_dict_free(options);
    return context;
  }

  /** Decodes every frame from now on. */
  void skipNothing() {
    context.skip_frame(AVDISCARD_DEFAULT);
  }

  /**
   * Takes the next packet. To be called when {@link #receive} has no more frames; a damaged packet
   * yields none.
   */
  void send(AVPacket packet) {
    avcodec_send_packet(context, packet);
  }

  /**
   * Ends the input: {@link #receive} then returns the frames held back, and packets are taken
   * again.
   */
  void drain() {
    avcodec_send_packet(context, null);
  }

  /** Discards all buffered packets and frames, as after a seek. */
  void flush() {
    avcodec_flush_buffers(context);
  }

  /** {@return the next frame in presentation order; empty if it needs more packets first} */
  Optional<AVFrame> receive() {
    int code = avcodec_receive_frame(context, frame);
    if (code == AVERROR_EOF) {
      avcodec_flush_buffers(context);
    }
    if (code < 0) {
      return Optional.empty();
    }
    frames++;
    return Optional.of(frame);
  }

  /**
   * Decodes a packet on its own.
   *
   * @return its frame; empty if it depends on others or is damaged, despite its flags
   */
  Optional<AVFrame> decodeAlone(AVPacket packet) {
    avcodec_flush_buffers(context);
    send(packet);
    drain();
    boolean damaged = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
    return receive()
        .filter(decoded -> !damaged && intact(decoded) && decoded.pict_type() == AV_PICTURE_TYPE_I);
  }

  /** {@return whether the frame was decoded without errors and concealed parts} */
  static boolean intact(AVFrame frame) {
    return frame.decode_error_flags() == 0 && (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) == 0;
  }

  /** {@return how many frames it has decoded} */
  long frames() {
    return frames;
  }

  @Override
  public void close() {
    av_frame_free(frame);
    avcodec_free_context(context);
  }
}
