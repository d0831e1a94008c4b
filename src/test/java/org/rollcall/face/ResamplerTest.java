package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

class ResamplerTest {
  private static final float TOLERANCE = 0.01f;

  @ParameterizedTest
  @CsvSource({"5, 3", "13, 7", "40, 30", "1, 1", "13, 1"})
  void resize_oneColour_staysThatColour(int width, int height) {
    Plane resized = Resampler.resize(Drawing.plane(13, 7, (x, y) -> 100), width, height);

    assertThat(resized.values()).hasSize(3 * width * height);
    for (float value : resized.values()) {
      assertThat(value).isCloseTo(100, within(TOLERANCE));
    }
  }

  @Test
  void resize_toHalf_isTheMeanOfFour() {
    Plane half = Resampler.resize(Drawing.plane(40, 40, (x, y) -> 3 * x + 2 * y), 20, 20);

    for (int y = 2; y < 18; y++) {
      for (int x = 2; x < 18; x++) {
        double mean = 3 * (2 * x + 0.5) + 2 * (2 * y + 0.5);
        assertThat(half.values()[20 * y + x]).isCloseTo((float) mean, within(TOLERANCE));
      }
    }
  }

  @Test
  void resize_toDouble_isInterpolated() {
    Plane twice = Resampler.resize(Drawing.plane(10, 1, (x, y) -> 20 * x), 20, 1);

    assertThat(Arrays.copyOfRange(twice.values(), 2, 6))
        .containsExactly(new float[] {15, 25, 35, 45}, within(TOLERANCE));
  }

  @Test
  void resize_fineCheckerboard_becomesGrey() {
    Plane board = Drawing.plane(64, 64, (x, y) -> (x + y) % 2 == 0 ? 255 : 0);
    Plane small = Resampler.resize(board, 15, 15);

    for (int y = 2; y < 13; y++) {
      for (int x = 2; x < 13; x++) {
        assertThat(small.values()[15 * y + x]).isCloseTo(127.5f, within(8f));
      }
    }
  }

  @Test
  void resize_sameSize_changesNothing() {
    Plane plane = Drawing.plane(9, 5, (x, y) -> 11 * x + y);

    assertThat(Resampler.resize(plane, 9, 5).values())
        .containsExactly(plane.values(), within(TOLERANCE));
  }

  @Test
  void resize_partHalfOutside_isBlackThere() {
    Plane plane = Drawing.plane(10, 10, (x, y) -> 100 + x);
    Plane target = Plane.empty(20, 10);

    Resampler.resize(plane, new Box(-10, 0, 10, 10), target);

    assertThat(Arrays.copyOfRange(target.values(), 0, 10)).containsOnly(0);
    assertThat(Arrays.copyOfRange(target.values(), 10, 20))
        .containsExactly(Arrays.copyOfRange(plane.values(), 0, 10), within(TOLERANCE));
  }

  @Test
  void resize_partAllOutside_isBlack() {
    Plane target = Drawing.plane(4, 4, (x, y) -> 7);

    Resampler.resize(Drawing.plane(10, 10, (x, y) -> 200), new Box(50, -80, 60, -70), target);

    assertThat(target.values()).containsOnly(0);
  }

  @Test
  void resize_partInside_isThatPart() {
    Plane target = Plane.empty(3, 2);

    Resampler.resize(Drawing.plane(10, 10, (x, y) -> 10 * y + x), new Box(4, 5, 7, 7), target);

    assertThat(Arrays.copyOf(target.values(), 6))
        .containsExactly(new float[] {54, 55, 56, 64, 65, 66}, within(TOLERANCE));
  }

  @Test
  void resize_targetWithOffset_leavesTheRestAlone() {
    float[] values = new float[3 + 5];
    Plane target = new Plane(1, 1, values, 4);

    Resampler.resize(Drawing.plane(4, 4, (x, y) -> 9), new Box(0, 0, 4, 4), target);

    assertThat(values).containsExactly(new float[] {0, 0, 0, 0, 9, 9, 9, 0}, within(TOLERANCE));
  }

  @Test
  void planeOf_bytes_areRedGreenBlueFrom0To255() {
    Plane plane = Plane.of(new Picture(2, 1, new byte[] {1, 2, 3, (byte) 200, (byte) 255, 0}));

    assertThat(plane.values()).containsExactly(3, 0, 2, 255, 1, 200);
  }

  @Test
  void pyramid_crop_isCloseToTheImage() {
    Picture image = Drawing.picture(400, 300, (x, y) -> 128 + 60 * Math.sin(x / 25.0 + y / 40.0));
    Pyramid pyramid = new Pyramid(400, 300, 0.6, 12);
    pyramid.load(image);
    Box part = new Box(90, 60, 250, 220);
    Plane expected = Plane.empty(24, 24);
    Resampler.resize(Plane.of(image), part, expected);

    Plane crop = Plane.empty(24, 24);
    pyramid.crop(part, crop);

    assertThat(crop.values()).containsExactly(expected.values(), within(6f));
  }

  @Test
  void pyramid_imageTooSmall_hasNoLevels() {
    assertThat(new Pyramid(11, 200, 1, 12).levels()).isEmpty();
  }
}
