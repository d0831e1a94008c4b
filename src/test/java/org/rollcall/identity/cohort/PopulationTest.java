package org.rollcall.identity.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Embedding;

class PopulationTest {
  private static final int DIMENSION = 4;

  /** Two groups that differ in the first coordinate, and scatter by 0.1 in each. */
  private final Population population =
      new Population(
          new Whitening(scatter(), DIMENSION),
          List.of(new float[] {0.6f, 0, 0, 0}, new float[] {-0.6f, 0, 0, 0}));

  @Test
  void shares_faceOfOneGroup_areNearlyAllThere() {
    double[] shares = population.place(Embedding.normalised(0.6f, 0.8f, 0, 0)).shares();

    assertThat(shares[0]).isGreaterThan(0.99);
    assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void shares_faceBetweenTwoGroups_areEqual() {
    assertThat(population.place(Embedding.ofUnit(0, 1, 0, 0)).shares()).containsExactly(0.5, 0.5);
  }

  @Test
  void difference_facesOfOneGroup_leavesOutWhatTheyShare() {
    Embedding one = population.place(Embedding.normalised(0.6f, 0.8f, 0, 0)).difference();
    Embedding other = population.place(Embedding.normalised(0.6f, 0, 0.8f, 0)).difference();

    assertThat(one.cosine(other)).isCloseTo(0, within(0.01f));
  }

  @Test
  void adaptedTo_studentsWhoShareSomethingMore_leavesOutThatToo() {
    Embedding one = Embedding.normalised(0.6f, 0.6f, 0.5f, 0);
    Embedding other = Embedding.normalised(0.6f, 0.6f, 0, 0.5f);
    List<Embedding> students =
        Stream.of(-0.5f, 0.5f)
            .flatMap(
                own ->
                    Stream.of(
                        Embedding.normalised(0.6f, 0.6f, own, 0),
                        Embedding.normalised(0.6f, 0.6f, 0, own)))
            .toList();
    float before = cosine(population, one, other);

    float few = cosine(population.adaptedTo(students), one, other);
    List<Embedding> more = Stream.generate(() -> students).limit(10).flatMap(List::stream).toList();
    float many = cosine(population.adaptedTo(more), one, other);

    assertThat(before).isGreaterThan(0.5f);
    assertThat(few).isLessThan(before);
    assertThat(many).isLessThan(few - 0.1f);
  }

  @Test
  void adaptedTo_studentsOfOneGroup_leavesTheOther() {
    Population adapted = population.adaptedTo(List.of(Embedding.normalised(0.6f, 0.8f, 0, 0)));

    assertThat(adapted.means().get(0)[1]).isGreaterThan(0.05f);
    assertThat(adapted.means().get(1)[1]).isCloseTo(0, within(0.01));
  }

  private static float cosine(Population population, Embedding one, Embedding other) {
    return population.place(one).difference().cosine(population.place(other).difference());
  }

  private static float[] scatter() {
    float[] covariance = new float[DIMENSION * DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      covariance[i * DIMENSION + i] = 0.01f;
    }
    return covariance;
  }
}
