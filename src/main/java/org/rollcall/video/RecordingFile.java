package org.rollcall.video;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.global.avutil;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.TemporaryFailure;

/** Checks recording files before they are decoded, and explains why one cannot be. */
final class RecordingFile {
  /** Larger frames gain nothing, and a decoder would fill the memory with them. */
  static final long MOST_PIXELS = 8192L * 8192;

  /** How playlists, concat scripts and session descriptions start. */
  private static final Set<String> LISTS = Set.of("#EXTM3U", "ffconcat", "v=0");

  private static final int MP4_MAGIC_OFFSET = 4;
  private static final String MP4_MAGIC = "ftyp";
  private static final Set<String> PLAYABLE = Set.of("video", "audio", "subtitle");

  private RecordingFile() {}

  /**
   * Checks that a path names a file with content.
   *
   * @throws UndecodableRecording if there is no such file, or it is empty
   * @throws TemporaryFailure if it cannot be read at the moment
   */
  static void requireContent(Path file) {
    if (!Files.exists(file)) {
      throw new UndecodableRecording(file, Message.of(Reason.RECORDING_MISSING));
    }
    if (Files.isDirectory(file)) {
      throw new UndecodableRecording(file, Message.of(Reason.RECORDING_FOLDER));
    }
    if (!Files.isRegularFile(file)) {
      throw new UndecodableRecording(file, Message.of(Reason.RECORDING_NO_FILE));
    }
    if (head(file).isEmpty()) {
      throw new UndecodableRecording(file, Message.of(Reason.RECORDING_EMPTY));
    }
  }

  /**
   * Checks the size of frames before memory is allocated for them.
   *
   * @throws UndecodableRecording if they have more than {@link #MOST_PIXELS} pixels
   */
  static void requireReasonableSize(Path file, long width, long height) {
    if (width * height > MOST_PIXELS) {
      throw new UndecodableRecording(
          file, Message.of(Reason.RECORDING_TOO_DETAILED, width, height, MOST_PIXELS / 1_000_000));
    }
  }

  private static String head(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(MP4_MAGIC_OFFSET + MP4_MAGIC.length());
      return new String(head, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot read %s now: %s. Check the disk and the permissions of the file."
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }

  /** {@return why FFmpeg could not open a file} */
  static UndecodableRecording notOpened(Path file) {
    return new UndecodableRecording(file, unknownFormat(head(file)));
  }

  /**
   * Explains why there is no video to decode in a file that FFmpeg did open.
   *
   * @param context what FFmpeg found in it
   */
  static UndecodableRecording undecodable(Path file, AVFormatContext context) {
    return isPlayable(context)
        ? new UndecodableRecording(file, noVideo(streams(context)))
        : notOpened(file);
  }

  private static Message unknownFormat(String head) {
    if (LISTS.stream().anyMatch(head::startsWith)) {
      return Message.of(Reason.RECORDING_LIST);
    }
    return Message.of(
        head.startsWith(MP4_MAGIC, MP4_MAGIC_OFFSET)
            ? Reason.RECORDING_CUT_OFF
            : Reason.RECORDING_FORMAT_UNKNOWN);
  }

  /** {@return whether there is anything to play: half an index reads as a file of unnamed data} */
  static boolean isPlayable(AVFormatContext context) {
    return streams(context).keySet().stream().anyMatch(PLAYABLE::contains);
  }

  private static Message noVideo(Map<String, Integer> found) {
    if (found.containsKey("video")) {
      return Message.of(Reason.RECORDING_CODEC_UNKNOWN);
    }
    String list =
        found.entrySet().stream()
            .map(
                e ->
                    "%d %s stream%s"
                        .formatted(e.getValue(), e.getKey(), e.getValue() > 1 ? "s" : ""))
            .collect(Collectors.joining(", "));
    return Message.of(Reason.RECORDING_WITHOUT_VIDEO, list);
  }

  private static Map<String, Integer> streams(AVFormatContext context) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < context.nb_streams(); i++) {
      var kind = avutil.av_get_media_type_string(context.streams(i).codecpar().codec_type());
      counts.merge(kind == null ? "unknown" : kind.getString(), 1, Integer::sum);
    }
    return counts;
  }
}
