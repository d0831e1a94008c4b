package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.FaceCrop;

class PhotoEmbedderTest {
  private static final Drawing.Brush STEPS = (x, y) -> x < 70 ? 40 : 200;

  @Test
  void farAway_largeFace_isTwentyPixelsWideInItsSurroundings() {
    FaceCrop far = PhotoEmbedder.farAway(Drawing.face(STEPS));

    assertThat(far.face().box()).isEqualTo(new Box(4, 4, 24, 24));
    assertThat(far.picture().width()).isEqualTo(28);
    assertThat(far.face().landmarks().nose().x()).isCloseTo(14, within(1e-3f));
    assertThat(far.face().landmarks().nose().y()).isCloseTo(15, within(1e-3f));
  }

  @Test
  void farAway_picture_keepsItsColours() {
    byte[] bgr = PhotoEmbedder.farAway(Drawing.face(STEPS)).picture().bgr();

    assertThat(bgr[3 * (14 * 28 + 5)]).isEqualTo((byte) 40);
    assertThat(bgr[3 * (14 * 28 + 22)]).isEqualTo((byte) 200);
  }

  @Test
  void farAway_smallFace_staysAsItIs() {
    FaceCrop small = PhotoEmbedder.farAway(Drawing.face(STEPS));

    assertThat(PhotoEmbedder.farAway(small)).isEqualTo(small);
  }

  @Test
  void inPoorLight_anyFace_keepsItsMeanButIsNoisy() {
    FaceCrop even = Drawing.face((x, y) -> 100);

    FaceCrop noisy = PhotoEmbedder.inPoorLight(even);

    double[] levels = new double[noisy.picture().bgr().length];
    Arrays.setAll(levels, i -> noisy.picture().bgr()[i] & 0xff);
    double mean = Arrays.stream(levels).average().orElseThrow();
    double square = Arrays.stream(levels).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo(100, within(0.5));
    assertThat(Math.sqrt(square)).isCloseTo(12, within(0.5));
    assertThat(noisy.face()).isEqualTo(even.face());
  }

  @Test
  void inPoorLight_twice_isTheSame() {
    FaceCrop face = Drawing.face(STEPS);

    assertThat(PhotoEmbedder.inPoorLight(face).picture().bgr())
        .isEqualTo(PhotoEmbedder.inPoorLight(face).picture().bgr());
  }

  @Test
  void inPoorLight_whiteFace_isClippedToWhite() {
    byte[] bgr = PhotoEmbedder.inPoorLight(Drawing.face((x, y) -> 255)).picture().bgr();

    assertThat(bgr[0] & 0xff).isGreaterThan(150);
    assertThat(bgr).contains((byte) 255);
  }

  @Test
  void outOfFocus_edge_runsOverThreePixels() {
    FaceCrop face = Drawing.face(STEPS);

    byte[] bgr = PhotoEmbedder.outOfFocus(face).picture().bgr();

    int row = 3 * 140 * 70;
    assertThat(bgr[row + 3 * 68] & 0xff).isEqualTo(40);
    assertThat(bgr[row + 3 * 69] & 0xff).isEqualTo(93);
    assertThat(bgr[row + 3 * 70] & 0xff).isEqualTo(147);
    assertThat(bgr[row + 3 * 71] & 0xff).isEqualTo(200);
  }

  @Test
  void outOfFocus_evenPicture_staysAsItIs() {
    FaceCrop even = Drawing.face((x, y) -> 100);

    assertThat(PhotoEmbedder.outOfFocus(even).picture().bgr()).isEqualTo(even.picture().bgr());
  }
}
