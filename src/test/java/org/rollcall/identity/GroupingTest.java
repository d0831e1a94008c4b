package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.identity.MadeTracks.track;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.identity.cohort.FaceSpace;
import org.rollcall.model.picture.Embedding;

class GroupingTest {
  private final FaceSpace space = new FaceSpace(7);
  private final Embedding ada = space.person();
  private final Embedding bo = space.person();

  @Test
  void group_samePersonAfterAGap_isOnePerson() {
    List<PersonCluster> persons = group(track(seen(ada), 1, 0, 10), track(seen(ada), 1, 30, 40));

    assertThat(persons).hasSize(1);
    assertThat(persons.get(0).sightings()).isEqualTo(22);
  }

  @Test
  void group_samePersonInAnotherSeat_isOnePerson() {
    assertThat(group(track(seen(ada), 1, 0, 10), track(seen(ada), 4, 30, 40))).hasSize(1);
  }

  @Test
  void group_twoPeopleInOneSeat_staysTwo() {
    assertThat(group(track(seen(ada), 1, 0, 10), track(seen(bo), 1, 12, 20))).hasSize(2);
  }

  @Test
  void group_sameFaceTwiceAtOnce_staysTwo() {
    Embedding face = seen(ada);

    assertThat(group(track(face, 1, 0, 10), track(face, 2, 10, 20))).hasSize(2);
  }

  @Test
  void group_twoSittersInTurns_areTwoPersons() {
    List<PersonCluster> persons =
        group(
            track(seen(ada), 1, 0, 10),
            track(seen(bo), 1, 20, 30),
            track(seen(ada), 1, 40, 50),
            track(seen(bo), 1, 60, 70));

    assertThat(persons).hasSize(2).allMatch(person -> person.tracks().size() == 2);
  }

  @Test
  void group_onePersonSeenByTwoCamerasAtOnce_isOnePerson() {
    assertThat(group(track(seen(ada), 1, 0, 10), onSecondCamera(track(seen(ada), 4, 0, 10))))
        .singleElement()
        .satisfies(person -> assertThat(person.tracks()).hasSize(2));
  }

  @Test
  void group_twoPeopleSeenByTwoCameras_areTwoPersonsOfTwoTracks() {
    List<PersonCluster> persons =
        group(
            track(seen(ada), 1, 0, 10),
            track(seen(bo), 2, 0, 10),
            onSecondCamera(track(seen(ada), 2, 0, 10)),
            onSecondCamera(track(seen(bo), 1, 0, 10)));

    assertThat(persons).hasSize(2).allMatch(person -> person.tracks().size() == 2);
  }

  @Test
  void group_samePlaceInThePictureOfAnotherCamera_isNotTheSameSeat() {
    double between =
        space.cohort().limit(Math.sqrt(Grouping.SAME_SEAT_RATE * Grouping.SAME_PERSON_RATE));
    Embedding other = space.scoring(ada, between);

    assertThat(group(track(ada, 1, 0, 10), track(other, 1, 20, 30))).hasSize(1);
    assertThat(group(track(ada, 1, 0, 10), onSecondCamera(track(other, 1, 20, 30)))).hasSize(2);
  }

  @Test
  void group_sameFaceTwiceAtOnceInTheSecondCamera_staysTwo() {
    Embedding face = seen(ada);

    assertThat(
            group(
                onSecondCamera(track(face, 1, 0, 10)),
                onSecondCamera(track(face, 2, 10, 20)),
                track(seen(ada), 1, 0, 20)))
        .hasSize(2);
  }

  private static Tracklet onSecondCamera(Tracklet track) {
    return track.shifted(Duration.ZERO, 1);
  }

  @Test
  void group_nothing_isNobody() {
    assertThat(group()).isEmpty();
  }

  private Embedding seen(Embedding person) {
    return space.seen(person, 0.95);
  }

  private List<PersonCluster> group(Tracklet... tracks) {
    return Grouping.group(List.of(tracks), space.cohort());
  }
}
