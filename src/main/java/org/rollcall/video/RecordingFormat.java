package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/**
 * What form the video of a recording has.
 *
 * @param codec FFmpeg's name of its format, for instance {@code h264}
 * @param width pixels in a row, as stored
 * @param height rows, as stored
 * @param framesPerSecond usual frame rate
 */
public record RecordingFormat(String codec, int width, int height, double framesPerSecond) {
  /**
   * Looks it up.
   *
   * @param file the recording
   * @return the form of its video
   * @throws UndecodableRecording if there is no video in it
   * @throws org.rollcall.model.TemporaryFailure if it cannot be read now
   */
  public static RecordingFormat of(Path file) {
    try (VideoStream stream = VideoStream.open(file)) {
      AVCodecParameters parameters = stream.stream().codecpar();
      return new RecordingFormat(
          avcodec_get_name(parameters.codec_id()).getString(),
          parameters.width(),
          parameters.height(),
          (double) Duration.ofSeconds(1).toNanos() / stream.frameLength().toNanos());
    }
  }
}
