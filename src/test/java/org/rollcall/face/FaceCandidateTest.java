package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Box;

class FaceCandidateTest {
  private static final Box TEN = new Box(10, 10, 20, 20);

  @Test
  void regressed_sharesOfTheSides_moveTheEdges() {
    float[] output = {9, 0.1f, -0.5f, -0.2f, 1};

    assertThat(FaceCandidate.regressed(TEN, output, 1, 1)).isEqualTo(new Box(11, 5, 18, 30));
  }

  @Test
  void regressed_numbersInPlanes_areFoundByTheStride() {
    float[] output = {0, 0.5f, 0, 0.5f, 0, 0, 0, 0};

    assertThat(FaceCandidate.regressed(TEN, output, 1, 2)).isEqualTo(new Box(15, 15, 20, 20));
  }

  @Test
  void regressed_edgesThatCross_makeAnEmptyBox() {
    float[] output = {1.5f, 0, -0.5f, 0};

    assertThat(FaceCandidate.regressed(TEN, output, 0, 1).area()).isZero();
  }

  @Test
  void square_uprightBox_keepsCentreAndHeight() {
    assertThat(FaceCandidate.square(new Box(10, 0, 20, 40))).isEqualTo(new Box(-5, 0, 35, 40));
    assertThat(FaceCandidate.square(TEN)).isEqualTo(TEN);
  }

  @Test
  void strongest_overlap_keepsTheBest() {
    FaceCandidate best = candidate(0, 10, 0.9f);
    FaceCandidate weaker = candidate(1, 11, 0.8f);
    FaceCandidate apart = candidate(30, 40, 0.7f);

    assertThat(strongest(Suppression.BY_UNION, weaker, apart, best)).containsExactly(best, apart);
  }

  @Test
  void strongest_chain_comparesOnlyWithThoseKept() {
    FaceCandidate first = candidate(0, 10, 0.9f);
    FaceCandidate between = candidate(1.5f, 11.5f, 0.8f);
    FaceCandidate last = candidate(3, 13, 0.7f);

    assertThat(strongest(Suppression.BY_UNION, first, between, last)).containsExactly(first, last);
  }

  @Test
  void strongest_smallBoxInsideALargeOne_isTheSameBySmallerOnly() {
    FaceCandidate large = candidate(0, 100, 0.9f);
    FaceCandidate small = candidate(40, 60, 0.8f);

    assertThat(strongest(Suppression.BY_SMALLER, small, large)).containsExactly(large);
    assertThat(strongest(Suppression.BY_UNION, small, large)).containsExactly(large, small);
  }

  @Test
  void strongest_emptyBoxes_doNotFail() {
    FaceCandidate empty = candidate(5, 5, 0.9f);

    assertThat(strongest(Suppression.BY_SMALLER, empty, empty)).hasSize(2);
    assertThat(strongest(Suppression.BY_SMALLER)).isEmpty();
  }

  private static List<FaceCandidate> strongest(
      Suppression suppression, FaceCandidate... candidates) {
    return suppression.strongest(
        List.of(candidates), FaceCandidate::box, FaceCandidate::score, 0.5f);
  }

  private static FaceCandidate candidate(float from, float to, float score) {
    return new FaceCandidate(new Box(from, from, to, to), score);
  }
}
