package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Embedding;

class MadeStrangersTest {
  private final FaceSpace space = new FaceSpace(12);

  @Test
  void draw_many_scatterAroundAnyFaceAsTheCohortDoes() {
    List<Embedding> strangers = new MadeStrangers(space.cohort(), 1).draw(4000);
    Embedding face = space.person();
    Cohort.Measured measured = space.cohort().measure(face);

    double[] cosines = strangers.stream().mapToDouble(face::cosine).toArray();
    double mean = Arrays.stream(cosines).average().orElseThrow();
    double squares = Arrays.stream(cosines).map(c -> (c - mean) * (c - mean)).sum();

    assertThat(mean).isCloseTo(measured.average(), within(0.1 * measured.deviation()));
    assertThat(Math.sqrt(squares / cosines.length))
        .isCloseTo(measured.deviation(), within(0.1 * measured.deviation()));
  }

  @Test
  void draw_sameSeed_givesTheSamePeople() {
    assertThat(new MadeStrangers(space.cohort(), 1).draw(3))
        .isEqualTo(new MadeStrangers(space.cohort(), 1).draw(3))
        .doesNotContainAnyElementsOf(new MadeStrangers(space.cohort(), 2).draw(3));
  }

  @Test
  void draw_cohortOfFewerPeopleThanCoordinates_stillWorks() {
    CohortBuilder few = new CohortBuilder();
    for (int i = 0; i < 10; i++) {
      few.add(space.person(), space.person());
    }

    assertThat(new MadeStrangers(few.build(), 1).draw(50)).doesNotHaveDuplicates().hasSize(50);
  }

  @Test
  void draw_builtInCohort_works() {
    assertThat(new MadeStrangers(Cohort.of("compact"), 1).draw(50)).hasSize(50);
  }
}
