package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.identity.MadeTracks.at;
import static org.rollcall.identity.MadeTracks.seat;
import static org.rollcall.identity.MadeTracks.seconds;
import static org.rollcall.identity.MadeTracks.sighting;
import static org.rollcall.identity.MadeTracks.unreadable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Box;

class TrackerTest {

  private final Tracker tracker = new Tracker();
  private final List<Track> ended = new ArrayList<>();

  @Test
  void advance_twoSideBySide_areTwoTracks() {
    for (int second = 0; second < 20; second++) {
      float sway = second % 3;
      see(second, at(100 + sway, 100), at(160 - sway, 100));
    }

    assertThat(tracks()).hasSize(2).allMatch(track -> track.path().size() == 20);
    assertThat(ended)
        .allSatisfy(track -> assertThat(columns(track).stream().distinct().count()).isEqualTo(3));
  }

  @Test
  void advance_faceHiddenForAMoment_staysOneTrack() {
    see(0, seat(1));
    see(1);
    see(2, seat(1));

    assertThat(tracks()).hasSize(1);
    assertThat(ended.get(0).path())
        .extracting(Track.Step::at)
        .containsExactly(seconds(0), seconds(2));
  }

  @Test
  void advance_faceAwayForLong_isTwoTracks() {
    see(0, seat(1));
    for (int second = 1; second < 60; second++) {
      see(second);
    }
    assertThat(ended).hasSize(1);
    see(60, seat(1));

    assertThat(tracks()).hasSize(2);
  }

  @Test
  void advance_faceMissedOnce_staysOneTrackHoweverFarApartTheSamplesAre() {
    see(0, seat(1));
    see(4);
    see(8, seat(1));

    assertThat(tracks()).hasSize(1);
  }

  @Test
  void advance_faceMissedTwice_isTwoTracks() {
    see(0, seat(1));
    see(1);
    see(2);
    see(3, seat(1));

    assertThat(tracks()).hasSize(2);
  }

  @Test
  void advance_samplesInWhichNobodyLooked_endNoTrack() {
    see(0, seat(1), seat(2));
    for (int second = 2; second < 8; second += 2) {
      ended.addAll(tracker.advance(seconds(second), List.of(), box -> box.equals(seat(2))));
    }
    see(8, seat(1), seat(2));

    assertThat(tracks()).extracting(track -> track.path().size()).containsExactly(1, 2, 1);
  }

  @Test
  void advance_framesLostForLong_isTwoTracks() {
    see(0, seat(1));
    see(30, seat(1));

    assertThat(tracks()).hasSize(2);
  }

  @Test
  void advance_faceThatJumps_isANewTrack() {
    see(0, at(100, 100));
    see(1, at(400, 100));

    assertThat(tracks()).hasSize(2);
  }

  @Test
  void advance_faceOfAnotherSizeInItsPlace_isANewTrack() {
    see(0, at(100, 100));
    see(1, new Box(20, 20, 180, 180));

    assertThat(tracks()).hasSize(2);
  }

  @Test
  void advance_faceThatWalksSlowly_isOneTrack() {
    for (int second = 0; second < 30; second++) {
      see(second, at(100 + 10 * second, 100));
    }

    assertThat(tracks()).hasSize(1);
  }

  @Test
  void advance_facesThatCross_loseNoSighting() {
    for (int second = 0; second < 20; second++) {
      see(second, at(100 + 10 * second, 100), at(290 - 10 * second, 100));
    }

    assertThat(tracks()).hasSize(2).allMatch(track -> track.path().size() == 20);
  }

  @Test
  void advance_orderOfFacesChanges_tracksStayTheSame() {
    for (int second = 0; second < 6; second++) {
      see(second, second % 2 == 0 ? new Box[] {seat(1), seat(2)} : new Box[] {seat(2), seat(1)});
    }

    assertThat(tracks())
        .hasSize(2)
        .allSatisfy(
            track -> assertThat(columns(track)).hasSize(6).containsOnly(columns(track).get(0)));
  }

  @Test
  void advance_anHourInOneSeat_isCutIntoParts() {
    for (int second = 0; second < 3600; second++) {
      see(second, seat(1));
    }

    List<Track> tracks = tracks();
    assertThat(tracks)
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(
            track ->
                assertThat(last(track).minus(first(track)))
                    .isLessThanOrEqualTo(Duration.ofMinutes(15)));
    assertThat(tracks.stream().mapToInt(track -> track.path().size()).sum()).isEqualTo(3600);
  }

  @Test
  void best_ofALongTrack_isFewAndSpread() {
    for (int second = 0; second < 300; second++) {
      see(second, seat(1));
    }

    List<Sighting> best = tracks().get(0).best();
    assertThat(best).hasSizeBetween(5, 20).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    for (int i = 1; i < best.size(); i++) {
      assertThat(best.get(i).at().minus(best.get(i - 1).at())).isLessThan(seconds(150));
    }
  }

  @Test
  void best_unreadableAmongReadable_isLeftOut() {
    for (int second = 0; second < 10; second++) {
      boolean readable = second == 4 || second == 7;
      ended.addAll(
          tracker.advance(
              seconds(second),
              List.of(readable ? sighting(second, seat(1)) : unreadable(second, seat(1))),
              box -> true));
    }

    Track track = tracks().get(0);
    assertThat(track.path()).hasSize(10);
    assertThat(track.best()).extracting(Sighting::at).containsExactly(seconds(4), seconds(7));
  }

  @Test
  void best_allUnreadable_isTheFirst() {
    for (int second = 0; second < 10; second++) {
      ended.addAll(
          tracker.advance(seconds(second), List.of(unreadable(second, seat(1))), box -> true));
    }

    assertThat(tracks().get(0).best()).extracting(Sighting::at).containsExactly(seconds(0));
  }

  @Test
  void best_fewSharpAmongManyBlurred_keepsTheSharp() {
    for (int second = 0; second < 100; second++) {
      float sharpness = second % 25 == 12 ? 1 : 0;
      ended.addAll(
          tracker.advance(
              seconds(second), List.of(sighting(second, seat(1), sharpness)), box -> true));
    }

    assertThat(tracks().get(0).best())
        .filteredOn(sighting -> sighting.quality().sharpness() == 1)
        .hasSize(4);
  }

  @Test
  void finish_twice_givesNothingMore() {
    see(0, seat(1));

    assertThat(tracker.finish()).hasSize(1);
    assertThat(tracker.finish()).isEmpty();
  }

  @Test
  void finish_nobodySeen_isEmpty() {
    see(0);

    assertThat(tracks()).isEmpty();
  }

  private void see(int second, Box... faces) {
    ended.addAll(
        tracker.advance(
            seconds(second),
            Arrays.stream(faces).map(box -> sighting(second, box)).toList(),
            box -> true));
  }

  private List<Track> tracks() {
    ended.addAll(tracker.finish());
    return ended;
  }

  private static Duration first(Track track) {
    return track.path().get(0).at();
  }

  private static Duration last(Track track) {
    return track.path().get(track.path().size() - 1).at();
  }

  private static List<Float> columns(Track track) {
    return track.path().stream().map(step -> step.box().left()).toList();
  }
}
