package org.rollcall.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UprightTest {
  private final Upright upright = new Upright();
  private int second;

  @Test
  void turns_facesUpsideDownInTwoFrames_isHalf() {
    assertThat(turns(0, List.of(0, 5, 0))).isZero();
    assertThat(turns(0, List.of(0, 6, 1))).isEqualTo(2);
  }

  @Test
  void turns_oneStudentOnTheSide_takesThreeFrames() {
    assertThat(turns(0, List.of(1, 0, 0))).isZero();
    assertThat(turns(0, List.of(1, 0, 0))).isZero();
    assertThat(turns(0, List.of(1, 0, 0))).isEqualTo(1);
  }

  @Test
  void turns_someUprightFaces_needTwiceAsMany() {
    assertThat(turns(3, List.of(0, 4, 0))).isZero();
    assertThat(turns(3, List.of(0, 6, 0))).isZero();
    assertThat(turns(0, List.of(0, 6, 0))).isEqualTo(2);
  }

  /** Some detectors find faces upside down, too, but never as many. */
  @Test
  void turns_halfOfTheFacesUpright_takesFourFramesThatAgree() {
    for (int frame = 0; frame < 3; frame++) {
      assertThat(turns(3, List.of(1, 5, 0))).isZero();
    }
    assertThat(turns(3, List.of(0, 5, 1))).isEqualTo(2);
  }

  @Test
  void turns_oneFrameWithMoreFacesUpright_staysUpright() {
    assertThat(turns(3, List.of(0, 2, 0))).isZero();
    for (int frame = 0; frame < 10; frame++) {
      assertThat(turns(3, List.of(0, 5, 0))).isZero();
    }
  }

  @Test
  void turns_emptyRoom_staysUpright() {
    for (int i = 0; i < 20; i++) {
      assertThat(turns(0, List.of(0, 0, 0))).isZero();
    }
  }

  @Test
  void isDue_manyFaces_isFalse() {
    assertThat(upright.isDue(Duration.ZERO, 4)).isFalse();
    assertThat(upright.isDue(Duration.ZERO, 3)).isTrue();
  }

  @Test
  void isDue_emptyRoomForAnHour_isRare() {
    int searches = 0;
    for (int at = 0; at < 3600; at++) {
      if (upright.isDue(Duration.ofSeconds(at), 0)) {
        searches++;
        upright.turns(Duration.ofSeconds(at), 0, turns -> 0);
      }
    }
    assertThat(searches).isBetween(30, 45);
  }

  private int turns(int faces, List<Integer> turned) {
    second += 60;
    return upright.turns(Duration.ofSeconds(second), faces, turns -> turned.get(turns - 1));
  }
}
