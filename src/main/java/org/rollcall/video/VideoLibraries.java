package org.rollcall.video;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;

/** The native libraries of this package: FFmpeg and OpenCV. */
public final class VideoLibraries {
  private static final int MAJOR_SHIFT = 16;

  private VideoLibraries() {}

  /**
   * Loads them. A broken one may crash the process.
   *
   * @return their names and versions
   */
  public static String load() {
    // Asking a library for its version loads it.
    int codecs = major(avcodec.avcodec_version());
    int formats = major(avformat.avformat_version());
    int scaling = major(swscale.swscale_version());
    opencv_imgcodecs.haveImageReader("none");
    // OpenCV's ends with a zero byte, which only trim() takes off.
    String vision = opencv_core.getVersionString().getString().trim();
    return "FFmpeg %s (codecs %d, formats %d, scaling %d), OpenCV %s"
        .formatted(avutil.av_version_info().getString(), codecs, formats, scaling, vision);
  }

  /** {@return the major part of a packed FFmpeg version} */
  private static int major(int version) {
    return version >>> MAJOR_SHIFT;
  }
}
