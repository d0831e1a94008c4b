package org.rollcall.model.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PictureTest {
  /** Four columns and three rows; each pixel tells its place: blue is the column, green the row. */
  private static final Picture PLACES = places(4, 3);

  static Picture places(int width, int height) {
    byte[] bgr = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      bgr[3 * i] = (byte) (i % width);
      bgr[3 * i + 1] = (byte) (i / width);
    }
    return new Picture(width, height, bgr);
  }

  @Test
  void constructor_arrayThatDoesNotFit_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Picture(2, 2, new byte[11]))
        .withMessageContaining("2 × 2")
        .withMessageContaining("11 bytes");
    assertThatIllegalArgumentException().isThrownBy(() -> new Picture(0, 2, new byte[0]));
  }

  @Test
  void crop_inTheMiddle_hasThosePixels() {
    Picture part = PLACES.crop(new Box(1, 1, 3, 3));

    assertThat(part.width()).isEqualTo(2);
    assertThat(part.height()).isEqualTo(2);
    assertThat(part.bgr()).containsExactly(1, 1, 0, 2, 1, 0, 1, 2, 0, 2, 2, 0);
  }

  @Test
  void crop_partsOfPixels_countWhole() {
    Picture part = PLACES.crop(new Box(1.9f, 0.5f, 2.1f, 1f));

    assertThat(part.width()).isEqualTo(2);
    assertThat(part.height()).isEqualTo(1);
    assertThat(part.bgr()).startsWith(1, 0, 0);
  }

  @Test
  void crop_beyondTheBorders_leavesOffWhatIsOutside() {
    Picture part = PLACES.crop(new Box(-7, -7, 100, 100));

    assertThat(part.width()).isEqualTo(4);
    assertThat(part.bgr()).isEqualTo(PLACES.bgr()).isNotSameAs(PLACES.bgr());
  }

  @Test
  void crop_atTheLastPixel_hasOnePixel() {
    assertThat(PLACES.crop(new Box(3, 2, 9, 9)).bgr()).containsExactly(3, 2, 0);
  }

  @Test
  void crop_outside_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLACES.crop(new Box(4, 0, 9, 3)))
        .withMessageContaining("outside the picture of 4 × 3 pixels");
    assertThatIllegalArgumentException().isThrownBy(() -> PLACES.crop(new Box(-5, 0, 0, 3)));
  }
}
