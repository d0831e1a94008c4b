package org.rollcall.video;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegLogCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps FFmpeg off the console. It logs a line for every damaged block; what matters is in the
 * warnings of a recording.
 */
final class FfmpegLog {
  private static final Logger LOG = LoggerFactory.getLogger(FfmpegLog.class);

  private FfmpegLog() {}

  /** Silences FFmpeg for the whole process, unless this class logs at debug level. */
  static void quieten() {
    if (LOG.isDebugEnabled()) {
      FFmpegLogCallback.set();
      avutil.av_log_set_level(avutil.AV_LOG_WARNING);
    } else {
      avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }
  }
}
