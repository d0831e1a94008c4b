package org.rollcall.model.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
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

  static final List<Flawed> FLAWED =
      List.of(
          new Flawed(Flaw.SMALL, new Quality(8, 1, 1, 1, 1)),
          new Flawed(Flaw.BLURRED, new Quality(60, 0, 1, 1, 1)),
          new Flawed(Flaw.TURNED, new Quality(60, 1, 0, 1, 1)),
          new Flawed(Flaw.POORLY_LIT, new Quality(60, 1, 1, 0, 1)),
          new Flawed(Flaw.HIDDEN, new Quality(60, 1, 1, 1, 0)));

  private record Flawed(Flaw flaw, Quality quality) {}

  @ParameterizedTest
  @FieldSource("FLAWED")
  void worstFlaw_oneThingIsBad_isThat(Flawed crop) {
    assertThat(crop.quality().worstFlaw()).isEqualTo(crop.flaw());
  }
}
