package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.identity.MadeTracks.track;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rollcall.identity.cohort.FaceSpace;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;

class ReidentifierTest {
  private final FaceSpace space = new FaceSpace(5);
  private final Reidentifier reidentifier = new Reidentifier(space.cohort());
  private final Embedding ada = space.person();
  private final Embedding bo = space.person();

  @Test
  void reidentify_nobodyKnown_allAreNew() {
    PersonCluster one = person(ada, 1, 0, 30);
    PersonCluster other = person(bo, 2, 0, 20);

    assertThat(reidentifier.reidentify(List.of(one, other), List.of()))
        .containsExactly(isNew(one), isNew(other));
  }

  @Test
  void reidentify_nobodySeen_isEmpty() {
    assertThat(reidentifier.reidentify(List.of(), List.of(ada))).isEmpty();
  }

  @Test
  void reidentify_seenBefore_isRecognised() {
    PersonCluster one = person(space.seen(ada, 0.8), 1, 0, 30);
    PersonCluster other = person(space.person(), 2, 0, 20);

    assertThat(reidentifier.reidentify(List.of(one, other), List.of(bo, ada)))
        .containsExactly(is(one, 1), isNew(other));
  }

  @Test
  void reidentify_scoreAboutTheLimit_decides() {
    double limit = space.cohort().limit(0.001 / Identifier.FEWEST_STRANGERS);
    PersonCluster above = person(space.scoring(ada, limit + 0.1), 1, 0, 30);
    PersonCluster below = person(space.scoring(ada, limit - 0.1), 1, 0, 30);

    assertThat(reidentifier.reidentify(List.of(above), List.of(ada))).containsExactly(is(above, 0));
    assertThat(reidentifier.reidentify(List.of(below), List.of(ada))).containsExactly(isNew(below));
  }

  @Test
  void reidentify_twoAtTheSameTime_areNotTheSamePerson() {
    PersonCluster nearer = person(space.seen(ada, 0.95), 1, 0, 30);
    PersonCluster farther = person(space.seen(ada, 0.8), 2, 10, 60);

    assertThat(reidentifier.reidentify(List.of(farther, nearer), List.of(ada)))
        .containsExactlyInAnyOrder(is(nearer, 0), isNew(farther));
  }

  @Test
  void reidentify_fragmentsOneAfterTheOther_areOnePerson() {
    PersonCluster morning = person(space.seen(ada, 0.8), 1, 0, 30);
    PersonCluster noon = person(space.seen(ada, 0.8), 2, 40, 50);
    PersonCluster evening = person(space.seen(ada, 0.8), 3, 60, 70);

    assertThat(reidentifier.reidentify(List.of(noon, evening, morning), List.of(bo, ada)))
        .containsExactly(is(morning.with(noon).with(evening), 1));
    assertThat(reidentifier.reidentify(List.of(noon, evening, morning), List.of()))
        .containsExactly(isNew(morning.with(noon).with(evening)));
  }

  @Test
  void reidentify_fragmentAtTheTimeOfAnother_staysApart() {
    PersonCluster whole = person(space.seen(ada, 0.9), 1, 0, 30);
    PersonCluster double1 = person(space.seen(ada, 0.8), 2, 40, 60);
    PersonCluster double2 = person(space.seen(ada, 0.8), 3, 50, 65);

    assertThat(reidentifier.reidentify(List.of(whole, double1, double2), List.of(ada)))
        .containsExactly(is(whole.with(double1), 0), isNew(double2));
  }

  @Test
  void reidentify_lookAlikes_eachGetTheirOwn() {
    Embedding cy = space.scoring(ada, 5);
    PersonCluster one = person(space.seen(ada, 0.95), 1, 0, 30);
    PersonCluster other = person(space.seen(cy, 0.95), 2, 0, 20);

    assertThat(reidentifier.reidentify(List.of(one, other), List.of(cy, ada)))
        .containsExactly(is(one, 1), is(other, 0));
  }

  @Test
  void duplicate_sameFaceInDifferentLessons_isFound() {
    List<Embedding> known = List.of(bo, space.seen(ada, 0.8), space.person(), space.seen(ada, 0.8));

    assertThat(reidentifier.duplicate(known, (one, other) -> false)).contains(new Duplicate(1, 3));
    assertThat(reidentifier.duplicate(known, (one, other) -> one == 1 && other == 3)).isEmpty();
  }

  @Test
  void duplicate_severalOfOnePerson_isTheMostAlike() {
    List<Embedding> known = List.of(ada, space.scoring(ada, 5), space.scoring(ada, 7));

    assertThat(reidentifier.duplicate(known, (one, other) -> false)).contains(new Duplicate(0, 2));
  }

  @Test
  void duplicate_strangersOnly_isEmpty() {
    assertThat(reidentifier.duplicate(List.of(ada, bo), (one, other) -> false)).isEmpty();
    assertThat(reidentifier.duplicate(List.of(), (one, other) -> false)).isEmpty();
  }

  @Test
  void students_amongUnknownPersons_areFound() {
    Student student = new Student("s1", "Ada");
    List<Template> templates =
        List.of(new Template(new Student("s2", "Cy"), space.person()), new Template(student, ada));

    assertThat(reidentifier.students(List.of(bo, space.seen(ada, 0.8)), templates))
        .containsExactly(Optional.empty(), Optional.of(student));
    assertThat(reidentifier.students(List.of(ada), List.of())).containsExactly(Optional.empty());
  }

  private static PersonCluster person(Embedding face, int seat, int first, int last) {
    return PersonCluster.of(track(face, seat, first, last));
  }

  private static Reidentified is(PersonCluster person, int known) {
    return new Reidentified(person, OptionalInt.of(known));
  }

  private static Reidentified isNew(PersonCluster person) {
    return new Reidentified(person, OptionalInt.empty());
  }
}
