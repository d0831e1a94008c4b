package org.rollcall.model.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaceCropTest {
  private static final Picture FRAME = PictureTest.places(100, 80);

  @Test
  void of_faceInTheMiddle_keepsItsSurroundings() {
    FaceCrop crop = FaceCrop.of(FRAME, face(40, 30, 60, 50));

    Box box = crop.face().box();
    assertThat(box.width()).isEqualTo(20);
    assertThat(box.left()).isPositive();
    assertThat(box.top()).isPositive();
    assertThat(crop.picture().width()).isGreaterThan((int) box.right());
    assertThat(crop.picture().height()).isGreaterThan((int) box.bottom());
    assertThatSamePixels(crop, 40, 30);
  }

  @Test
  void of_faceOverTheUpperLeftCorner_keepsItsPlace() {
    FaceCrop crop = FaceCrop.of(FRAME, face(-10, -6, 10, 14));

    assertThat(crop.face().box()).isEqualTo(new Box(-10, -6, 10, 14));
    assertThat(crop.picture().bgr()).startsWith(0, 0, 0, 1, 0, 0);
  }

  @Test
  void of_faceOverTheLowerRightCorner_endsWithTheFrame() {
    FaceCrop crop = FaceCrop.of(FRAME, face(90, 70, 110, 90));

    assertThat(crop.picture().bgr()).endsWith(99, 79, 0);
    assertThatSamePixels(crop, 90, 70);
  }

  @Test
  void of_placeBetweenPixels_movesByWholePixels() {
    FaceCrop crop = FaceCrop.of(FRAME, face(40.5f, 30.25f, 60.5f, 50.25f));

    assertThat(crop.face().box().left() % 1).isEqualTo(0.5f);
    assertThat(crop.face().box().top() % 1).isEqualTo(0.25f);
  }

  @Test
  void of_landmarks_moveWithTheBox() {
    FaceCrop crop = FaceCrop.of(FRAME, face(40, 30, 60, 50));

    Point nose = crop.face().landmarks().nose();
    assertThat(nose).isEqualTo(crop.face().box().centre());
  }

  /** The pixel at the box's corner in the crop is the one at the face's corner in the frame. */
  private static void assertThatSamePixels(FaceCrop crop, int column, int row) {
    Picture picture = crop.picture();
    int x = (int) crop.face().box().left();
    int y = (int) crop.face().box().top();
    assertThat(picture.bgr()[3 * (y * picture.width() + x)]).isEqualTo((byte) column);
    assertThat(picture.bgr()[3 * (y * picture.width() + x) + 1]).isEqualTo((byte) row);
  }

  private static Face face(float left, float top, float right, float bottom) {
    Box box = new Box(left, top, right, bottom);
    Point middle = box.centre();
    return new Face(box, new Landmarks(middle, middle, middle, middle, middle), 1);
  }
}
