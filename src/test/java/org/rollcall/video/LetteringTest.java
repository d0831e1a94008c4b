package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class LetteringTest {
  @Test
  void draw_aCapital_hasTheHeightAskedForAndIsCentred() {
    Picture drawn = Lettering.draw("H", 20);

    int[] inked = IntStream.range(0, drawn.height()).filter(y -> isInked(drawn, y)).toArray();
    assertThat(inked.length).isBetween(19, 23);
    assertThat((inked[0] + inked[inked.length - 1]) / 2.0)
        .isBetween(drawn.height() / 2.0 - 2, drawn.height() / 2.0 + 2);
  }

  @Test
  void draw_longerText_isWider() {
    assertThat(Lettering.draw("Ada Birch", 12).width())
        .isGreaterThan(Lettering.draw("Ada", 12).width());
  }

  @Test
  void draw_nonAsciiLetters_areTheirNearest() {
    assertThat(Lettering.draw("Zoë", 12).bgr()).isEqualTo(Lettering.draw("Zoe", 12).bgr());
  }

  @Test
  void draw_noText_isABlackPicture() {
    assertThat(Lettering.draw("", 12).bgr()).containsOnly(0);
  }

  private static boolean isInked(Picture picture, int row) {
    return IntStream.range(0, picture.width())
        .anyMatch(x -> (picture.bgr()[3 * (row * picture.width() + x)] & 0xff) > 100);
  }
}
