package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Box;

class CandidateTest {
  private static final Box TEN = new Box(10, 10, 20, 20);

  @Test
  void regressed_sharesOfTheSides_moveTheEdges() {
    float[] output = {9, 0.1f, -0.5f, -0.2f, 1};

    assertThat(Candidate.regressed(TEN, output, 1, 1)).isEqualTo(new Box(11, 5, 18, 30));
  }

  @Test
  void regressed_numbersInPlanes_areFoundByTheStride() {
    float[] output = {0, 0.5f, 0, 0.5f, 0, 0, 0, 0};

    assertThat(Candidate.regressed(TEN, output, 1, 2)).isEqualTo(new Box(15, 15, 20, 20));
  }

  @Test
  void regressed_edgesThatCross_makeAnEmptyBox() {
    float[] output = {1.5f, 0, -0.5f, 0};

    assertThat(Candidate.regressed(TEN, output, 0, 1).area()).isZero();
  }

  @Test
  void square_uprightBox_keepsCentreAndHeight() {
    assertThat(Candidate.square(new Box(10, 0, 20, 40))).isEqualTo(new Box(-5, 0, 35, 40));
    assertThat(Candidate.square(TEN)).isEqualTo(TEN);
  }

  @Test
  void strongest_overlap_keepsTheBest() {
    Candidate best = candidate(0, 10, 0.9f);
    Candidate weaker = candidate(1, 11, 0.8f);
    Candidate apart = candidate(30, 40, 0.7f);

    assertThat(strongest(Suppression.BY_UNION, weaker, apart, best)).containsExactly(best, apart);
  }

  @Test
  void strongest_chain_comparesOnlyWithThoseKept() {
    Candidate first = candidate(0, 10, 0.9f);
    Candidate between = candidate(1.5f, 11.5f, 0.8f);
    Candidate last = candidate(3, 13, 0.7f);

    assertThat(strongest(Suppression.BY_UNION, first, between, last)).containsExactly(first, last);
  }

  @Test
  void strongest_smallBoxInsideALargeOne_isTheSameBySmallerOnly() {
    Candidate large = candidate(0, 100, 0.9f);
    Candidate small = candidate(40, 60, 0.8f);

    assertThat(strongest(Suppression.BY_SMALLER, small, large)).containsExactly(large);
    assertThat(strongest(Suppression.BY_UNION, small, large)).containsExactly(large, small);
  }

  @Test
  void strongest_emptyBoxes_doNotFail() {
    Candidate empty = candidate(5, 5, 0.9f);

    assertThat(strongest(Suppression.BY_SMALLER, empty, empty)).hasSize(2);
    assertThat(strongest(Suppression.BY_SMALLER)).isEmpty();
  }

  private static List<Candidate> strongest(Suppression suppression, Candidate... candidates) {
    return suppression.strongest(List.of(candidates), Candidate::box, Candidate::score, 0.5f);
  }

  private static Candidate candidate(float from, float to, float score) {
    return new Candidate(new Box(from, from, to, to), score);
  }
}
