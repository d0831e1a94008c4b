package org.rollcall.video.streams;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * The containers and codecs that cameras, phones and recorders use. FFmpeg knows hundreds more,
 * each a way into this process for a file that was made to do harm; those are never reached.
 */
public final class SupportedFormats {
  /** By FFmpeg's short names; {@code mpeg} is the program stream of DVDs and of many recorders. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "mov",
          "matroska",
          "webm",
          "avi",
          "mpegts",
          "mpeg",
          "asf",
          "flv",
          "ogg",
          "mxf",
          "dv",
          "dhav",
          "mxg",
          "h264",
          "hevc",
          "obu",
          "av1",
          "ivf",
          "mjpeg",
          "mpegvideo",
          "m4v");

  private static final Set<String> DECODERS =
      Set.of(
          "h264",
          "hevc",
          "libdav1d",
          "libaom-av1",
          "vp8",
          "vp9",
          "mpeg1video",
          "mpeg2video",
          "mpegvideo",
          "mpeg4",
          "msmpeg4v1",
          "msmpeg4v2",
          "msmpeg4",
          "h263",
          "h263p",
          "h263i",
          "flv",
          "vp6",
          "vp6f",
          "wmv1",
          "wmv2",
          "wmv3",
          "vc1",
          "theora",
          "mjpeg",
          "mxpeg",
          "prores",
          "dnxhd",
          "dvvideo",
          "ffv1",
          "ffvhuff",
          "huffyuv",
          "utvideo",
          "v210",
          "rawvideo");

  private SupportedFormats() {}

  /**
   * Tells FFmpeg which containers and codecs it may try.
   *
   * @param options for opening a file, to which these are added
   */
  public static void restrict(AVDictionary options) {
    av_dict_set(options, "format_whitelist", String.join(",", CONTAINERS), 0);
    restrictCodecs(options);
  }

  /**
   * Tells FFmpeg which codecs it may use.
   *
   * @param options for opening a decoder, to which these are added
   */
  public static void restrictCodecs(AVDictionary options) {
    av_dict_set(options, "codec_whitelist", String.join(",", DECODERS), 0);
  }

  /**
   * Finds the decoder for a codec.
   *
   * @param codecId FFmpeg's number of the codec
   * @return its decoder; empty if FFmpeg has none, or only one that no recorder needs
   */
  public static Optional<AVCodec> decoder(int codecId) {
    AVCodec codec = avcodec_find_decoder(codecId);
    return codec == null || codec.isNull() || !DECODERS.contains(codec.name().getString())
        ? Optional.empty()
        : Optional.of(codec);
  }
}
