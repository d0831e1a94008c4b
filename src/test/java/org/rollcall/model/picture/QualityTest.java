package org.rollcall.model.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.picture.Quality.Flaw;

class QualityTest {
  private static final Quality GOOD = new Quality(80, 1, 1, 1, 1);

  @Test
  void weight_perfectCrop_isOne() {
    assertThat(GOOD.weight()).isEqualTo(1);
    assertThat(new Quality(400, 1, 1, 1, 1).weight()).isEqualTo(1);
  }

  @Test
  void weight_anythingWorse_isLess() {
    assertThat(new Quality(40, 1, 1, 1, 1).weight()).isLessThan(GOOD.weight());
    assertThat(new Quality(80, 0.5f, 1, 1, 1).weight()).isLessThan(GOOD.weight());
    assertThat(new Quality(80, 1, 0.5f, 1, 1).weight()).isLessThan(GOOD.weight());
    assertThat(new Quality(80, 1, 1, 0.5f, 1).weight()).isLessThan(GOOD.weight());
    assertThat(new Quality(80, 1, 1, 1, 0.5f).weight()).isLessThan(GOOD.weight());
  }

  @Test
  void readable_poorInOneRespect_isStillReadable() {
    assertThat(GOOD.readable()).isTrue();
    assertThat(new Quality(20, 1, 1, 1, 1).readable()).isTrue();
    assertThat(new Quality(80, 0, 1, 1, 1).readable()).isTrue();
    assertThat(new Quality(80, 1, 1, 1, 0).readable()).isTrue();
  }

  @Test
  void readable_smallSmearedAndHidden_isNot() {
    assertThat(new Quality(25, 0.1f, 1, 0.5f, 0).readable()).isFalse();
    assertThat(Quality.NONE.readable()).isFalse();
  }

  @Test
  void weight_poorInOneRespect_isNotZero() {
    assertThat(new Quality(80, 0, 1, 1, 1).weight()).isPositive();
    assertThat(new Quality(80, 1, 0, 1, 1).weight()).isPositive();
    assertThat(new Quality(80, 1, 1, 0, 1).weight()).isPositive();
    assertThat(new Quality(80, 1, 1, 1, 0).weight()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "8, 1, 1, 1, 1, SMALL",
    "60, 0, 1, 1, 1, BLURRED",
    "60, 1, 0, 1, 1, TURNED",
    "60, 1, 1, 0, 1, POORLY_LIT",
    "60, 1, 1, 1, 0, HIDDEN"
  })
  void worstFlaw_oneThingIsBad_isThat(
      float pixels,
      float sharpness,
      float frontality,
      float exposure,
      float visibility,
      Flaw worst) {
    Quality quality = new Quality(pixels, sharpness, frontality, exposure, visibility);

    assertThat(quality.worstFlaw()).isEqualTo(worst);
  }
}
