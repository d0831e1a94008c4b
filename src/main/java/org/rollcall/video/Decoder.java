package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_NONREF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Makes frames of packets. Frames stay FFmpeg's own, and are valid until the next call. */
final class Decoder implements AutoCloseable {
  static final int THREADS = 2;

  private final AVCodecContext context;
  private final AVFrame frame = av_frame_alloc();
  private long frames;

  Decoder(AVCodecContext context) {
    this.context = context;
  }

  /** Which frames are to be decoded. */
  enum Way {
    /** Each one. */
    ALL,
    /** Those that no other frame is built on may be left out: at most a few in a row. */
    SOME,
    /** Key frames, each for itself. */
    ALONE
  }

  /** {@return an open context; null inside if there is no decoder for the stream} */
  static AVCodecContext open(AVStream stream, Way way) {
    AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
    if (codec == null || codec.isNull()) {
      return new AVCodecContext(null);
    }
    AVCodecContext context = avcodec_alloc_context3(codec);
    avcodec_parameters_to_context(context, stream.codecpar());
    context.pkt_timebase(stream.time_base());
    context.thread_count(THREADS);
    context.max_pixels(RecordingFile.MOST_PIXELS);
    if (way == Way.SOME) {
      context.skip_frame(AVDISCARD_NONREF);
    } else if (way == Way.ALONE) {
      // Threads for whole frames would each hold one back.
      context.thread_type(AVCodecContext.FF_THREAD_SLICE);
    }
    if (avcodec_open2(context, codec, (AVDictionary) null) < 0) {
      avcodec_free_context(context);
      return new AVCodecContext(null);
    }
    return context;
  }

  /** Takes the next packet, once {@link #receive} has nothing more. A damaged one gives nothing. */
  void send(AVPacket packet) {
    avcodec_send_packet(context, packet);
  }

  /** Takes no more packets until {@link #receive} has given all frames that were held back. */
  void drain() {
    avcodec_send_packet(context, null);
  }

  /** Forgets the packets it has taken: others follow that have nothing to do with them. */
  void forget() {
    avcodec_flush_buffers(context);
  }

  /** {@return the next frame in the order of time; empty if it needs more packets for it} */
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
   * Decodes a packet without any other.
   *
   * @return its frame; empty if it needs others or is damaged, whatever it is flagged as
   */
  Optional<AVFrame> decodeAlone(AVPacket packet) {
    avcodec_flush_buffers(context);
    send(packet);
    drain();
    boolean damaged = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
    return receive()
        .filter(decoded -> !damaged && whole(decoded) && decoded.pict_type() == AV_PICTURE_TYPE_I);
  }

  /** {@return whether the frame was decoded without filling in what was missing} */
  static boolean whole(AVFrame frame) {
    return frame.decode_error_flags() == 0 && (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) == 0;
  }

  /** {@return how many frames it has given} */
  long frames() {
    return frames;
  }

  @Override
  public void close() {
    av_frame_free(frame);
    avcodec_free_context(context);
  }
}
