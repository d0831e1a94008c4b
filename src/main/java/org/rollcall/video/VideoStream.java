package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_TS_DISCONT;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_SEEKABLE_NORMAL;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avio_size;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.video.convert.StreamGeometry;
import org.rollcall.video.streams.MovieBoxes;
import org.rollcall.video.streams.UnusedStreams;

/** The video stream of a recording: encoded packets in the order of the file. */
final class VideoStream implements AutoCloseable {
  /** A recording that seems longer probably has timestamps that jump. */
  private static final Duration LONGEST = FrameClock.MAX_FORWARD_STEP;

  /** A stream without one good frame among so many is damaged. */
  private static final int TRIAL_PACKETS = 250;

  /** An index or some sound may follow the last frame. */
  private static final long LEAST_REST = 256L << 10;

  private static final long REST_SHARE = 4;

  private final Path file;
  private final Container container;
  private final AVFormatContext context;
  private final AVStream stream;
  private final StreamTiming timing;
  private final UnusedStreams unused;
  private final AVPacket packet = av_packet_alloc();
  private long furthest;
  private boolean ended;

  private VideoStream(Path file, Container container, int index) {
    this.file = file;
    this.container = container;
    this.context = container.context();
    this.stream = context.streams(index);
    this.timing = new StreamTiming(context, stream);
    this.unused = new UnusedStreams(context, container.streams(), index);
    discardOtherStreams();
  }

  /**
   * Opens a file.
   *
   * @throws UndecodableRecording if it has no video stream that FFmpeg can decode
   * @throws TemporaryFailure if it cannot be read at the moment
   */
  static VideoStream open(Path file) {
    return open(file, 0);
  }

  private static VideoStream open(Path file, int rank) {
    Container container = Container.open(file);
    List<Integer> films = container.streams().films();
    if (rank >= films.size()) {
      UndecodableRecording failure = container.undecodable();
      container.close();
      throw failure;
    }
    return new VideoStream(file, container, films.get(rank));
  }

  /**
   * Opens a file by its best stream that can be decoded without errors near its start; if there is
   * none, by its best one.
   *
   * @throws UndecodableRecording if it has no video stream that FFmpeg can decode
   * @throws TemporaryFailure if it cannot be read at the moment
   */
  static VideoStream openSound(Path file) {
    VideoStream best = open(file);
    int choices = best.container.streams().films().size();
    if (choices == 1) {
      return best;
    }
    best.close();
    IntStream ranks = IntStream.range(0, choices);
    return open(file, ranks.filter(rank -> isSound(file, rank)).findFirst().orElse(0));
  }

  private static boolean isSound(Path file, int rank) {
    try (VideoStream stream = open(file, rank);
        Decoder decoder = stream.decoder(Decoder.SkipPolicy.ALL)) {
      return stream.startsWell(decoder);
    } catch (UndecodableRecording e) {
      return false;
    }
  }

  private boolean startsWell(Decoder decoder) {
    boolean intact = false;
    for (int i = 0; i < TRIAL_PACKETS && !intact; i++) {
      next().ifPresentOrElse(decoder::send, decoder::drain);
      intact = decoder.receive().filter(Decoder::intact).isPresent();
    }
    return intact;
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
    return Decoder.open(stream, policy).map(Decoder::new).orElseThrow(container::undecodable);
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
        ended = true;
        return Optional.empty();
      }
      unused.see(packet);
      furthest = Math.max(furthest, packet.pos() + packet.size());
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
        timing.declaredLength().filter(length -> length.compareTo(LONGEST) < 0).isPresent();
    return timing.hasTimestamps() && !mayJump && seekable && plausible;
  }

  /** {@return FFmpeg's stream, valid until this is closed} */
  AVStream stream() {
    return stream;
  }

  /** {@return what the file says about its times} */
  StreamTiming timing() {
    return timing;
  }

  /** {@return what the file says about the shape of the frames} */
  StreamGeometry geometry() {
    return StreamGeometry.of(stream);
  }

  /** {@return what of the file this stream leaves out, as far as it has been read} */
  List<Message> unused() {
    List<Message> warnings = new ArrayList<>(unused.warnings());
    if (container.isMovie() ? MovieBoxes.recordings(file) > 1 : isFollowedByMore()) {
      warnings.add(Message.of(Reason.RECORDING_JOINED));
    }
    return List.copyOf(warnings);
  }

  private boolean isFollowedByMore() {
    long size = Math.max(0, avio_size(context.pb()));
    return ended && furthest > 0 && size - furthest > Math.max(LEAST_REST, size / REST_SHARE);
  }

  /** {@return a new clock for the pts of this stream} */
  FrameClock clock() {
    AVRational tick = stream.time_base();
    return new FrameClock(tick.num(), tick.den(), timing.frameLength());
  }

  @Override
  public void close() {
    av_packet_free(packet);
    container.close();
  }
}
