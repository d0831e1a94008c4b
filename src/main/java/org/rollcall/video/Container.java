package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_close;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.PointerPointer;
import org.rollcall.model.TemporaryFailure;

/**
 * An opened media file and its stream headers, before any packet is read.
 *
 * <p>FFmpeg may open this one file and has no protocol to open another: a playlist that poses as a
 * recording leads nowhere.
 */
final class Container implements AutoCloseable {
  private static final AVIOInterruptCB NEVER_INTERRUPTED = null;

  /** No recorder writes one file for days; a damaged file may claim years. */
  static final Duration LONGEST = Duration.ofDays(2);

  private final Path file;
  private final AVIOContext input;
  private final AVFormatContext context;
  private int video = -1;

  private Container(Path file, AVIOContext input, AVFormatContext context) {
    this.file = file;
    this.input = input;
    this.context = context;
  }

  /**
   * Opens a file.
   *
   * @throws UndecodableRecording if it is not a recording, or its frames are too large
   * @throws TemporaryFailure if it cannot be read at the moment
   */
  static Container open(Path file) {
    RecordingFile.requireContent(file);
    FfmpegLog.quieten();
    AVIOContext input = new AVIOContext(null);
    AVDictionary options = option("protocol_whitelist", "file");
    int code = avio_open2(input, name(file), AVIO_FLAG_READ, NEVER_INTERRUPTED, options);
    av_dict_free(options);
    if (code < 0) {
      throw RecordingFile.notOpened(file);
    }
    Container container = new Container(file, input, opened(file, input));
    try {
      container.probe();
      return container;
    } catch (RuntimeException e) {
      container.close();
      throw e;
    }
  }

  private static AVFormatContext opened(Path file, AVIOContext input) {
    AVFormatContext context = avformat_alloc_context();
    context.pb(input);
    AVDictionary options = option("protocol_whitelist", "none");
    int code = avformat_open_input(context, name(file), (AVInputFormat) null, options);
    av_dict_free(options);
    if (code < 0) {
      avio_close(input);
      throw RecordingFile.notOpened(file);
    }
    return context;
  }

  private static String name(Path file) {
    return file.toAbsolutePath().toString();
  }

  private static AVDictionary option(String key, String value) {
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, key, value, 0);
    return options;
  }

  /** Probes the streams. FFmpeg may decode a few frames for it, so their size is checked first. */
  private void probe() {
    requireReasonableSizes();
    int streams = context.nb_streams();
    try (PointerPointer<AVDictionary> options = new PointerPointer<>(Math.max(1, streams))) {
      for (int i = 0; i < streams; i++) {
        options.put(i, option("max_pixels", String.valueOf(RecordingFile.MOST_PIXELS)));
      }
      if (avformat_find_stream_info(context, options) >= 0) {
        PointerPointer<?> noDecoder = null;
        video = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, noDecoder, 0);
      }
      for (int i = 0; i < streams; i++) {
        av_dict_free(options.position(i));
      }
    }
    requireReasonableSizes();
  }

  private void requireReasonableSizes() {
    for (int i = 0; i < context.nb_streams(); i++) {
      AVCodecParameters parameters = context.streams(i).codecpar();
      if (parameters.codec_type() == AVMEDIA_TYPE_VIDEO) {
        RecordingFile.requireReasonableSize(file, parameters.width(), parameters.height());
      }
    }
  }

  /** {@return FFmpeg's context, valid until this is closed} */
  AVFormatContext context() {
    return context;
  }

  /** {@return the best video stream; empty if there is none} */
  Optional<AVStream> video() {
    return video < 0 ? Optional.empty() : Optional.of(context.streams(video));
  }

  /** {@return whether it has a video, audio or subtitle stream, decodable or not} */
  boolean playable() {
    return RecordingFile.isPlayable(context);
  }

  /** {@return why its video cannot be decoded} */
  UndecodableRecording undecodable() {
    return RecordingFile.undecodable(file, context);
  }

  /**
   * {@return the length that the file declares, unless it is impossible or guessed from the size}
   */
  Optional<Duration> declaredLength() {
    return video()
        .filter(stream -> stream.duration() != AV_NOPTS_VALUE && stream.duration() > 0)
        .map(Container::length)
        .or(this::containerLength)
        .filter(length -> length.compareTo(LONGEST) <= 0);
  }

  private static Duration length(AVStream stream) {
    AVRational tick = stream.time_base();
    return new FrameClock(tick.num(), tick.den(), Duration.ZERO).length(stream.duration());
  }

  private Optional<Duration> containerLength() {
    boolean guessed = context.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
    return guessed || context.duration() == AV_NOPTS_VALUE || context.duration() <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(1000 * context.duration()));
  }

  @Override
  public void close() {
    avformat_close_input(context);
    avio_close(input);
  }
}
