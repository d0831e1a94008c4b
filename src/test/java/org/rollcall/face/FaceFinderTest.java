package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Sample;
import org.rollcall.model.picture.VideoFrame;

class FaceFinderTest {
  private static final Duration EIGHT_SECONDS = Duration.ofSeconds(8);

  /** A frame every two seconds, for two minutes. */
  private static final int FRAMES = 60;

  private final Classroom room = new Classroom();
  private final List<Integer> decoded = new ArrayList<>();
  private final Set<Integer> damaged = new HashSet<>();

  @Test
  void next_facesInTheirSeats_areFoundInEveryFrameAtFirst() {
    room.seat(1, 0, FRAMES);
    room.seat(2, 0, FRAMES);

    List<FaceFinder.Searched> found = search(EIGHT_SECONDS);

    assertThat(framesWith(1, found)).startsWith(range(0, 25).toArray(Integer[]::new));
    assertThat(found).allMatch(searched -> searched.faces().size() == 2);
    assertThat(found).extracting(searched -> searched.frame().at()).isSorted();
    assertThat(room.wholeSearches()).isEqualTo(FRAMES / 4 + 1);
  }

  @Test
  void next_someoneComesBetweenTwoWholePictures_isSeenFromTheFirstFrame() {
    room.seat(1, 0, FRAMES);
    room.seat(2, 21, FRAMES);

    assertThat(framesWith(2, search(EIGHT_SECONDS)))
        .startsWith(21, 22, 23, 24)
        .endsWith(FRAMES - 1);
  }

  @Test
  void next_someoneLeavesBetweenTwoWholePictures_isSeenUntilTheLastFrame() {
    room.seat(1, 0, 31);

    assertThat(framesWith(1, search(EIGHT_SECONDS))).contains(0, 1, 2).endsWith(28, 29, 30);
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

    List<FaceFinder.Searched> found = searchAll(150, EIGHT_SECONDS, 2);

    assertThat(framesWith(1, found))
        .containsSubsequence(60, 64, 68, 72)
        .doesNotContain(61, 62, 63, 65, 66, 67);
    assertThat(found.stream().filter(one -> one.frame().at().toSeconds() > 120))
        .allMatch(one -> one.places().isEmpty());
  }

  @Test
  void next_wellKnownFaces_areNotDecodedBetweenWholePictures() {
    room.seat(1, 0, 200);

    searchAll(150, EIGHT_SECONDS, 2);

    assertThat(decoded).contains(0, 1, 2, 100, 104).doesNotContain(101, 102, 103, 105, 106);
  }

  @Test
  void next_newFace_isSearchedForOnceBetweenWholePictures() {
    room.seat(1, 0, 200);
    room.seat(2, 100, 200);

    List<FaceFinder.Searched> found = searchAll(200, EIGHT_SECONDS, 2);

    assertThat(framesWith(2, found)).startsWith(100, 102, 104, 106, 108);
    assertThat(at(106, found).covers(Classroom.box(1))).isFalse();
    assertThat(at(108, found).covers(Classroom.box(1))).isTrue();
  }

  @Test
  void next_wellKnownFaceHiddenInOneWholePicture_isNotSearchedFor() {
    room.seat(1, 0, 99);
    room.seat(1, 101, 150);

    List<FaceFinder.Searched> found = searchAll(150, EIGHT_SECONDS, 2);

    assertThat(framesWith(1, found)).contains(96, 104).doesNotContain(97, 98, 101, 102, 103);
  }

  @Test
  void next_seenInASinglePicture_isNoComing() {
    room.seat(1, 0, 200);
    room.seat(2, 99, 103);

    assertThat(framesWith(2, searchAll(150, EIGHT_SECONDS, 2))).containsExactly(100, 102);
  }

  @Test
  void next_damagedFrameBetween_isLeftOut() {
    room.seat(1, 0, 200);
    damaged.add(5);

    List<FaceFinder.Searched> found = searchAll(150, EIGHT_SECONDS, 2);

    assertThat(framesWith(1, found)).startsWith(0, 1, 2, 3, 4, 6, 7);
  }

  @Test
  void next_damagedWholePicture_isReplacedByTheOneBefore() {
    room.seat(1, 0, 200);
    damaged.add(100);

    List<FaceFinder.Searched> found = searchAll(150, EIGHT_SECONDS, 2);

    assertThat(at(99, found).places()).isEmpty();
    assertThat(framesWith(1, found)).doesNotContain(100);
  }

  @Test
  void next_wellKnownFaceLeaves_isSeenUntilTheLastFrame() {
    room.seat(1, 0, 103);

    assertThat(framesWith(1, searchAll(150, EIGHT_SECONDS, 2))).contains(96, 100, 101, 102);
  }

  @Test
  void next_wellKnownFaceComesBack_isSeenFromTheFirstFrame() {
    room.seat(1, 0, 97);
    room.seat(1, 109, 150);

    assertThat(framesWith(1, searchAll(150, EIGHT_SECONDS, 2))).contains(109, 110, 111, 112);
  }

  @Test
  void next_hiddenForLongerThanPlacesAreKept_isFoundAgainInAWholePicture() {
    room.seat(1, 0, 10);
    room.seat(1, 150, 180);

    List<Integer> frames = framesWith(1, searchAll(200, EIGHT_SECONDS, 2));

    assertThat(frames).contains(152, 176);
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
              return left.hasNext() ? Optional.of(Sample.of(left.next())) : Optional.empty();
            },
            settings(EIGHT_SECONDS));

    int given = 0;
    for (var some = finder.next(); !some.isEmpty(); some = finder.next()) {
      long done = 1 + some.get(some.size() - 1).frame().at().toMillis() / 200;
      assertThat(read[0] - done).isLessThan(30);
      given += some.size() + finder.unused().size();
      assertThat(given).isEqualTo((int) done);
    }
    assertThat(given).isEqualTo(100);
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
    Iterator<Sample> frames = IntStream.range(0, count).mapToObj(this::sample).iterator();
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

  /** {@return one of the frames, two seconds apart, to be decoded if it is wanted} */
  private Sample sample(int number) {
    Duration at = Duration.ofSeconds(2L * number);
    return Sample.postponed(
        at,
        () -> {
          decoded.add(number);
          return damaged.contains(number) ? Optional.empty() : Optional.of(frame(number, at));
        });
  }

  private static FaceFinder.Searched at(int number, List<FaceFinder.Searched> found) {
    return found.stream()
        .filter(one -> one.frame().at().toSeconds() == 2L * number)
        .findFirst()
        .orElseThrow();
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
