package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Remuxes a video stream: writes its packets to an MP4 file without decoding them. */
final class PacketWriter implements AutoCloseable {
  private static final String FORMAT = "mp4";

  private final Path file;
  private final AVFormatContext context;
  private final AVStream target;
  private final AVRational tick;

  private PacketWriter(Path file, AVFormatContext context, AVStream source) {
    this.file = file;
    this.context = context;
    this.tick = source.time_base();
    this.target = avformat_new_stream(context, (AVCodec) null);
    avcodec_parameters_copy(target.codecpar(), source.codecpar());
    target.codecpar().codec_tag(0);
    target.time_base(tick);
    target.avg_frame_rate(source.avg_frame_rate());
  }

  /**
   * Starts a file.
   *
   * @param file the MP4 file; replaced if it exists
   * @param source the stream whose packets it takes; must stay open until this is closed
   * @return the writer; the caller closes it
   * @throws UnwritableClip if the file cannot be created, or MP4 does not support the video format
   */
  static PacketWriter open(Path file, AVStream source) {
    FfmpegLog.quieten();
    AVFormatContext context = new AVFormatContext(null);
    String name = file.toAbsolutePath().toString();
    avformat_alloc_output_context2(context, (AVOutputFormat) null, FORMAT, name);
    PacketWriter writer = new PacketWriter(file, context, source);
    try {
      writer.start(name);
      return writer;
    } catch (RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  private void start(String name) {
    AVIOContext output = new AVIOContext(null);
    if (avio_open(output, name, AVIO_FLAG_WRITE) < 0) {
      throw new UnwritableClip(
          file, "the file cannot be created. Check its folder and the free space.");
    }
    context.pb(output);
    if (avformat_write_header(context, (AVDictionary) null) < 0) {
      throw new UnwritableClip(
          file, "MP4 does not support its video format. Export it again as MP4 with H.264.");
    }
  }

  /**
   * Writes the next packet.
   *
   * @param packet a packet with pts and dts in ticks of the source, which are rescaled in place
   * @throws UnwritableClip if writing fails, or its dts does not increase
   */
  void write(AVPacket packet) {
    packet.stream_index(target.index());
    av_packet_rescale_ts(packet, tick, target.time_base());
    require(av_write_frame(context, packet));
  }

  /**
   * Finishes the file.
   *
   * @throws UnwritableClip if writing fails
   */
  void finish() {
    require(av_write_trailer(context));
    require(context.pb().error());
  }

  private void require(int code) {
    if (code < 0) {
      throw new UnwritableClip(
          file, "writing failed with FFmpeg error %d. Check the free space.".formatted(code));
    }
  }

  @Override
  public void close() {
    AVIOContext output = context.pb();
    if (output != null && !output.isNull()) {
      avio_closep(output);
    }
    avformat_free_context(context);
  }
}
