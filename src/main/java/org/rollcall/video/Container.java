package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_close;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
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
import org.bytedeco.javacpp.PointerPointer;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.video.streams.FrameCounts;
import org.rollcall.video.streams.StreamChoice;
import org.rollcall.video.streams.SupportedFormats;

/**
 * An opened media file and its stream headers, before any packet is read.
 *
 * <p>FFmpeg may open this one file and has no protocol to open another: a playlist that poses as a
 * recording leads nowhere.
 */
final class Container implements AutoCloseable {
  private static final AVIOInterruptCB NEVER_INTERRUPTED = null;

  private final Path file;
  private final AVIOContext input;
  private final AVFormatContext context;
  private StreamChoice streams = StreamChoice.NONE;

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
    Container container = probed(file);
    if (container.streams.films().size() < 2) {
      return container;
    }
    FrameCounts frames;
    try (container) {
      frames = FrameCounts.of(container.context);
    }
    Container again = probed(file);
    again.streams = StreamChoice.of(again.context, frames);
    return again;
  }

  private static Container probed(Path file) {
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
    SupportedFormats.restrict(options);
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
    int count = context.nb_streams();
    try (PointerPointer<AVDictionary> options = new PointerPointer<>(Math.max(1, count))) {
      for (int i = 0; i < count; i++) {
        options.put(i, option("max_pixels", String.valueOf(RecordingFile.MOST_PIXELS)));
      }
      if (avformat_find_stream_info(context, options) >= 0) {
        streams = StreamChoice.of(context, FrameCounts.UNKNOWN);
      }
      for (int i = 0; i < count; i++) {
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

  /** {@return its video streams} */
  StreamChoice streams() {
    return streams;
  }

  /** {@return the best video stream; empty if there is none that can be decoded} */
  Optional<AVStream> video() {
    return streams.films().stream().findFirst().map(context::streams);
  }

  /** {@return whether it is an MP4 or MOV file} */
  boolean isMovie() {
    return context.iformat().name().getString().startsWith("mov");
  }

  /** {@return whether it has a video, audio or subtitle stream, decodable or not} */
  boolean playable() {
    return RecordingFile.isPlayable(context);
  }

  /** {@return why its video cannot be decoded} */
  UndecodableRecording undecodable() {
    return RecordingFile.undecodable(file, context);
  }

  /** {@return the length that the file declares, unless it is impossible or guessed} */
  Optional<Duration> declaredLength() {
    return video()
        .map(stream -> new StreamTiming(context, stream).declaredLength())
        .orElseGet(() -> StreamTiming.declaredLength(context));
  }

  @Override
  public void close() {
    avformat_close_input(context);
    avio_close(input);
  }
}
