package org.rollcall.model.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BoxTest {
  private static final Box TEN = new Box(0, 0, 10, 10);

  static final List<Overlap> OVERLAPS =
      List.of(
          new Overlap("the same box", new Box(0, 0, 10, 10), 1),
          new Overlap("shifted by half", new Box(5, 0, 15, 10), 50 / 150f),
          new Overlap("shifted both ways", new Box(5, 5, 15, 15), 25 / 175f),
          new Overlap("inside", new Box(2, 2, 7, 6), 20 / 100f),
          new Overlap("side by side", new Box(10, 0, 20, 10), 0),
          new Overlap("corner to corner", new Box(10, 10, 20, 20), 0),
          new Overlap("far away", new Box(30, 30, 40, 40), 0),
          new Overlap("one pixel shared", new Box(9, 9, 19, 19), 1 / 199f));

  private record Overlap(String what, Box other, float iou) {}

  @ParameterizedTest
  @FieldSource("OVERLAPS")
  void iou_ofTwoBoxes_isSharedAreaOverAllArea(Overlap overlap) {
    Box other = overlap.other();

    assertThat(TEN.iou(other)).isCloseTo(overlap.iou(), within(1e-6f));
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
