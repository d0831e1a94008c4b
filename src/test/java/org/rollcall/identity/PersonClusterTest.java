package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.rollcall.identity.MadeTracks.seconds;
import static org.rollcall.identity.MadeTracks.track;
import static org.rollcall.identity.MadeTracks.weighing;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Embedding;

class PersonClusterTest {
  private static final Embedding RIGHT = Embedding.ofUnit(1, 0);
  private static final Embedding UP = Embedding.ofUnit(0, 1);

  @Test
  void times_tracksInAnyOrder_areFirstAndLastOfAll() {
    PersonCluster person =
        new PersonCluster(List.of(track(RIGHT, 1, 50, 60), track(RIGHT, 1, 0, 9)));

    assertThat(person.first()).isEqualTo(seconds(0));
    assertThat(person.last()).isEqualTo(seconds(60));
    assertThat(person.sightings()).isEqualTo(21);
  }

  @Test
  void mean_tracksOfDifferentWeight_leansToTheHeavier() {
    PersonCluster person =
        new PersonCluster(
            List.of(weighing(3, track(RIGHT, 1, 0, 9)), weighing(4, track(UP, 1, 20, 29))));

    assertThat(person.mean().values()).containsExactly(0.6f, 0.8f);
  }

  @Test
  void mean_tracksWithoutWeight_stillHasADirection() {
    assertThat(PersonCluster.of(weighing(0, track(UP, 1, 0, 9))).mean()).isEqualTo(UP);
  }

  @Test
  void excludes_touchingAtOneMoment_areTwoPeople() {
    PersonCluster early = PersonCluster.of(track(RIGHT, 1, 0, 10));

    assertThat(early.excludes(PersonCluster.of(track(UP, 2, 10, 20)))).isTrue();
    assertThat(early.excludes(PersonCluster.of(track(UP, 2, 11, 20)))).isFalse();
  }

  @Test
  void excludes_twoCamerasAtOneMoment_mayBeOnePerson() {
    PersonCluster one = PersonCluster.of(track(RIGHT, 1, 0, 10));
    PersonCluster other = PersonCluster.of(track(UP, 2, 5, 20).shifted(Duration.ZERO, 1));

    assertThat(one.excludes(other)).isFalse();
    assertThat(one.with(other).excludes(PersonCluster.of(track(UP, 3, 20, 30)))).isFalse();
    assertThat(one.with(other).excludes(PersonCluster.of(track(UP, 3, 10, 30)))).isTrue();
  }

  @Test
  void last_tracksOfTwoCameras_isTheLatestOfAll() {
    PersonCluster person =
        new PersonCluster(
            List.of(track(RIGHT, 1, 0, 90), track(RIGHT, 1, 10, 20).shifted(Duration.ZERO, 1)));

    assertThat(person.first()).isEqualTo(seconds(0));
    assertThat(person.last()).isEqualTo(seconds(90));
  }

  @Test
  void constructor_noTrack_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PersonCluster(List.of()));
  }
}
