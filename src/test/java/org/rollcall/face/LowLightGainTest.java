package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LowLightGainTest {
  @Test
  void brighten_darkFace_isScaledToTheTargetBrightness() {
    float[] face = {30, 50, 30, 50, 30, 50};

    LowLightGain.brighten(new Plane(2, 1, face, 0));

    assertThat(face).containsExactly(60, 100, 60, 100, 60, 100);
  }

  @Test
  void brighten_brightFace_staysAsItIs() {
    float[] face = {80, 90, 80, 90, 80, 90};

    LowLightGain.brighten(new Plane(2, 1, face, 0));

    assertThat(face).containsExactly(80, 90, 80, 90, 80, 90);
  }

  @Test
  void brighten_fewBrightPixels_staysWithinWhite() {
    float[] face = new float[3 * 100];
    Arrays.fill(face, 10);
    face[7] = 200;

    LowLightGain.brighten(new Plane(10, 10, face, 0));

    assertThat(face[7]).isEqualTo(255);
    assertThat(face[8]).isBetween(59f, 61f);
  }

  @Test
  void brighten_blackFace_staysBlack() {
    float[] face = new float[12];

    LowLightGain.brighten(new Plane(2, 2, face, 0));

    assertThat(face).containsOnly(0);
  }

  @Test
  void brighten_oneOfSeveral_leavesTheOthers() {
    float[] faces = {20, 20, 20, 40, 40, 40, 20, 20, 20};

    LowLightGain.brighten(new Plane(1, 1, faces, 3));

    assertThat(faces).containsExactly(20, 20, 20, 80, 80, 80, 20, 20, 20);
  }
}
