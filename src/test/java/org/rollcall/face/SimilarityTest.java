package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Point;

class SimilarityTest {
  private static final float TOLERANCE = 1e-3f;
  private static final List<Point> POINTS =
      List.of(new Point(0, 0), new Point(10, 0), new Point(3, 7), new Point(-4, 12));

  /** A rotation by 30°, twice the size, 5 to the right and 9 up. */
  private static final Similarity KNOWN =
      new Similarity(2 * (float) Math.cos(Math.PI / 6), 2 * (float) Math.sin(Math.PI / 6), 5, -9);

  @Test
  void fit_transformedPoints_findsTheTransform() {
    Similarity found = Similarity.fit(POINTS, moved(POINTS, KNOWN));

    assertThat(found.a()).isCloseTo(KNOWN.a(), within(TOLERANCE));
    assertThat(found.b()).isCloseTo(KNOWN.b(), within(TOLERANCE));
    assertThat(found.dx()).isCloseTo(5, within(TOLERANCE));
    assertThat(found.dy()).isCloseTo(-9, within(TOLERANCE));
    assertThat(found.scale()).isCloseTo(2, within(TOLERANCE));
  }

  @Test
  void fit_onePointAstray_mapsTheMeanToTheMean() {
    List<Point> astray =
        List.of(new Point(0, 0), new Point(10, 0), new Point(3, 7), new Point(0, 12));

    Similarity found = Similarity.fit(POINTS, astray);

    Point middle = found.apply(2.25f, 4.75f);
    assertThat(middle.x()).isCloseTo(3.25f, within(TOLERANCE));
    assertThat(middle.y()).isCloseTo(4.75f, within(TOLERANCE));
  }

  @Test
  void inverse_ofTransformedPoints_leadsBack() {
    List<Point> back = moved(moved(POINTS, KNOWN), KNOWN.inverse());

    for (int i = 0; i < POINTS.size(); i++) {
      assertThat(back.get(i).x()).isCloseTo(POINTS.get(i).x(), within(TOLERANCE));
      assertThat(back.get(i).y()).isCloseTo(POINTS.get(i).y(), within(TOLERANCE));
    }
  }

  @Test
  void afterShrinking_smallerSource_hasTheSameTarget() {
    Point there = KNOWN.apply(6, 4);

    Point same = KNOWN.afterShrinking(2).apply(3, 2);

    assertThat(same.x()).isCloseTo(there.x(), within(TOLERANCE));
    assertThat(same.y()).isCloseTo(there.y(), within(TOLERANCE));
  }

  @Test
  void fit_coincidentPoints_isRefused() {
    List<Point> one = List.of(new Point(1, 2), new Point(1, 2));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Similarity.fit(one, POINTS.subList(0, 2)));
  }

  private static List<Point> moved(List<Point> points, Similarity by) {
    return points.stream().map(point -> by.apply(point.x(), point.y())).toList();
  }
}
