package org.rollcall.video.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_new_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_remove_side_data;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.UsesNatives;

/**
 * Turns and mirrors a frame of 4×2 pixels whose first row is 1 2 3 4 and whose second is 5 6 7 8.
 */
@UsesNatives
class OrientationTest {
  private static final int ONE = 1 << 16;

  private final AVFrame frame = av_frame_alloc();

  @BeforeEach
  void draw() {
    frame.format(AV_PIX_FMT_BGR24).width(4).height(2);
    av_frame_get_buffer(frame, 0);
    for (int i = 0; i < 8; i++) {
      long at = (long) (i / 4) * frame.linesize(0) + 3L * (i % 4);
      byte grey = (byte) (i + 1);
      frame.data(0).position(at).put(grey, grey, grey);
    }
    frame.data(0).position(0);
  }

  @AfterEach
  void free() {
    av_frame_free(frame);
  }

  /** The factors take a stored column x and row y to the column ax + cy and the row bx + dy. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 1, 1234/5678",
    "-1, 0, 0, 1, 4321/8765",
    "1, 0, 0, -1, 5678/1234",
    "-1, 0, 0, -1, 8765/4321",
    "0, 1, 1, 0, 15/26/37/48",
    "0, 1, -1, 0, 51/62/73/84",
    "0, -1, 1, 0, 48/37/26/15",
    "0, -1, -1, 0, 84/73/62/51"
  })
  void convert_matrixOfAFrame_isFollowed(int a, int b, int c, int d, String shown) {
    tag(a * ONE, b * ONE, c * ONE, d * ONE);

    assertThat(convert(Orientation.UPRIGHT)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 0, 1, 4321/8765",
    "0, 1, -1, 0, 51/62/73/84",
    "0, -1, -1, 0, 84/73/62/51",
    "1, 0, 0, -1, 5678/1234"
  })
  void convert_matrixOfTheStream_isFollowed(int a, int b, int c, int d, String shown) {
    assertThat(convert(Orientation.of(matrix(a * ONE, b * ONE, c * ONE, d * ONE))))
        .isEqualTo(shown);
  }

  @Test
  void convert_frameAndStream_frameDecides() {
    tag(-ONE, 0, 0, ONE);

    assertThat(convert(new Orientation(true, true, false))).isEqualTo("4321/8765");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 1234/5678",
    "1, 1, 1, 1, 1234/5678",
    "70000, 3000, -3000, 70000, 1234/5678",
    "3000, 70000, -70000, 3000, 51/62/73/84",
    "-131072, 0, 0, 65536, 4321/8765",
    "-2147483648, 0, 0, -2147483648, 8765/4321"
  })
  void convert_oddFactors_takeTheNearestOrientation(int a, int b, int c, int d, String shown) {
    tag(a, b, c, d);

    assertThat(convert(Orientation.UPRIGHT)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void convert_cameraIsTurnedOver_followsFromThereToTheNextKeyFrame(boolean key) {
    try (UprightConverter converter = new UprightConverter(StreamGeometry.PLAIN, 1000)) {
      assertThat(text(converted(converter))).isEqualTo("1234/5678");
      tag(-ONE, 0, 0, -ONE);
      assertThat(text(converted(converter))).isEqualTo("8765/4321");
      av_frame_remove_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
      frame.flags(key ? AVFrame.AV_FRAME_FLAG_KEY : 0);
      assertThat(text(converted(converter))).isEqualTo(key ? "1234/5678" : "8765/4321");
    }
  }

  private String convert(Orientation orientation) {
    StreamGeometry geometry = new StreamGeometry(orientation, PixelAspect.SQUARE, Cropping.NONE);
    try (UprightConverter converter = new UprightConverter(geometry, 1000)) {
      return text(converted(converter));
    }
  }

  private Optional<Picture> converted(UprightConverter converter) {
    converter.follow(frame);
    return converter.convert(frame);
  }

  private static String text(Optional<Picture> converted) {
    Picture picture = converted.orElseThrow();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < picture.width() * picture.height(); i++) {
      text.append(i > 0 && i % picture.width() == 0 ? "/" : "").append(picture.bgr()[3 * i]);
    }
    return text.toString();
  }

  private void tag(int a, int b, int c, int d) {
    var data = av_frame_new_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX, 36).data();
    fill(new IntPointer(data), a, b, c, d);
  }

  private static IntPointer matrix(int a, int b, int c, int d) {
    return fill(new IntPointer(9), a, b, c, d);
  }

  private static IntPointer fill(IntPointer matrix, int a, int b, int c, int d) {
    int[] values = {a, b, 0, c, d, 0, 0, 0, 1 << 30};
    for (int i = 0; i < values.length; i++) {
      matrix.put(i, values[i]);
    }
    return matrix;
  }
}
