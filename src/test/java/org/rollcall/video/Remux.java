package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_list_parse_str;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_send_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_parse_string;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVBSFContext;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;

/** Puts the video streams of files into one file, as {@code ffmpeg -c copy} does. */
public final class Remux {
  private final List<Source> sources = new ArrayList<>();

  private record Source(Path file, String filters, Consumer<AVStream> setUp) {}

  /** Adds the stream of a file as it is. */
  public Remux add(Path file) {
    return add(file, "null", stream -> {});
  }

  /**
   * Adds the stream of a file.
   *
   * @param filters bitstream filters, as {@code ffmpeg -bsf:v} takes them
   * @param setUp changes the stream of the new file
   */
  public Remux add(Path file, String filters, Consumer<AVStream> setUp) {
    sources.add(new Source(file, filters, setUp));
    return this;
  }

  /**
   * Writes the file.
   *
   * @param format FFmpeg's name of the container
   * @param options for the container, as {@code key=value:key=value}
   */
  public Path to(Path file, String format, String options) {
    AVFormatContext output = new AVFormatContext(null);
    avformat_alloc_output_context2(output, (AVOutputFormat) null, format, file.toString());
    List<Input> inputs = sources.stream().map(source -> new Input(source, output)).toList();
    AVIOContext io = new AVIOContext(null);
    check(avio_open(io, file.toString(), AVIO_FLAG_WRITE));
    output.pb(io);
    AVDictionary dictionary = new AVDictionary(null);
    av_dict_parse_string(dictionary, options, "=", ":", 0);
    check(avformat_write_header(output, dictionary));
    boolean any = true;
    while (any) {
      any = false;
      for (Input input : inputs) {
        any |= input.copyNext();
      }
    }
    check(av_write_trailer(output));
    inputs.forEach(Input::close);
    avio_closep(io);
    avformat_free_context(output);
    return file;
  }

  private static void check(int code) {
    assertThat(code).as("FFmpeg's code").isGreaterThanOrEqualTo(0);
  }

  private static final class Input {
    private final AVFormatContext output;
    private final AVFormatContext context = new AVFormatContext(null);
    private final AVBSFContext filter = new AVBSFContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVStream target;

    Input(Source source, AVFormatContext output) {
      this.output = output;
      String name = source.file().toString();
      check(avformat_open_input(context, name, (AVInputFormat) null, (AVDictionary) null));
      check(avformat_find_stream_info(context, (PointerPointer<?>) null));
      AVStream from = context.streams(0);
      check(av_bsf_list_parse_str(source.filters(), filter));
      avcodec_parameters_copy(filter.par_in(), from.codecpar());
      filter.time_base_in(from.time_base());
      check(av_bsf_init(filter));
      target = avformat_new_stream(output, (AVCodec) null);
      avcodec_parameters_copy(target.codecpar(), filter.par_out());
      target.codecpar().codec_tag(0);
      target.time_base(from.time_base());
      target.avg_frame_rate(from.avg_frame_rate());
      target.disposition(from.disposition());
      source.setUp().accept(target);
    }

    boolean copyNext() {
      boolean found = av_read_frame(context, packet) >= 0;
      if (found && packet.stream_index() != 0) {
        return true;
      }
      av_bsf_send_packet(filter, found ? packet : null);
      while (av_bsf_receive_packet(filter, packet) >= 0) {
        packet.stream_index(target.index());
        av_packet_rescale_ts(packet, filter.time_base_out(), target.time_base());
        check(av_interleaved_write_frame(output, packet));
      }
      return found;
    }

    void close() {
      av_packet_free(packet);
      av_bsf_free(filter);
      avformat_close_input(context);
    }
  }
}
