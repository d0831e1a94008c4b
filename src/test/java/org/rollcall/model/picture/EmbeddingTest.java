package org.rollcall.model.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmbeddingTest {
  private static final float TOLERANCE = 1e-6f;

  @Test
  void cosine_handMade_isAsByHand() {
    Embedding one = Embedding.normalised(3, 4);
    Embedding other = Embedding.normalised(4, 3);

    assertThat(one.cosine(other)).isCloseTo(24 / 25f, within(TOLERANCE));
    assertThat(one.cosine(one)).isCloseTo(1, within(TOLERANCE));
    assertThat(one.cosine(Embedding.normalised(-3, -4))).isCloseTo(-1, within(TOLERANCE));
    assertThat(one.cosine(Embedding.normalised(-4, 3))).isCloseTo(0, within(TOLERANCE));
  }

  @Test
  void cosine_anotherDimension_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Embedding.normalised(1, 0).cosine(Embedding.normalised(1, 0, 0)))
        .withMessageContaining("2 and 3 numbers")
        .withMessageContaining("different model packs");
  }

  @Test
  void normalized_anyLength_becomesOne() {
    assertThat(Embedding.normalised(0, 0.003f, 0.004f).values())
        .containsExactly(new float[] {0, 0.6f, 0.8f}, within(TOLERANCE));
  }

  @Test
  void normalized_withoutDirection_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Embedding.normalised(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Embedding.normalised(1, Float.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Embedding.normalised(1, Float.NEGATIVE_INFINITY));
  }

  @Test
  void ofUnit_lengthNearOne_isKeptAsItIs() {
    assertThat(Embedding.ofUnit(0.6f, 0.8f).values()).containsExactly(0.6f, 0.8f);
    assertThat(Embedding.ofUnit(1.0005f).values()).containsExactly(1.0005f);
  }

  @Test
  void ofUnit_anotherLength_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Embedding.ofUnit(0.6f, 0.9f))
        .withMessageContaining("must have length 1");
    assertThatIllegalArgumentException().isThrownBy(() -> Embedding.ofUnit(Float.NaN));
  }

  @Test
  void values_changedOutside_changeNothingInside() {
    float[] values = {0.6f, 0.8f};
    Embedding embedding = Embedding.ofUnit(values);
    values[0] = 7;
    embedding.values()[1] = 7;

    assertThat(embedding).isEqualTo(Embedding.ofUnit(0.6f, 0.8f));
  }

  @Test
  void addTo_weights_makeAWeightedMean() {
    float[] sum = new float[2];
    Embedding.ofUnit(1, 0).addTo(sum, 3);
    Embedding.ofUnit(0, 1).addTo(sum, 4);

    assertThat(Embedding.normalised(sum)).isEqualTo(Embedding.ofUnit(0.6f, 0.8f));
  }

  @Test
  void addTo_sumOfAnotherDimension_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Embedding.ofUnit(1, 0).addTo(new float[3], 1));
  }

  @Test
  void copyTo_offset_leavesTheRestAlone() {
    float[] joined = {9, 9, 9, 9};
    Embedding.ofUnit(0, 1).copyTo(joined, 1, 0.5f);

    assertThat(joined).containsExactly(9, 0, 0.5f, 9);
  }

  @Test
  void toString_ofAFace_doesNotTellIt() {
    assertThat(Embedding.ofUnit(0.6f, 0.8f)).hasToString("Embedding[2]");
  }
}
