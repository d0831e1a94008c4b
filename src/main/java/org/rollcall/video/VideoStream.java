package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
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

/** The video stream of a recording: its packets in the order of the file, not yet decoded. */
final class VideoStream implements AutoCloseable {
  private static final Duration USUAL_FRAME = Duration.ofMillis(40);

  /** Damaged streams claim frames that last for months. */
  private static final Duration LONGEST_FRAME = Duration.ofMinutes(1);

  /** Longer recordings have stamps that leap, it seems. */
  private static final Duration LONGEST = FrameClock.FORWARDS;

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
   * @throws TemporaryFailure if it cannot be read now
   */
  static VideoStream open(Path file) {
    Container container = Container.open(file);
    Optional<AVStream> video = container.video();
    if (video.isEmpty()) {
      UndecodableRecording failure = container.unusable();
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
   * @param way which frames it is for
   * @return the decoder; the caller closes it
   * @throws UndecodableRecording if FFmpeg has none for the format
   */
  Decoder decoder(Decoder.Way way) {
    AVCodecContext opened = Decoder.open(stream, way);
    if (opened.isNull()) {
      throw container.unusable();
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

  /**
   * Goes to a key frame, where that may be trusted. {@link #next} reads on from there.
   *
   * @param stamp where that key frame should be, or after it, in ticks
   * @return false if it may not be trusted, or cannot be done; the place is not known then
   */
  boolean seek(long stamp) {
    return stampsAreSound()
        && av_seek_frame(context, stream.index(), stamp, AVSEEK_FLAG_BACKWARD) >= 0;
  }

  /** A stamp tells the place only where the clock of the recorder cannot have been set. */
  private boolean stampsAreSound() {
    boolean maySkip = (context.iformat().flags() & AVFMT_TS_DISCONT) != 0;
    boolean seekable = (context.pb().seekable() & AVIO_SEEKABLE_NORMAL) != 0;
    boolean usual = declaredLength().filter(says -> says.compareTo(LONGEST) < 0).isPresent();
    return hasStamps() && !maySkip && seekable && usual;
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
    if (rate.num() <= 0 || rate.den() <= 0) {
      return USUAL_FRAME;
    }
    Duration length = Duration.ofNanos(1_000_000_000L * rate.den() / rate.num());
    return length.compareTo(LONGEST_FRAME) > 0 ? USUAL_FRAME : length;
  }

  /** {@return the length that the file claims, unless it was guessed from its size} */
  Optional<Duration> declaredLength() {
    return container.declaredLength();
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
    container.close();
  }
}
