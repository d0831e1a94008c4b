package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Point;

class OutputNetworkTest {
  /** As found in a film, in the second in which somebody leans over. */
  @Test
  void distinct_smearedFaceFoundTwice_keepsTheBetterOne() {
    Face before = face(1112, 394, 73, 100, 0.996f);
    Face after = face(1093, 407, 79, 97, 0.734f);

    assertThat(OutputNetwork.distinct(List.of(after, before))).containsExactly(before);
  }

  @Test
  void distinct_facesSideBySide_keepsBoth() {
    Face one = face(500, 400, 80, 100, 0.9f);
    Face other = face(545, 390, 80, 100, 0.8f);

    assertThat(OutputNetwork.distinct(List.of(other, one))).containsExactly(one, other);
  }

  private static Face face(float x, float y, float width, float height, float score) {
    Point centre = new Point(x, y);
    return new Face(
        new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2),
        new Landmarks(centre, centre, centre, centre, centre),
        score);
  }
}
