package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.VideoFrame;

class FaceFinderTest {
  private static final Duration EIGHT_SECONDS = Duration.ofSeconds(8);

  /** A frame every two seconds, for two minutes. */
  private static final int FRAMES = 60;

  private final Classroom room = new Classroom();

  @Test
  void next_facesInTheirSeats_areFoundInEveryFrame() {
    room.seat(1, 0, FRAMES);
    room.seat(2, 0, FRAMES);

    List<FaceFinder.Searched> found = search(EIGHT_SECONDS);

    assertThat(found).hasSize(FRAMES);
    assertThat(found.subList(0, FRAMES - 8)).allMatch(searched -> searched.faces().size() == 2);
    assertThat(found)
        .extracting(searched -> searched.frame().at())
        .containsExactlyElementsOf(
            IntStream.range(0, FRAMES).mapToObj(i -> Duration.ofSeconds(2L * i)).toList());
    assertThat(room.wholeSearches()).isEqualTo(FRAMES / 4 + 1);
  }

  @Test
  void next_someoneComesBetweenTwoWholePictures_isSeenFromTheFirstFrame() {
    room.seat(1, 0, FRAMES);
    room.seat(2, 21, FRAMES);

    assertThat(framesWith(2, search(EIGHT_SECONDS))).containsExactlyElementsOf(range(21, FRAMES));
  }

  @Test
  void next_someoneLeavesBetweenTwoWholePictures_isSeenUntilTheLastFrame() {
    room.seat(1, 0, 31);

    assertThat(framesWith(1, search(EIGHT_SECONDS))).containsExactlyElementsOf(range(0, 31));
  }

  @Test
  void next_someoneHiddenInEveryWholePicture_isSeenBetweenThem() {
    room.seat(1, 0, 6);
    for (int i = 6; i + 2 < FRAMES; i += 4) {
      room.seat(1, i, i + 1);
    }

    assertThat(framesWith(1, search(EIGHT_SECONDS))).contains(6, 10, 30, 54);
  }

  @Test
  void next_faceWellKnownInItsPlace_isSearchedForInWholePicturesOnly() {
    room.seat(1, 0, 200);
    room.seat(2, 100, 200);

    List<FaceFinder.Searched> found = searchAll(150, EIGHT_SECONDS, 2);

    assertThat(framesWith(1, found.subList(64, 96))).hasSize(8);
    assertThat(found.get(90).covers(Classroom.box(1))).isFalse();
    assertThat(found.get(92).covers(Classroom.box(1))).isTrue();
    assertThat(found.get(110).covers(Classroom.box(1))).isFalse();
    assertThat(found.get(110).covers(Classroom.box(2))).isTrue();
  }

  @Test
  void next_wellKnownFaceLeaves_isSeenUntilTheLastFrame() {
    room.seat(1, 0, 103);

    assertThat(framesWith(1, searchAll(150, EIGHT_SECONDS, 2))).contains(96, 100, 101, 102);
  }

  @Test
  void next_wellKnownFaceComesBack_isSeenFromTheFirstFrame() {
    room.seat(1, 0, 100);
    room.seat(1, 105, 150);

    assertThat(framesWith(1, searchAll(150, EIGHT_SECONDS, 2))).contains(105, 106, 107, 108);
  }

  @Test
  void next_hiddenForLongerThanPlacesAreKept_isFoundAgainInAWholePicture() {
    room.seat(1, 0, 10);
    room.seat(1, 150, 180);

    List<Integer> frames = framesWith(1, searchAll(200, EIGHT_SECONDS, 2));

    assertThat(frames).contains(152, 153, 179);
  }

  @Test
  void next_noTimeBetweenWholePictures_searchesEachAsAWhole() {
    room.seat(1, 0, FRAMES);

    search(Duration.ZERO);

    assertThat(room.wholeSearches()).isEqualTo(FRAMES);
  }

  @Test
  void next_manyFramesASecond_buffersFewOfThem() {
    List<VideoFrame> frames =
        IntStream.range(0, 100).mapToObj(i -> frame(i, Duration.ofMillis(200L * i))).toList();
    Iterator<VideoFrame> left = frames.iterator();
    int[] read = new int[1];
    FaceFinder finder =
        new FaceFinder(
            room::detect,
            2,
            () -> {
              read[0]++;
              return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
            },
            settings(EIGHT_SECONDS));

    int done = 0;
    for (List<?> some = finder.next(); !some.isEmpty(); some = finder.next()) {
      done += some.size();
      assertThat(read[0] - done).isLessThan(20);
    }
    assertThat(done).isEqualTo(100);
  }

  @Test
  void next_moreProcessors_findsTheSame() {
    room.seat(1, 0, 17);
    room.seat(2, 9, 33);
    room.seat(3, 2, 3);
    room.seat(2, 97, 120);

    assertThat(facesOf(searchAll(200, EIGHT_SECONDS, 16)))
        .isEqualTo(facesOf(searchAll(200, EIGHT_SECONDS, 1)));
  }

  @Test
  void next_noFrames_isEmpty() {
    assertThat(searchAll(0, EIGHT_SECONDS, 2)).isEmpty();
  }

  private List<FaceFinder.Searched> search(Duration wholeEvery) {
    return searchAll(FRAMES, wholeEvery, 2);
  }

  private List<FaceFinder.Searched> searchAll(int count, Duration wholeEvery, int lanes) {
    Iterator<VideoFrame> frames =
        IntStream.range(0, count).mapToObj(i -> frame(i, Duration.ofSeconds(2L * i))).iterator();
    FaceFinder finder =
        new FaceFinder(
            room::detect,
            lanes,
            () -> frames.hasNext() ? Optional.of(frames.next()) : Optional.empty(),
            settings(wholeEvery));
    List<FaceFinder.Searched> all = new ArrayList<>();
    for (var some = finder.next(); !some.isEmpty(); some = finder.next()) {
      all.addAll(some);
    }
    return all;
  }

  private static List<List<Face>> facesOf(List<FaceFinder.Searched> found) {
    return found.stream().map(FaceFinder.Searched::faces).toList();
  }

  private static FaceSettings settings(Duration wholeEvery) {
    return new FaceSettings(FaceSettings.AUTO, FaceSettings.AUTO, 24, wholeEvery, true);
  }

  /** {@return a picture that holds nothing but its number} */
  private static VideoFrame frame(int number, Duration at) {
    return new VideoFrame(
        at, new Picture(2, 1, new byte[] {(byte) number, (byte) (number >> 8), 0, 0, 0, 0}));
  }

  private static List<Integer> framesWith(int seat, List<FaceFinder.Searched> found) {
    Box box = Classroom.box(seat);
    return found.stream()
        .filter(searched -> searched.faces().stream().anyMatch(face -> face.box().equals(box)))
        .map(searched -> (int) searched.frame().at().toSeconds() / 2)
        .toList();
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
