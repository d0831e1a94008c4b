package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

class PictureCropsTest {
  private static final int SIZE = 24;

  private final Random random = new Random(4);
  private final Picture picture = Drawing.picture(200, 120, (x, y) -> random.nextInt(256));

  @ParameterizedTest
  @CsvSource({
    "20, 30, 90, 100",
    "20.4, 30.7, 81.2, 91.5",
    "50, 50, 62, 62",
    "-15.5, -8, 40, 47.5",
    "150, 80, 230, 160",
    "-30, -60, 230, 200",
    "300, 300, 400, 400",
    "-90, 10, -20, 80"
  })
  void crop_anyPart_equalsTheCropOfTheConvertedPicture(
      float left, float top, float right, float bottom) {
    Box part = new Box(left, top, right, bottom);
    Plane expected = Plane.empty(SIZE, SIZE);
    Resampler.resize(Plane.of(picture), part, expected);

    Plane crop = Plane.empty(SIZE, SIZE);
    new PictureCrops(picture).crop(part, crop);

    assertThat(crop.values()).containsExactly(expected.values(), Offset.offset(0.05f));
  }
}
