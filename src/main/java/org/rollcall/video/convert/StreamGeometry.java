package org.rollcall.video.convert;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_FRAME_CROPPING;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;

/**
 * What a container says about the shape of all frames of a stream.
 *
 * @param orientation how they have to be turned and mirrored; a frame may say otherwise
 * @param aspect the shape of their pixels; if square, a frame may say otherwise
 * @param cropping the borders that are not to be shown
 */
public record StreamGeometry(Orientation orientation, PixelAspect aspect, Cropping cropping) {
  /** Of a stream whose container says nothing. */
  public static final StreamGeometry PLAIN =
      new StreamGeometry(Orientation.UPRIGHT, PixelAspect.SQUARE, Cropping.NONE);

  private static final int MATRIX_BYTES = 36;
  private static final int CROPPING_BYTES = 16;

  /**
   * Reads what the container of a stream says.
   *
   * @param stream a stream of an open file
   * @return its geometry, independent of the stream
   */
  public static StreamGeometry of(AVStream stream) {
    AVCodecParameters parameters = stream.codecpar();
    return new StreamGeometry(
        sideData(parameters, AV_PKT_DATA_DISPLAYMATRIX, MATRIX_BYTES)
            .map(Orientation::of)
            .orElse(Orientation.UPRIGHT),
        PixelAspect.of(stream.sample_aspect_ratio()),
        sideData(parameters, AV_PKT_DATA_FRAME_CROPPING, CROPPING_BYTES)
            .map(bytes -> Cropping.of(bytes.asByteBuffer()))
            .orElse(Cropping.NONE));
  }

  private static Optional<BytePointer> sideData(AVCodecParameters parameters, int type, int size) {
    var found =
        av_packet_side_data_get(
            parameters.coded_side_data(), parameters.nb_coded_side_data(), type);
    return found == null || found.isNull() || found.size() < size
        ? Optional.empty()
        : Optional.of(found.data().capacity(found.size()));
  }
}
