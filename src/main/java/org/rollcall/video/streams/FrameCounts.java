package org.rollcall.video.streams;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;

/**
 * How many frames the streams of a file have, relative to one another.
 *
 * @param frames frames by index of the stream
 */
public record FrameCounts(Map<Integer, Long> frames) {
  /** As if all had the same number. */
  public static final FrameCounts UNKNOWN = new FrameCounts(Map.of());

  /** A stream with fewer frames than another by this factor shows no motion. */
  private static final long FEW = 20;

  /** So far into a file, a stream of a camera has had its share of packets. */
  private static final long ENOUGH_BYTES = 32L << 20;

  private static final long ENOUGH_PACKETS = 5000;

  /**
   * Counts the frames of a file with several streams: by its index, or else near its start.
   *
   * @param context an open file, which has to be opened again to be read
   * @return the frames of its video streams
   */
  public static FrameCounts of(AVFormatContext context) {
    Map<Integer, Long> indexed = new HashMap<>();
    for (int i = 0; i < context.nb_streams(); i++) {
      if (StreamChoice.isFilm(context.streams(i))) {
        indexed.put(i, context.streams(i).nb_frames());
      }
    }
    return new FrameCounts(indexed.containsValue(0L) ? packets(context) : indexed);
  }

  private static Map<Integer, Long> packets(AVFormatContext context) {
    Map<Integer, Long> counts = new HashMap<>();
    AVPacket packet = av_packet_alloc();
    long bytes = 0;
    for (int i = 0; i < ENOUGH_PACKETS && bytes < ENOUGH_BYTES; i++) {
      if (av_read_frame(context, packet) < 0) {
        break;
      }
      if (StreamChoice.isFilm(context.streams(packet.stream_index()))) {
        counts.merge(packet.stream_index(), 1L, Long::sum);
      }
      bytes += packet.size();
      av_packet_unref(packet);
    }
    av_packet_free(packet);
    return counts;
  }

  /** {@return whether a stream has next to no frames, although others have some} */
  boolean few(int index) {
    long most = frames.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return frames.getOrDefault(index, 0L) <= Math.max(1, most / FEW);
  }
}
