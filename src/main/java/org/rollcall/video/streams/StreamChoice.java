package org.rollcall.video.streams;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_DEFAULT;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_STILL_IMAGE;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_TIMED_THUMBNAILS;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * The video streams of a file, the best first. That is the one with the largest frames, unless it
 * has next to no frames: a cover, a thumbnail, slides beside the picture of a camera.
 *
 * @param films those that can be decoded
 * @param foreign those in a format without a decoder
 */
public record StreamChoice(List<Integer> films, List<Integer> foreign) {
  /** Of a file in which nothing was found. */
  public static final StreamChoice NONE = new StreamChoice(List.of(), List.of());

  private static final int PICTURES =
      AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_STILL_IMAGE | AV_DISPOSITION_TIMED_THUMBNAILS;

  /**
   * Ranks the streams of a file.
   *
   * @param context an open file
   * @param frames how many frames its streams have
   * @return its video streams, the best first
   */
  public static StreamChoice of(AVFormatContext context, FrameCounts frames) {
    List<Integer> videos =
        IntStream.range(0, context.nb_streams())
            .filter(index -> isFilm(context.streams(index)))
            .boxed()
            .toList();
    List<Integer> films =
        videos.stream().filter(index -> isDecodable(context.streams(index))).toList();
    return new StreamChoice(
        films.stream()
            .sorted(
                Comparator.comparing((Integer index) -> frames.few(index))
                    .thenComparing(context::streams, better()))
            .toList(),
        videos.stream().filter(index -> !films.contains(index)).toList());
  }

  /** {@return whether a stream is a video rather than a cover or a thumbnail} */
  static boolean isFilm(AVStream stream) {
    return stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO
        && (stream.disposition() & PICTURES) == 0;
  }

  private static boolean isDecodable(AVStream stream) {
    return SupportedFormats.decoder(stream.codecpar().codec_id()).isPresent();
  }

  private static Comparator<AVStream> better() {
    return Comparator.comparingLong(StreamChoice::pixels)
        .thenComparingLong(stream -> stream.codecpar().bit_rate())
        .thenComparingLong(AVStream::nb_frames)
        .thenComparingInt(stream -> stream.disposition() & AV_DISPOSITION_DEFAULT)
        .reversed();
  }

  private static long pixels(AVStream stream) {
    AVCodecParameters parameters = stream.codecpar();
    return (long) parameters.width() * parameters.height();
  }
}
