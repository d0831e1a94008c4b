package org.rollcall.video;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/**
 * The video format of a recording.
 *
 * @param codec FFmpeg's name of the codec, for instance {@code h264}
 * @param width pixels in a row, as stored
 * @param height rows, as stored
 * @param framesPerSecond nominal frame rate
 */
public record RecordingFormat(String codec, int width, int height, double framesPerSecond) {
  /**
   * Reads the format from the headers of a file.
   *
   * @param file the recording
   * @return the format of its video stream
   * @throws UndecodableRecording if it has no video stream
   * @throws org.rollcall.model.TemporaryFailure if it cannot be read at the moment
   */
  public static RecordingFormat of(Path file) {
    try (VideoStream stream = VideoStream.open(file)) {
      AVCodecParameters parameters = stream.stream().codecpar();
      return new RecordingFormat(
          avcodec_get_name(parameters.codec_id()).getString(),
          parameters.width(),
          parameters.height(),
          (double) Duration.ofSeconds(1).toNanos() / stream.timing().frameLength().toNanos());
    }
  }
}
