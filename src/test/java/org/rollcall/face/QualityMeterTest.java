package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Quality;

class QualityMeterTest {
  private static final Drawing.Brush SHARP = waves(4, 60);
  private static final Drawing.Brush BLURRED = waves(25, 60);
  private static final Drawing.Brush DARK = waves(4, 6);

  @Test
  void sharpness_fineDetail_isMoreThanCoarse() {
    assertThat(measure(SHARP).sharpness()).isGreaterThan(2 * measure(BLURRED).sharpness());
  }

  @Test
  void sharpness_lessLight_isTheSame() {
    assertThat(measure(DARK).sharpness()).isGreaterThan(2 * measure(BLURRED).sharpness());
  }

  @Test
  void exposure_brighter_isMore() {
    assertThat(measure(SHARP).exposure()).isGreaterThan(2 * measure(DARK).exposure());
  }

  @Test
  void exposure_oneColour_isNearlyNone() {
    Quality black = measure((x, y) -> 0);

    assertThat(black.exposure()).isLessThan(0.05f);
    assertThat(black.sharpness()).isLessThan(0.05f);
  }

  @Test
  void frontality_turnedHead_isLess() {
    float straight = QualityMeter.measure(Drawing.face(SHARP, 70)).frontality();
    float turned = QualityMeter.measure(Drawing.face(SHARP, 78)).frontality();
    float profile = QualityMeter.measure(Drawing.face(SHARP, 92)).frontality();

    assertThat(straight).isEqualTo(1);
    assertThat(turned).isLessThan(straight);
    assertThat(profile).isLessThan(turned).isNotNegative();
  }

  @Test
  void frontality_turnedToEitherSide_isTheSame() {
    assertThat(QualityMeter.measure(Drawing.face(SHARP, 60)).frontality())
        .isEqualTo(QualityMeter.measure(Drawing.face(SHARP, 80)).frontality());
  }

  @Test
  void visibility_detectorLessSure_isLess() {
    assertThat(visibility(1)).isEqualTo(1);
    assertThat(visibility(0.999f)).isLessThan(visibility(0.9999f));
    assertThat(visibility(0.9f)).isLessThan(visibility(0.99f)).isPositive();
    assertThat(visibility(0.6f)).isZero();
  }

  @Test
  void facePixels_ofTheBox_areItsSmallerSide() {
    assertThat(measure(SHARP).facePixels()).isEqualTo(100);
  }

  @Test
  void measure_anything_staysWithin0To1() {
    Quality quality = measure((x, y) -> (x + y) % 2 == 0 ? 255 : 0);

    assertThat(quality.sharpness()).isBetween(0f, 1f);
    assertThat(quality.frontality()).isBetween(0f, 1f);
    assertThat(quality.exposure()).isBetween(0f, 1f);
    assertThat(quality.visibility()).isBetween(0f, 1f);
  }

  private static float visibility(float score) {
    return QualityMeter.measure(Drawing.face(SHARP, 70, score)).visibility();
  }

  private static Quality measure(Drawing.Brush brush) {
    return QualityMeter.measure(Drawing.face(brush));
  }

  private static Drawing.Brush waves(double length, double height) {
    return (x, y) -> 100 + height * Math.sin(x / length * 2) * Math.cos(y / length * 2);
  }
}
