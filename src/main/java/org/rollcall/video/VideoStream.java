package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_NOTIMESTAMPS;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_TS_DISCONT;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_SEEKABLE_NORMAL;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.rollcall.model.TemporaryFailure;

/** The video stream of a recording: encoded packets in the order of the file. */
final class VideoStream implements AutoCloseable {
  private static final Duration USUAL_FRAME = Duration.ofMillis(40);

  /** Damaged streams declare frames that last for months. */
  private static final Duration LONGEST_FRAME = Duration.ofMinutes(1);

  /** A recording that seems longer probably has timestamps that jump. */
  private static final Duration LONGEST = FrameClock.MAX_FORWARD_STEP;

  private final Path file;
  private final Container container;
  private final AVFormatContext context;
  private final AVStream stream;
  private final AVPacket packet = av_packet_alloc();

  private VideoStream(Path file, Container container, AVStream stream) {
    this.file = file;
    this.container = container;
    this.context = container.context();
    this.stream = stream;
    discardOtherStreams();
  }

  /**
   * Opens a file.
   *
   * @throws UndecodableRecording if it has no video stream that FFmpeg can decode
   * @throws TemporaryFailure if it cannot be read at the moment
   */
  static VideoStream open(Path file) {
    Container container = Container.open(file);
    Optional<AVStream> video = container.video();
    if (video.isEmpty()) {
      UndecodableRecording failure = container.undecodable();
      container.close();
      throw failure;
    }
    return new VideoStream(file, container, video.get());
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
   * @param policy which frames it decodes
   * @return the decoder; the caller closes it
   * @throws UndecodableRecording if FFmpeg has no decoder for the format
   */
  Decoder decoder(Decoder.SkipPolicy policy) {
    AVCodecContext opened = Decoder.open(stream, policy);
    if (opened.isNull()) {
      throw container.undecodable();
    }
    return new Decoder(opened);
  }

  /**
   * Reads the next packet.
   *
   * @return the packet, valid until the next call; empty at the end
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

  /** {@return whether a packet is flagged as a key frame} */
  static boolean isKey(AVPacket packet) {
    return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
  }

  private void requireReadToEnd() {
    int error = context.pb() == null ? 0 : context.pb().error();
    if (error < 0 && error != AVERROR_EOF) {
      throw new TemporaryFailure(
          "Cannot read %s to its end: the disk or network share reported error %d. Check it and try again."
              .formatted(file, error));
    }
  }

  /**
   * Seeks to the last key frame at or before a pts, if seeking in this file can be trusted. {@link
   * #next} continues from there.
   *
   * @param pts in ticks
   * @return false if seeking failed or cannot be trusted; the position is undefined then
   */
  boolean seek(long pts) {
    return seekingIsReliable()
        && av_seek_frame(context, stream.index(), pts, AVSEEK_FLAG_BACKWARD) >= 0;
  }

  /** A pts says where a frame is only if timestamps cannot have been reset in between. */
  private boolean seekingIsReliable() {
    boolean mayJump = (context.iformat().flags() & AVFMT_TS_DISCONT) != 0;
    boolean seekable = (context.pb().seekable() & AVIO_SEEKABLE_NORMAL) != 0;
    boolean plausible =
        declaredLength().filter(length -> length.compareTo(LONGEST) < 0).isPresent();
    return hasTimestamps() && !mayJump && seekable && plausible;
  }

  /** {@return FFmpeg's stream, valid until this is closed} */
  AVStream stream() {
    return stream;
  }

  /** {@return whether the format has timestamps; otherwise frames have to be counted} */
  boolean hasTimestamps() {
    return (context.iformat().flags() & AVFMT_NOTIMESTAMPS) == 0;
  }

  /** {@return a new clock for the pts of this stream} */
  FrameClock clock() {
    AVRational tick = stream.time_base();
    return new FrameClock(tick.num(), tick.den(), frameLength());
  }

  /** {@return the nominal time between two frames} */
  Duration frameLength() {
    // Without timestamps, the average rate is a guess; the encoded stream may declare the true one.
    AVRational encoded = stream.codecpar().framerate();
    boolean useAverage = hasTimestamps() || encoded.num() == 0;
    AVRational rate = useAverage ? stream.avg_frame_rate() : encoded;
    if (rate.num() <= 0 || rate.den() <= 0) {
      return USUAL_FRAME;
    }
    Duration length = Duration.ofNanos(1_000_000_000L * rate.den() / rate.num());
    return length.compareTo(LONGEST_FRAME) > 0 ? USUAL_FRAME : length;
  }

  /** {@return the length that the file declares, unless it is guessed from the size} */
  Optional<Duration> declaredLength() {
    return container.declaredLength();
  }

  /** {@return clockwise quarter turns that bring the frames upright, 0..3} */
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
    double anticlockwise = av_display_rotation_get(new IntPointer(matrix.data()));
    return Math.floorMod(Math.round(-anticlockwise / 90), 4);
  }

  @Override
  public void close() {
    av_packet_free(packet);
    container.close();
  }
}
