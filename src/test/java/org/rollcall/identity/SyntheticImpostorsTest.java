package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Embedding;

class SyntheticImpostorsTest {
  private final FaceSpace space = new FaceSpace(12);

  @Test
  void draw_many_scatterAroundAnyFaceAsTheCohortDoes() {
    List<Embedding> strangers = new SyntheticImpostors(space.cohort(), 1).draw(4000);
    Embedding face = space.person();

    double[] scores = strangers.stream().mapToDouble(s -> space.score(face, s)).toArray();
    double mean = Arrays.stream(scores).average().orElseThrow();
    double square = Arrays.stream(scores).map(score -> score * score).average().orElseThrow();

    assertThat(mean).isCloseTo(0, within(0.1));
    assertThat(Math.sqrt(square)).isCloseTo(1, within(0.1));
  }

  @Test
  void draw_sameSeed_givesTheSamePeople() {
    assertThat(new SyntheticImpostors(space.cohort(), 1).draw(3))
        .isEqualTo(new SyntheticImpostors(space.cohort(), 1).draw(3))
        .doesNotContainAnyElementsOf(new SyntheticImpostors(space.cohort(), 2).draw(3));
  }

  @Test
  void draw_cohortOfFewerPeopleThanCoordinates_stillWorks() {
    CohortBuilder few = new CohortBuilder();
    for (int i = 0; i < 10; i++) {
      few.add(space.person(), space.person());
    }

    assertThat(new SyntheticImpostors(few.build(), 1).draw(50)).doesNotHaveDuplicates().hasSize(50);
  }

  @Test
  void draw_builtInCohort_works() {
    assertThat(new SyntheticImpostors(Cohort.of("compact"), 1).draw(50)).hasSize(50);
  }
}
