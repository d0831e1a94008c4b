package org.rollcall.video.convert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each case is one column of samples; the teeth are in the odd rows. */
class DeinterlacerTest {
  @Test
  void remove_teeth_areFilledFromAboveAndBelow() {
    assertThat(removed(50, 200, 60, 20, 70, 200)).containsExactly(50, 55, 60, 65, 70, 200);
  }

  @Test
  void remove_edge_staysSharp() {
    assertThat(removed(50, 50, 50, 200, 200, 200)).containsExactly(50, 50, 50, 200, 200, 200);
  }

  @Test
  void remove_noise_isLeftAlone() {
    assertThat(removed(50, 74, 50, 26, 50)).containsExactly(50, 74, 50, 26, 50);
    assertThat(removed(50, 75, 50, 25, 50)).containsExactly(50, 50, 50, 50, 50);
  }

  private static int[] removed(int... column) {
    byte[] samples = new byte[column.length];
    for (int i = 0; i < column.length; i++) {
      samples[i] = (byte) column[i];
    }
    Deinterlacer.remove(samples, 1);
    int[] after = new int[column.length];
    for (int i = 0; i < column.length; i++) {
      after[i] = samples[i] & 0xff;
    }
    return after;
  }
}
