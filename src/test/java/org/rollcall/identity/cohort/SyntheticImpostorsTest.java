package org.rollcall.identity.cohort;

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
    List<Embedding> strangers = impostors(space.cohort(), 1).draw(4000);
    Embedding face = space.person();

    double[] scores = strangers.stream().mapToDouble(s -> space.score(face, s)).toArray();
    double mean = Arrays.stream(scores).average().orElseThrow();
    double square = Arrays.stream(scores).map(score -> score * score).average().orElseThrow();

    assertThat(mean).isCloseTo(0, within(0.1));
    assertThat(Math.sqrt(square)).isCloseTo(1, within(0.1));
  }

  @Test
  void draw_sameSeed_givesTheSamePeople() {
    List<Embedding> students = List.of(space.person());
    List<Embedding> drawn = new SyntheticImpostors(space.cohort(), students, 1).draw(3);

    assertThat(new SyntheticImpostors(space.cohort(), students, 1).draw(3))
        .usingRecursiveComparison()
        .isEqualTo(drawn);
    assertThat(new SyntheticImpostors(space.cohort(), students, 2).draw(3))
        .usingRecursiveComparison()
        .isNotEqualTo(drawn);
  }

  @Test
  void draw_cohortOfFewerPeopleThanCoordinates_stillWorks() {
    CohortBuilder few = new CohortBuilder();
    for (int i = 0; i < 60; i++) {
      few.add("anybody", space.person(), space.person());
    }

    assertThat(impostors(few.build(), 1).draw(50)).doesNotHaveDuplicates().hasSize(50);
  }

  @Test
  void draw_cohortOfTwoGroups_givesPeopleOfTheClasssGroup() {
    CohortBuilder both = new CohortBuilder();
    Embedding kind = space.person();
    for (int i = 0; i < 100; i++) {
      both.add("some", space.seen(kind, 0.6), space.seen(kind, 0.6));
      both.add("others", space.person(), space.person());
    }
    Cohort cohort = both.build();
    List<Embedding> students = List.of(space.seen(kind, 0.6), space.seen(kind, 0.6));

    List<Embedding> strangers = new SyntheticImpostors(cohort, students, 1).draw(200);

    assertThat(strangers.stream().filter(stranger -> stranger.cosine(kind) > 0.3))
        .hasSizeGreaterThan(180);
  }

  @Test
  void draw_builtInCohort_works() {
    float[] ones = new float[256];
    Arrays.fill(ones, 1);
    List<Embedding> students = List.of(Embedding.normalised(ones));
    assertThat(new SyntheticImpostors(Cohort.of("compact"), students, 1).draw(50)).hasSize(50);
  }

  private SyntheticImpostors impostors(Cohort cohort, long seed) {
    return new SyntheticImpostors(cohort, List.of(space.person()), seed);
  }
}
