package org.rollcall.video;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avutil;
import org.rollcall.model.TemporaryFailure;

/**
 * What a recording declares about itself. None of it can be relied on.
 *
 * @param length how long it is; empty if the file does not say, as raw streams and truncated files
 *     do not
 * @param created when it was recorded, by the recorder's clock: its start with most cameras, its
 *     end with some; empty if the file does not say or the time is absurd
 * @param video whether it has a video stream, decodable or not
 */
public record RecordingFacts(Optional<Duration> length, Optional<Instant> created, boolean video) {
  /** By preference: Apple's tag keeps the time zone, creation_time is always taken as UTC. */
  private static final List<String> TAGS =
      List.of("com.apple.quicktime.creationdate", "creation_time", "date");

  /**
   * Reads the facts from the headers of a file. FFmpeg decodes a few frames at most, if it cannot
   * otherwise tell their format.
   *
   * @param file a recording, in any format that FFmpeg knows
   * @return what it declares
   * @throws UndecodableRecording if the file is not a recording, or its frames are too large
   * @throws TemporaryFailure if it cannot be read at the moment
   */
  public static RecordingFacts of(Path file) {
    try (Container container = Container.open(file)) {
      if (!container.playable()) {
        throw container.undecodable();
      }
      return new RecordingFacts(
          container.declaredLength(), created(container), container.video().isPresent());
    }
  }

  private static Optional<Instant> created(Container container) {
    AVDictionary ofFile = container.context().metadata();
    Optional<AVDictionary> ofVideo = container.video().map(AVStream::metadata);
    return TAGS.stream()
        .flatMap(
            tag ->
                Stream.concat(
                    text(ofFile, tag), ofVideo.stream().flatMap(video -> text(video, tag))))
        .flatMap(text -> CreationTime.parse(text).stream())
        .findFirst();
  }

  private static Stream<String> text(AVDictionary tags, String name) {
    AVDictionaryEntry entry = avutil.av_dict_get(tags, name, null, 0);
    return entry == null ? Stream.empty() : Stream.of(entry.value().getString());
  }
}
