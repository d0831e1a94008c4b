package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.face.FaceFinder.Searched;
import org.rollcall.identity.Tracklet;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.lesson.Analysis.Fullest;
import org.rollcall.lesson.Trace.Amount;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Quality;
import org.rollcall.model.picture.Quality.Flaw;
import org.rollcall.model.picture.VideoFrame;
import org.rollcall.testing.BlindEngine;

class FrameAnalyserTest {
  private final SeeingEngine engine = new SeeingEngine();
  private final Trace trace = new Trace();
  private final FrameAnalyser analyser =
      new FrameAnalyser(engine, Cohort.of(engine.embeddingSpace()), false, trace);

  /** Finds all faces good and alike. */
  private static final class SeeingEngine extends BlindEngine {
    private final List<Integer> embedded = new ArrayList<>();
    private Quality quality = MadeFaces.GOOD;

    @Override
    public Quality quality(FaceCrop crop) {
      return quality;
    }

    @Override
    public List<Embedding> embed(List<FaceCrop> crops) {
      embedded.add(crops.size());
      return crops.stream().map(crop -> MadeFaces.embedding(0)).toList();
    }
  }

  @Test
  void take_faceThatStays_isOneTrack() {
    take(0, 0);
    take(1, 0);
    take(2, 0);
    analyser.finish();

    assertThat(analyser.tracks())
        .singleElement()
        .satisfies(
            track -> {
              assertThat(track.first()).isEqualTo(seconds(0));
              assertThat(track.last()).isEqualTo(seconds(2));
              assertThat(track.mean()).isEqualTo(MadeFaces.embedding(0));
            });
  }

  @Test
  void take_facesInTwoSeats_areTwoTracks() {
    take(0, 0, 2);
    take(1, 0, 2);
    analyser.finish();

    assertThat(analyser.tracks()).hasSize(2).allMatch(track -> track.path().size() == 2);
  }

  @Test
  void take_placeThatWasNotSearched_doesNotEndATrack() {
    Optional<List<Box>> elsewhere = Optional.of(List.of(MadeFaces.face(2).box()));
    take(0, 0);
    for (int second = 1; second <= 4; second++) {
      VideoFrame frame = MadeFaces.frame(seconds(second));
      analyser.take(List.of(new Searched(frame, elsewhere, List.of())));
    }
    take(5, 0);
    analyser.finish();

    assertThat(analyser.tracks()).singleElement().extracting(Tracklet::last).isEqualTo(seconds(5));
  }

  @Test
  void take_placeThatWasSearchedInVain_endsATrack() {
    take(0, 0);
    for (int second = 1; second <= 4; second++) {
      take(second);
    }
    take(5, 0);
    analyser.finish();

    assertThat(analyser.tracks()).hasSize(2);
  }

  @Test
  void take_fewEndedTracks_waitToBeEmbeddedTogether() {
    take(0, 0, 1, 2);
    for (int second = 20; second <= 23; second++) {
      take(second);
    }
    assertThat(engine.embedded).isEmpty();

    analyser.finish();

    assertThat(engine.embedded).containsExactly(3);
    assertThat(trace.count(Amount.CROPS)).isEqualTo(3);
  }

  @Test
  void take_eightEndedTracks_areEmbeddedAtOnce() {
    // Each frame comes too late to continue the tracks of the one before.
    take(0, 0, 1, 2);
    take(30, 0, 1, 2);
    take(60, 0, 1);
    assertThat(engine.embedded).isEmpty();

    take(90);

    assertThat(engine.embedded).containsExactly(8);
    assertThat(analyser.tracks()).hasSize(8);
  }

  /** When the light is off, nobody is seen; that does not make the class a small one. */
  @Test
  void viewed_darkAfterALesson_countsFacesWhileTheRoomWasSeen() {
    for (int second = 0; second < 20; second++) {
      take(second, 0, 1);
    }
    for (int second = 20; second < 80; second++) {
      take(second);
    }
    analyser.finish();

    assertThat(analyser.viewed(seconds(80)).faces()).isEqualTo(2);
  }

  @Test
  void fullest_severalFrames_isTheFirstWithMostFaces() {
    take(0, 0);
    take(1, 0, 1);
    take(2, 0, 2);
    take(3, 0);

    Fullest fullest = analyser.fullest().orElseThrow();
    assertThat(fullest.frame().at()).isEqualTo(seconds(1));
    assertThat(fullest.faces()).isEqualTo(2);
  }

  @Test
  void fullest_noFaces_isNone() {
    take(0);

    assertThat(analyser.fullest()).isEmpty();
  }

  @Test
  void take_frames_givesBackAllButTheFullest() {
    VideoFrame one = take(0, 0).frame();
    List<Searched> two = List.of(searched(1, 0, 1), searched(2));

    List<VideoFrame> done = analyser.take(two);

    assertThat(done).containsExactly(one, two.get(1).frame());
  }

  @Test
  void take_faces_areCountedAndTheUnreadableByFlaw() {
    take(0, 0, 1);
    engine.quality = new Quality(20, 0.2f, 0, 1, 1);
    take(1, 0);

    assertThat(trace.count(Amount.SAMPLES)).isEqualTo(2);
    assertThat(trace.count(Amount.FACES)).isEqualTo(3);
    assertThat(trace.refused()).containsEntry(Flaw.TURNED, 1L).containsEntry(Flaw.SMALL, 0L);
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private Searched take(int second, Integer... seats) {
    Searched searched = searched(second, seats);
    analyser.take(List.of(searched));
    return searched;
  }

  private static Searched searched(int second, Integer... seats) {
    return new Searched(
        MadeFaces.frame(seconds(second)),
        Optional.empty(),
        Stream.of(seats).map(MadeFaces::face).toList());
  }
}
