package org.rollcall.video.streams;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/** The video streams of a file that are not used, as the reader of the results should know. */
public final class UnusedStreams {
  private final AVFormatContext context;
  private final StreamChoice choice;
  private final int used;

  /** Those that start in the middle of the file, as when a recorder is set up again. */
  private final SortedSet<Integer> late = new TreeSet<>();

  /**
   * Starts before the first packet.
   *
   * @param context an open file, which must stay open
   * @param choice its video streams
   * @param used index of the one that is used
   */
  public UnusedStreams(AVFormatContext context, StreamChoice choice, int used) {
    this.context = context;
    this.choice = choice;
    this.used = used;
  }

  /**
   * Notes the stream of a packet.
   *
   * @param packet a packet just read
   */
  public void see(AVPacket packet) {
    int index = packet.stream_index();
    boolean known = choice.films().contains(index) || choice.foreign().contains(index);
    if (index != used && !known && StreamChoice.isFilm(context.streams(index))) {
      late.add(index);
    }
  }

  /** {@return a message for each kind of stream that is not used, as far as the file was read} */
  public List<Message> warnings() {
    List<Integer> films = choice.films();
    List<Integer> damaged = films.subList(0, films.indexOf(used));
    List<Integer> lesser = films.subList(films.indexOf(used) + 1, films.size());
    List<Message> warnings = new ArrayList<>();
    if (!damaged.isEmpty()) {
      warnings.add(Message.of(Reason.STREAM_DAMAGED, sizes(damaged), size(used)));
    }
    if (!lesser.isEmpty()) {
      warnings.add(Message.of(Reason.STREAMS_UNUSED, films.size(), size(used), sizes(lesser)));
    }
    if (!choice.foreign().isEmpty()) {
      warnings.add(Message.of(Reason.STREAM_FOREIGN, codecs()));
    }
    if (!late.isEmpty()) {
      warnings.add(Message.of(Reason.STREAM_LATE, sizes(late)));
    }
    return List.copyOf(warnings);
  }

  private String sizes(Iterable<Integer> streams) {
    List<String> sizes = new ArrayList<>();
    streams.forEach(index -> sizes.add(size(index)));
    return String.join(", ", sizes);
  }

  private String size(int index) {
    AVCodecParameters parameters = context.streams(index).codecpar();
    return "%d × %d".formatted(parameters.width(), parameters.height());
  }

  private String codecs() {
    return choice.foreign().stream()
        .map(index -> avcodec_get_name(context.streams(index).codecpar().codec_id()).getString())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
