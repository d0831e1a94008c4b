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
 * What a recording says of itself. Nothing of it is to be relied on.
 *
 * @param length how long it is; empty where the file does not say, as raw streams and files that
 *     were cut off do not
 * @param created when it was made: of most cameras the begin, of some the end, and as the
 *     recorder's clock stood; empty where the file does not say, or says nonsense
 * @param video whether it has a video stream, decodable or not
 */
public record RecordingFacts(Optional<Duration> length, Optional<Instant> created, boolean video) {
  /** The first one has a time zone where the second is always in UTC. */
  private static final List<String> TAGS =
      List.of("com.apple.quicktime.creationdate", "creation_time", "date");

  /**
   * Looks them up. Of the pictures, FFmpeg decodes a few at most, where it cannot tell otherwise
   * what they are.
   *
   * @param file a recording, in any format that FFmpeg knows
   * @return what it says
   * @throws UndecodableRecording if the file is no recording, or its pictures are too large
   * @throws TemporaryFailure if it cannot be read now
   */
  public static RecordingFacts of(Path file) {
    try (Container container = Container.open(file)) {
      if (!container.playable()) {
        throw container.unusable();
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
