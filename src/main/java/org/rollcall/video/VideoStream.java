package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_NOTIMESTAMPS;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.rollcall.model.TemporaryFailure;

/** The video stream of a recording: its packets in the order of the file, not yet decoded. */
final class VideoStream implements AutoCloseable {
  private static final Duration USUAL_FRAME = Duration.ofMillis(40);

  private final Path file;
  private final AVFormatContext context;
  private final AVStream stream;
  private final AVPacket packet = av_packet_alloc();

  private VideoStream(Path file, AVFormatContext context, int index) {
    this.file = file;
    this.context = context;
    this.stream = context.streams(index);
    discardOtherStreams();
  }

  /**
   * Opens a file.
   *
   * @throws UndecodableRecording if it has no video stream that FFmpeg can decode
   * @throws TemporaryFailure if it cannot be read now
   */
  static VideoStream open(Path file) {
    RecordingFile.requireContent(file);
    FfmpegLog.quieten();
    AVFormatContext context = new AVFormatContext(null);
    int code = open(file, context);
    if (code < 0) {
      throw RecordingFile.explain(file, Optional.empty());
    }
    int index = bestStream(context);
    if (index < 0) {
      UndecodableRecording failure = RecordingFile.explain(file, Optional.of(context));
      avformat_close_input(context);
      throw failure;
    }
    return new VideoStream(file, context, index);
  }

  private static int open(Path file, AVFormatContext context) {
    AVDictionary options = new AVDictionary(null);
    // A playlist must not make it fetch anything.
    av_dict_set(options, "protocol_whitelist", "file", 0);
    String name = file.toAbsolutePath().toString();
    int code = avformat_open_input(context, name, (AVInputFormat) null, options);
    av_dict_free(options);
    return code;
  }

  private static int bestStream(AVFormatContext context) {
    int code = avformat_find_stream_info(context, (PointerPointer<?>) null);
    return code < 0
        ? code
        : av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
  }

  private void discardOtherStreams() {
    for (int i = 0; i < context.nb_streams(); i++) {
      if (i != stream.index()) {
        context.streams(i).discard(AVDISCARD_ALL);
      }
    }
  }

  /**
   * Opens a decoder for the packets.
   *
   * @param way which frames it is for
   * @return the decoder; the caller closes it
   * @throws UndecodableRecording if FFmpeg has none for the format
   */
  Decoder decoder(Decoder.Way way) {
    AVCodecContext opened = Decoder.open(stream, way);
    if (opened.isNull()) {
      throw RecordingFile.explain(file, Optional.of(context));
    }
    return new Decoder(opened);
  }

  /**
   * Reads on.
   *
   * @return the next packet, valid until the next call; empty at the end
   * @throws TemporaryFailure if the file can no longer be read
   */
  Optional<AVPacket> next() {
    do {
      av_packet_unref(packet);
      if (av_read_frame(context, packet) < 0) {
        requireReadToEnd();
        return Optional.empty();
      }
    } while (packet.stream_index() != stream.index());
    return Optional.of(packet);
  }

  private void requireReadToEnd() {
    int error = context.pb() == null ? 0 : context.pb().error();
    if (error < 0 && error != AVERROR_EOF) {
      throw new TemporaryFailure(
          "Cannot read %s to its end now: the disk or the network share reported error %d."
              .formatted(file, error));
    }
  }

  /** {@return FFmpeg's own stream, valid until this is closed} */
  AVStream stream() {
    return stream;
  }

  /** {@return whether the format tells when frames are shown; else they have to be counted} */
  boolean hasStamps() {
    return (context.iformat().flags() & AVFMT_NOTIMESTAMPS) == 0;
  }

  /** {@return a clock for the stamps of this stream} */
  FrameClock clock() {
    AVRational tick = stream.time_base();
    return new FrameClock(tick.num(), tick.den(), frameLength());
  }

  /** {@return the usual time between two frames} */
  Duration frameLength() {
    AVRational inside = stream.codecpar().framerate();
    boolean told = hasStamps() || inside.num() == 0;
    AVRational rate = told ? stream.avg_frame_rate() : inside;
    return rate.num() > 0 && rate.den() > 0
        ? Duration.ofNanos(1_000_000_000L * rate.den() / rate.num())
        : USUAL_FRAME;
  }

  /** {@return the length that the file claims, unless it was guessed from its size} */
  Optional<Duration> declaredLength() {
    if (stream.duration() != AV_NOPTS_VALUE && stream.duration() > 0) {
      return Optional.of(clock().length(stream.duration()));
    }
    boolean guessed = context.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
    return guessed || context.duration() == AV_NOPTS_VALUE || context.duration() <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(1000 * context.duration()));
  }

  /** {@return quarter turns clockwise that bring the picture upright, 0..3} */
  int quarterTurns() {
    AVCodecParameters parameters = stream.codecpar();
    var matrix =
        av_packet_side_data_get(
            parameters.coded_side_data(),
            parameters.nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    if (matrix == null || matrix.isNull()) {
      return 0;
    }
    double counterclockwise = av_display_rotation_get(new IntPointer(matrix.data()));
    return Math.floorMod(Math.round(-counterclockwise / 90), 4);
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avformat_close_input(context);
  }
}
