package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;

class ClassCalibrationTest {
  private final FaceSpace space = new FaceSpace(9);

  @Test
  void raise_classLikeTheCohort_leavesTheLimit() {
    assertThat(calibration(people(30)).raise(4)).isEqualTo(4);
  }

  @Test
  void raise_classOfPeopleWhoAreAlike_letsAsFewStrangersOfThatKindPass() {
    Embedding kind = space.person();
    double limit = calibration(relatives(kind, 30)).raise(space.cohort().limit(0.001));

    List<Embedding> strangers = relatives(kind, 300);

    assertThat(shareAbove(space.cohort().limit(0.001), strangers)).isGreaterThan(0.05);
    assertThat(shareAbove(limit, strangers)).isLessThan(0.01);
  }

  @Test
  void raise_fewerPeopleWhoAreAlike_raisesLess() {
    Embedding kind = space.person();

    double few = calibration(relatives(kind, 4)).raise(4);
    double many = calibration(relatives(kind, 40)).raise(4);

    assertThat(few).isBetween(4.0, many - 0.3);
  }

  @Test
  void raise_peopleLessAlikeThanTheCohort_neverLowers() {
    Embedding one = space.person();
    Embedding opposite = Embedding.normalised(negative(one));

    assertThat(calibration(List.of(one, opposite)).raise(4)).isGreaterThanOrEqualTo(4);
  }

  @Test
  void raise_twinsInAClassLikeTheCohort_leaveTheLimit() {
    List<Embedding> people = people(30);
    people.add(space.seen(people.get(0), 0.95));

    assertThat(calibration(people).raise(4)).isEqualTo(4);
  }

  @Test
  void raise_nobodyOrOneStudent_leavesTheLimit() {
    assertThat(calibration(List.of()).raise(4)).isEqualTo(4);
    assertThat(calibration(people(1)).raise(4)).isEqualTo(4);
  }

  private ClassCalibration calibration(List<Embedding> people) {
    List<Template> templates = new ArrayList<>();
    for (Embedding person : people) {
      String id = "" + templates.size();
      templates.add(new Template(new Student(id, id), person));
    }
    return ClassCalibration.of(templates, space.cohort());
  }

  private List<Embedding> people(int count) {
    List<Embedding> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(space.person());
    }
    return people;
  }

  /** {@return people who have something in common: two of them score about 2} */
  private List<Embedding> relatives(Embedding kind, int count) {
    return Stream.generate(() -> space.seen(kind, 0.45)).limit(count).toList();
  }

  private double shareAbove(double limit, List<Embedding> people) {
    List<Cohort.Measured> measured = people.stream().map(space.cohort()::measure).toList();
    long above = 0;
    long pairs = 0;
    for (int i = 0; i < people.size(); i++) {
      for (int j = i + 1; j < people.size(); j++) {
        above += measured.get(i).score(measured.get(j)) >= limit ? 1 : 0;
        pairs++;
      }
    }
    return (double) above / pairs;
  }

  private static float[] negative(Embedding one) {
    float[] values = new float[one.dimension()];
    one.addTo(values, -1);
    return values;
  }
}
