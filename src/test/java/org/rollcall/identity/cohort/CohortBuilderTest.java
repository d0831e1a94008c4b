package org.rollcall.identity.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Embedding;

class CohortBuilderTest {
  private final FaceSpace space = new FaceSpace(5);

  @Test
  void limit_strangersNobodyHasCounted_reachItAsOftenAsItSays() {
    List<Embedding> people = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      people.add(space.person());
    }

    assertThat(shareAbove(people, space.cohort().limit(0.1))).isBetween(0.08, 0.12);
    assertThat(shareAbove(people, space.cohort().limit(0.01))).isBetween(0.007, 0.014);
    assertThat(shareAbove(people, space.cohort().limit(0.001))).isBetween(0.0003, 0.0025);
  }

  @Test
  void limit_rarer_isHigher() {
    double before = space.cohort().limit(0.2);
    for (double rate = 0.1; rate > 1e-7; rate /= 2) {
      double limit = space.cohort().limit(rate);
      assertThat(limit).isGreaterThan(before);
      before = limit;
    }
  }

  @Test
  void write_sameFaces_givesTheSameFile() throws IOException {
    CohortBuilder builder = new CohortBuilder();
    for (int i = 0; i < 60; i++) {
      builder.add("anybody", space.person(), space.person());
    }

    assertThat(written(builder)).isEqualTo(written(builder));
  }

  private static byte[] written(CohortBuilder builder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    builder.write(out);
    return out.toByteArray();
  }

  private double shareAbove(List<Embedding> people, double limit) {
    List<Cohort.Measured> measured = people.stream().map(space.cohort()::measure).toList();
    int above = 0;
    int pairs = 0;
    for (int i = 0; i < measured.size(); i++) {
      for (int j = i + 1; j < measured.size(); j++) {
        above += measured.get(i).score(measured.get(j)) >= limit ? 1 : 0;
        pairs++;
      }
    }
    return (double) above / pairs;
  }
}
