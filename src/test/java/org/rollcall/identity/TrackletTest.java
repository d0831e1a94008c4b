package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.rollcall.identity.MadeTracks.seat;
import static org.rollcall.identity.MadeTracks.seconds;
import static org.rollcall.identity.MadeTracks.sighting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.identity.cohort.FaceSpace;
import org.rollcall.model.picture.Embedding;

class TrackletTest {
  private final FaceSpace space = new FaceSpace(1);
  private final Embedding ada = space.person();
  private final Embedding bo = space.person();
  private final Embedding cem = space.person();

  @Test
  void of_onePerson_isOneTrack() {
    List<Tracklet> tracks = tracklets(Collections.nCopies(12, ada));

    assertThat(tracks).hasSize(1);
    assertThat(tracks.get(0).path()).hasSize(60);
    assertThat(tracks.get(0).mean().cosine(ada)).isGreaterThan(0.95f);
  }

  @Test
  void of_anotherPersonTakesTheSeat_isTwoTracks() {
    List<Embedding> faces = new ArrayList<>(Collections.nCopies(5, ada));
    faces.addAll(Collections.nCopies(7, bo));

    List<Tracklet> tracks = tracklets(faces);

    assertThat(tracks).hasSize(2);
    assertThat(tracks.get(0).mean().cosine(ada)).isGreaterThan(0.9f);
    assertThat(tracks.get(1).mean().cosine(bo)).isGreaterThan(0.9f);
    assertThat(tracks.get(0).last()).isEqualTo(seconds(24));
    assertThat(tracks.get(1).first()).isEqualTo(seconds(25));
  }

  @Test
  void of_threePeopleInTurn_isThreeTracks() {
    List<Embedding> faces = new ArrayList<>(Collections.nCopies(4, ada));
    faces.addAll(Collections.nCopies(4, bo));
    faces.addAll(Collections.nCopies(4, cem));

    List<Tracklet> tracks = tracklets(faces);

    assertThat(tracks).hasSize(3);
    assertThat(tracks.stream().mapToInt(track -> track.path().size()).sum()).isEqualTo(60);
    assertThat(tracks.get(1).mean().cosine(bo)).isGreaterThan(0.9f);
  }

  @Test
  void of_oneOddCrop_isStillOneTrack() {
    List<Embedding> faces = new ArrayList<>(Collections.nCopies(11, ada));
    faces.add(bo);

    assertThat(tracklets(faces)).hasSize(1);
  }

  @Test
  void of_blurredCrops_countLessInTheMean() {
    Track track =
        new Track(
            List.of(new Track.Step(seconds(0), seat(1))),
            List.of(sighting(0, seat(1), 1), sighting(1, seat(1), 0)));

    Tracklet tracklet = Tracklet.of(track, List.of(ada, bo), space.cohort()).get(0);

    assertThat(tracklet.mean().cosine(ada)).isGreaterThan(tracklet.mean().cosine(bo));
    assertThat(tracklet.best().at()).isEqualTo(seconds(0));
  }

  @Test
  void of_wrongNumberOfEmbeddings_isRefused() {
    Track track =
        new Track(List.of(new Track.Step(seconds(0), seat(1))), List.of(sighting(0, seat(1))));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tracklet.of(track, List.of(ada, bo), space.cohort()))
        .withMessage("2 embeddings for 1 crops");
  }

  @Test
  void shifted_pathAndBest_moveTogether() {
    Tracklet track = MadeTracks.track(ada, 1, 10, 20);

    Tracklet moved = track.shifted(seconds(2700), 1);

    assertThat(moved.first()).isEqualTo(seconds(2710));
    assertThat(moved.last()).isEqualTo(seconds(2720));
    assertThat(moved.best().at()).isEqualTo(seconds(2710));
    assertThat(moved.best().face()).isEqualTo(track.best().face());
    assertThat(moved.mean()).isEqualTo(track.mean());
    assertThat(moved.weight()).isEqualTo(track.weight());
    assertThat(moved.camera()).isEqualTo(1);
  }

  @Test
  void shifted_thereAndBack_isTheSame() {
    Tracklet track = MadeTracks.track(ada, 1, 10, 20);

    assertThat(track.shifted(seconds(-5), 2).shifted(seconds(5), 0)).isEqualTo(track);
  }

  @Test
  void shifted_cameraBelowZero_isRefused() {
    Tracklet track = MadeTracks.track(ada, 1, 10, 20);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> track.shifted(seconds(0), -1))
        .withMessageContaining("camera");
  }

  /** Describes a track of a minute, with a crop every five seconds. */
  private List<Tracklet> tracklets(List<Embedding> people) {
    List<Track.Step> path =
        IntStream.range(0, 60).mapToObj(s -> new Track.Step(seconds(s), seat(1))).toList();
    List<Sighting> best =
        IntStream.range(0, people.size()).mapToObj(i -> sighting(5 * i, seat(1))).toList();
    List<Embedding> seen = people.stream().map(person -> space.seen(person, 0.8)).toList();
    return Tracklet.of(new Track(path, best), seen, space.cohort());
  }
}
