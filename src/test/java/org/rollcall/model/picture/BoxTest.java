package org.rollcall.model.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTest {
  private static final Box TEN = new Box(0, 0, 10, 10);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 10, 10, 1", // the same box
    "5, 0, 15, 10, 0.33333333", // shifted by half: 50 of 150
    "5, 5, 15, 15, 0.14285714", // shifted both ways: 25 of 175
    "2, 2, 7, 6, 0.2", // inside: 20 of 100
    "10, 0, 20, 10, 0", // side by side
    "10, 10, 20, 20, 0", // corner to corner
    "30, 30, 40, 40, 0", // far away
    "9, 9, 19, 19, 0.005025126" // one pixel shared: 1 of 199
  })
  void iou_ofTwoBoxes_isSharedAreaOverAllArea(
      float left, float top, float right, float bottom, float expected) {
    Box other = new Box(left, top, right, bottom);

    assertThat(TEN.iou(other)).isCloseTo(expected, within(1e-6f));
    assertThat(other.iou(TEN)).isEqualTo(TEN.iou(other));
  }

  @Test
  void iou_emptyBoxes_isZero() {
    Box empty = new Box(3, 3, 3, 3);

    assertThat(empty.iou(empty)).isZero();
    assertThat(TEN.iou(empty)).isZero();
  }

  @Test
  void edges_outOfOrderOrNotFinite_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Box(5, 0, 4, 1))
        .withMessageContaining("left 5.0, top 0.0, right 4.0, bottom 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(0, 5, 1, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(Float.NaN, 0, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Box(0, 0, Float.POSITIVE_INFINITY, 1));
  }

  @Test
  void contains_edges_leftAndTopBelongToTheBox() {
    assertThat(TEN.contains(new Point(0, 0))).isTrue();
    assertThat(TEN.contains(new Point(9.99f, 9.99f))).isTrue();
    assertThat(TEN.contains(new Point(10, 5))).isFalse();
    assertThat(TEN.contains(new Point(5, 10))).isFalse();
    assertThat(TEN.contains(new Point(-0.01f, 5))).isFalse();
  }

  @Test
  void grown_byAQuarter_keepsTheMiddle() {
    Box grown = new Box(10, 20, 30, 60).grown(0.25f);

    assertThat(grown).isEqualTo(new Box(5, 10, 35, 70));
    assertThat(grown.centre()).isEqualTo(new Point(20, 40));
  }

  @Test
  void grown_atTheFramesCorner_reachesBeyondIt() {
    assertThat(TEN.grown(0.5f)).isEqualTo(new Box(-5, -5, 15, 15));
  }
}
