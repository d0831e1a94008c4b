package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.identity.MadeTracks.seat;
import static org.rollcall.identity.MadeTracks.seconds;
import static org.rollcall.identity.MadeTracks.sighting;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.identity.cohort.FaceSpace;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;

class TrackEmbedderTest {
  private final FaceSpace space = new FaceSpace(6);
  private final IdentityHashMap<FaceCrop, Embedding> faces = new IdentityHashMap<>();
  private final List<FaceCrop> embedded = new ArrayList<>();
  private final List<FaceCrop> glanced = new ArrayList<>();
  private final TrackEmbedder trackEmbedder = embedder(true);

  private final Embedding ada = space.person();
  private final Embedding bo = space.person();

  @Test
  void embed_firstTrackOfASeat_embedsAllCrops() {
    List<Tracklet> tracklets = trackEmbedder.embed(List.of(track(1, 0, ada, 12)));

    assertThat(embedded).hasSize(12);
    assertThat(tracklets).singleElement().satisfies(face -> isLike(face, ada));
  }

  @Test
  void embed_wellKnownPersonInTheSeat_glancesAtFewCrops() {
    sitLong(1, ada);

    List<Tracklet> tracklets = trackEmbedder.embed(List.of(track(1, 200, ada, 10)));

    assertThat(embedded).isEmpty();
    assertThat(glanced).hasSize(1);
    assertThat(tracklets).singleElement().satisfies(face -> isLike(face, ada));
    assertThat(tracklets.get(0).path()).hasSize(10);
  }

  @Test
  void embed_notSparing_embedsAllCrops() {
    TrackEmbedder thorough = embedder(false);
    thorough.embed(List.of(track(1, 0, ada, 30)));
    embedded.clear();

    thorough.embed(List.of(track(1, 200, ada, 10)));

    assertThat(embedded).hasSize(10);
    assertThat(glanced).isEmpty();
  }

  @Test
  void embed_longTrackOfAWellKnownPerson_glancesAtACropOfEachPart() {
    sitLong(1, ada);
    Track track = track(1, 200, ada, 60);

    trackEmbedder.embed(List.of(track));

    assertThat(glanced)
        .containsExactly(
            track.best().get(0).crop(),
            track.best().get(15).crop(),
            track.best().get(30).crop(),
            track.best().get(45).crop());
  }

  @Test
  void embed_someoneElseInTheSeat_embedsAllCrops() {
    sitLong(1, ada);

    List<Tracklet> tracklets = trackEmbedder.embed(List.of(track(1, 200, bo, 10)));

    assertThat(embedded).hasSize(10);
    assertThat(tracklets).singleElement().satisfies(face -> isLike(face, bo));
  }

  @Test
  void embed_someoneElseTakesTheSeatWithinTheTrack_givesATrackForEach() {
    sitLong(1, ada);
    List<Sighting> crops = new ArrayList<>(crops(1, 200, ada, 50));
    crops.addAll(crops(1, 250, bo, 50));

    List<Tracklet> tracklets = trackEmbedder.embed(List.of(track(crops)));

    assertThat(tracklets).hasSize(2);
    isLike(tracklets.get(0), ada);
    isLike(tracklets.get(1), bo);
    assertThat(tracklets.get(0).last()).isEqualTo(seconds(249));
  }

  @Test
  void embed_personOfFewCrops_isNotWellKnownYet() {
    trackEmbedder.embed(List.of(track(1, 0, ada, 3)));
    embedded.clear();

    trackEmbedder.embed(List.of(track(1, 200, ada, 10)));

    assertThat(embedded).hasSize(10);
  }

  @Test
  void embed_wellKnownPersonInAnotherSeat_embedsAllCrops() {
    sitLong(1, ada);

    trackEmbedder.embed(List.of(track(2, 200, ada, 10)));

    assertThat(embedded).hasSize(10);
  }

  @Test
  void embed_twoInOneSeatInTurn_areBothKnown() {
    sitLong(1, ada);
    sitLong(1, bo);

    trackEmbedder.embed(List.of(track(1, 400, ada, 10), track(1, 500, bo, 10)));

    assertThat(embedded).isEmpty();
  }

  @Test
  void embed_nothing_isEmpty() {
    assertThat(trackEmbedder.embed(List.of())).isEmpty();
  }

  private void sitLong(int seat, Embedding face) {
    trackEmbedder.embed(List.of(track(seat, 0, face, 30)));
    embedded.clear();
    glanced.clear();
  }

  private Track track(int seat, int from, Embedding face, int sightings) {
    return track(crops(seat, from, face, sightings));
  }

  private static Track track(List<Sighting> crops) {
    return new Track(
        crops.stream().map(crop -> new Track.Step(crop.at(), crop.face().box())).toList(), crops);
  }

  private List<Sighting> crops(int seat, int from, Embedding face, int count) {
    List<Sighting> crops =
        IntStream.range(from, from + count).mapToObj(at -> sighting(at, seat(seat))).toList();
    crops.forEach(crop -> faces.put(crop.crop(), space.seen(face, 0.8)));
    return crops;
  }

  private TrackEmbedder embedder(boolean sparing) {
    return new TrackEmbedder(
        new CropEmbedder(crops -> embed(crops, embedded), space.cohort()),
        new CropEmbedder(crops -> embed(crops, glanced), space.cohort()),
        sparing);
  }

  private List<Embedding> embed(List<FaceCrop> crops, List<FaceCrop> log) {
    log.addAll(crops);
    return crops.stream().map(faces::get).toList();
  }

  private void isLike(Tracklet track, Embedding face) {
    assertThat(space.score(track.mean(), face)).isGreaterThan(6);
  }
}
