package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Point;

class AlignerTest {
  private static final int SIZE = 112;

  /** Where the template has eyes, nose and mouth, to the pixel. */
  private static final List<Point> PLACES =
      List.of(
          new Point(38, 52),
          new Point(74, 52),
          new Point(56, 72),
          new Point(42, 92),
          new Point(71, 92));

  @ParameterizedTest
  @CsvSource({"0, 1", "30, 1", "-40, 2.2", "15, 5", "5, 0.5"})
  void align112_faceRotatedAndScaled_fitsTheTemplate(double degrees, double scale) {
    Plane aligned = Plane.empty(SIZE, SIZE);

    Aligner.align112(dotted(degrees, scale), aligned);

    for (Point place : PLACES) {
      assertThat(at(aligned, place)).as("%s", place).isGreaterThan(120);
    }
    assertThat(at(aligned, new Point(56, 52))).isLessThan(60);
    assertThat(at(aligned, new Point(56, 105))).isLessThan(60);
  }

  @Test
  void align112_faceAtThePicturesEdge_isBlackBeyond() {
    Face face = Drawing.face((x, y) -> 0).face();
    Picture white = Drawing.picture(140, 110, (x, y) -> 255);
    Plane aligned = Plane.empty(SIZE, SIZE);

    Aligner.align112(new FaceCrop(white, face), aligned);

    assertThat(at(aligned, new Point(56, 52))).isCloseTo(255, within(1f));
    assertThat(at(aligned, new Point(56, 111))).isZero();
  }

  @Test
  void align112_secondOfABatch_leavesTheFirstAlone() {
    float[] batch = new float[2 * 3 * SIZE * SIZE];
    Plane alone = Plane.empty(SIZE, SIZE);
    FaceCrop face = Drawing.face((x, y) -> x + y);

    Aligner.align112(face, alone);
    Aligner.align112(face, new Plane(SIZE, SIZE, batch, batch.length / 2));

    assertThat(Arrays.copyOf(batch, batch.length / 2)).containsOnly(0);
    assertThat(Arrays.copyOfRange(batch, batch.length / 2, batch.length)).isEqualTo(alone.values());
  }

  @Test
  void margin_faceAtThePicturesEdge_isNotPaddedWithBlack() {
    Face face = Drawing.face((x, y) -> 0).face().moved(-30, -30);
    Plane crop = Plane.empty(160, 160);

    Aligner.margin(new FaceCrop(Drawing.picture(140, 140, (x, y) -> 90), face), crop);

    for (float value : crop.values()) {
      assertThat(value).isCloseTo(90, within(0.1f));
    }
  }

  @Test
  void margin_boxInTheMiddle_takesAnEighthMoreOnEachSide() {
    Plane crop = Plane.empty(125, 125);

    Aligner.margin(Drawing.face((x, y) -> x), crop);

    assertThat(crop.values()[0]).isCloseTo(7.5f, within(0.6f));
    assertThat(crop.values()[124]).isCloseTo(131.5f, within(0.6f));
  }

  /** {@return a dark picture with a bright spot at each landmark of a face} */
  private static FaceCrop dotted(double degrees, double scale) {
    double cos = scale * Math.cos(Math.toRadians(degrees));
    double sin = scale * Math.sin(Math.toRadians(degrees));
    float middle = (float) (120 * scale);
    List<Point> points =
        PLACES.stream()
            .map(
                p ->
                    new Point(
                        (float) (cos * (p.x() - 56) - sin * (p.y() - 56)) + middle,
                        (float) (sin * (p.x() - 56) + cos * (p.y() - 56)) + middle))
            .toList();
    int side = (int) (240 * scale);
    Picture picture = Drawing.picture(side, side, (x, y) -> 255 * spot(points, x, y, 4 * scale));
    Landmarks landmarks =
        new Landmarks(points.get(0), points.get(1), points.get(2), points.get(3), points.get(4));
    return new FaceCrop(picture, new Face(new Box(0, 0, side, side), landmarks, 1));
  }

  private static double spot(List<Point> points, int x, int y, double radius) {
    double nearest = Double.MAX_VALUE;
    for (Point point : points) {
      double right = x - point.x();
      double down = y - point.y();
      nearest = Math.min(nearest, right * right + down * down);
    }
    return Math.exp(-nearest / (radius * radius));
  }

  private static float at(Plane aligned, Point place) {
    return aligned.values()[SIZE * (int) place.y() + (int) place.x()];
  }
}
