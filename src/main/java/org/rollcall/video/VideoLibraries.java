package org.rollcall.video;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;

/** The native libraries behind this package. */
public final class VideoLibraries {
  private VideoLibraries() {}

  /**
   * Loads them, which ends the process where one of them is broken.
   *
   * @return their names and versions
   */
  public static String load() {
    // A version is asked of each, because that loads it.
    long loaded =
        avcodec.avcodec_version() + avformat.avformat_version() + swscale.swscale_version();
    opencv_imgcodecs.haveImageReader("none");
    return "FFmpeg %s (%d), OpenCV %s"
        .formatted(
            avutil.av_version_info().getString(),
            loaded,
            opencv_core.getVersionString().getString());
  }
}
