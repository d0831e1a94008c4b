package org.rollcall.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.demo.SeatingPlan.Seat;

class SceneTest {
  @ParameterizedTest
  @ValueSource(ints = {4, 5, 8, 9, 12, 16, 17, 21, 24, 28})
  void seats_ofAnyClass_lieInThePictureAndApart(int students) {
    int people = Scene.Cast.of(students).inTheRoom();
    Scene.Camera camera = Scene.Camera.before(1920, 1080, people);

    List<Seat> seats = SeatingPlan.of(camera, people);

    assertThat(seats).hasSize(people);
    assertThat(seats).allMatch(seat -> seat.x() > seat.faceWidth() && seat.y() > seat.faceWidth());
    assertThat(seats).allMatch(seat -> seat.x() < 1920 - seat.faceWidth() && seat.y() < 1000);
    assertThat(seats).allMatch(seat -> seat.faceWidth() >= 50 && seat.faceWidth() <= 110);
    for (Seat seat : seats) {
      assertThat(seats)
          .filteredOn(other -> !other.equals(seat) && other.row() == seat.row())
          .allMatch(other -> Math.abs(other.x() - seat.x()) > 2 * seat.faceWidth());
    }
  }

  @Test
  void seats_tooManyForThePicture_areRefused() {
    assertThatThrownBy(() -> SeatingPlan.of(new Scene.Camera(640, 360, 5, 60, 110), 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not fit");
  }

  @Test
  void camera_tooManyForThePicture_isRefused() {
    assertThatThrownBy(() -> Scene.Camera.before(640, 360, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20 people do not fit into a picture of 640 x 360 pixels");
  }

  @Test
  void cast_usualClass_hasAbsentsAndStrangers() {
    assertThat(Scene.Cast.of(24)).isEqualTo(new Scene.Cast(18, 6, 3));
    assertThat(Scene.Cast.of(28)).isEqualTo(new Scene.Cast(21, 7, 2));
  }

  @Test
  void cast_morePeopleThanThereAre_isRefused() {
    assertThatThrownBy(() -> new Scene.Cast(20, 10, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("There are 30 people");
  }

  @Test
  void scene_tooShort_isRefused() {
    Scene.Camera camera = Scene.Camera.before(640, 360, 4);
    assertThatThrownBy(() -> new Scene(1, camera, Duration.ofMillis(3999), new Scene.Cast(4, 0, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 4 s, got 3999 ms");
  }
}
