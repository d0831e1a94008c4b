package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.demo.ClassroomFootage;
import org.rollcall.demo.Scene;
import org.rollcall.evaluation.Truth;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.FfmpegFrames;
import org.rollcall.video.SamplingSettings;

@UsesNatives
class MtcnnDetectorTest {
  @TempDir static Path folder;
  private static Path pack;
  private static MtcnnDetector detector;

  @BeforeAll
  static void load() {
    pack = new PackLibrary(folder.resolve("models")).detector("compact").folder();
    detector = new MtcnnDetector(pack, 24);
  }

  @AfterAll
  static void close() {
    detector.close();
  }

  @Test
  void detect_classroom_findsEveryFaceOnce() throws IOException {
    Truth truth = FilmedLesson.enrol(folder, "7A");
    long there =
        truth.attendance().stream()
                .flatMap(student -> student.visit().stream())
                .filter(visit -> visit.first().isZero())
                .count()
            + truth.strangers().size();

    // In the first seconds, nobody holds a book in front of the face.
    List<Face> faces =
        detector.detect(FaceSearch.whole(firstFrame(FilmedLesson.record(folder.resolve("l.mp4")))));

    assertThat(faces).hasSize((int) there);
    assertThat(faces).isSortedAccordingTo((a, b) -> Float.compare(b.score(), a.score()));
    for (Face face : faces) {
      assertThat(face.box().width()).isBetween(45f, 130f);
      assertThat(face.box().contains(face.landmarks().nose())).isTrue();
      assertThat(face.landmarks().leftEye().x()).isLessThan(face.landmarks().rightEye().x());
      assertThat(face.landmarks().leftEye().y()).isLessThan(face.landmarks().leftMouth().y());
    }
  }

  @Test
  void detect_emptyClassroom_findsNobody() throws IOException {
    Scene scene =
        new Scene(
            5,
            new Scene.Camera(640, 360, 1, 40, 60),
            Duration.ofSeconds(4),
            new Scene.Cast(0, 0, 0));
    Path film = folder.resolve("empty.mp4");
    ClassroomFootage.compose(scene, folder.resolve("nobody"), film, filmed -> {});

    assertThat(detector.detect(FaceSearch.whole(firstFrame(film)))).isEmpty();
  }

  @Test
  void detect_noise_findsNobody() {
    Random random = new Random(1);

    assertThat(
            detector.detect(
                FaceSearch.whole(Drawing.picture(320, 240, (x, y) -> random.nextInt(256)))))
        .isEmpty();
  }

  @Test
  void detect_oneColour_findsNobody() {
    assertThat(detector.detect(FaceSearch.whole(Drawing.picture(320, 240, (x, y) -> 0)))).isEmpty();
    assertThat(detector.detect(FaceSearch.whole(Drawing.picture(320, 240, (x, y) -> 255))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "11, 11", "23, 23", "24, 24", "11, 600", "600, 5", "25, 24"})
  void detect_pictureTooSmallForAFace_findsNobody(int width, int height) {
    assertThat(detector.detect(FaceSearch.whole(Drawing.picture(width, height, (x, y) -> x))))
        .isEmpty();
  }

  @Test
  void detect_facesBelowTheSmallestSize_areNotFound() throws IOException {
    Picture frame = firstFrame(FilmedLesson.record(folder.resolve("small.mp4")));

    try (MtcnnDetector large = new MtcnnDetector(pack, 300)) {
      assertThat(large.detect(FaceSearch.whole(frame))).isEmpty();
    }
  }

  @Test
  void detect_faceCutByTheEdge_hasItsCentreInside() throws IOException {
    Picture frame = firstFrame(FilmedLesson.record(folder.resolve("cut.mp4")));
    Box face = detector.detect(FaceSearch.whole(frame)).get(0).box();
    Picture cut =
        frame.crop(new Box(face.left() + 0.3f * face.width(), 0, frame.width(), frame.height()));

    assertThat(detector.detect(FaceSearch.whole(cut)))
        .isNotEmpty()
        .allMatch(found -> new Box(0, 0, cut.width(), cut.height()).contains(found.box().centre()));
  }

  @Test
  void detect_aroundPlacesOfAMomentAgo_findsTheFacesOfTheWholePicture() throws IOException {
    List<Picture> frames = frames(FilmedLesson.record(folder.resolve("around.mp4")));
    List<Box> places = boxes(detector.detect(FaceSearch.whole(frames.get(0))));
    List<Box> whole = boxes(detector.detect(FaceSearch.whole(frames.get(1))));

    List<Box> around =
        boxes(detector.detect(FaceSearch.around(() -> Optional.of(frames.get(1)), places)));

    assertThat(around).hasSameSizeAs(whole);
    assertThat(whole).allMatch(face -> around.stream().anyMatch(same -> same.iou(face) > 0.8));
  }

  @Test
  void detect_aroundPlacesBesideTheFace_findsItOnce() throws IOException {
    Picture frame = firstFrame(FilmedLesson.record(folder.resolve("beside.mp4")));
    Box face = detector.detect(FaceSearch.whole(frame)).get(0).box();
    float shift = 0.35f * face.width();

    assertThat(
            detector.detect(
                FaceSearch.around(
                    () -> Optional.of(frame),
                    List.of(face.moved(shift, 0), face.moved(0, -shift)))))
        .singleElement()
        .matches(found -> found.box().iou(face) > 0.7);
  }

  @Test
  void detect_aroundPlacesWithoutAFace_findsNobody() throws IOException {
    Picture frame = firstFrame(FilmedLesson.record(folder.resolve("nobody.mp4")));
    List<Box> faces = boxes(detector.detect(FaceSearch.whole(frame)));
    List<Box> elsewhere =
        Stream.of(new Box(2, 2, 60, 60), new Box(-40, -40, 10, 10), new Box(5000, 0, 5050, 50))
            .filter(place -> faces.stream().allMatch(face -> face.intersection(place) == 0))
            .toList();

    assertThat(detector.detect(FaceSearch.around(() -> Optional.of(frame), elsewhere))).isEmpty();
    assertThat(detector.detect(FaceSearch.around(() -> Optional.of(frame), List.of()))).isEmpty();
  }

  private static List<Box> boxes(List<Face> faces) {
    return faces.stream().map(Face::box).toList();
  }

  /** {@return the first two frames, a second apart} */
  private static List<Picture> frames(Path film) {
    try (FfmpegFrames frames =
        FfmpegFrames.open(film, new SamplingSettings(Duration.ofSeconds(1)))) {
      return List.of(frames.next().orElseThrow().picture(), frames.next().orElseThrow().picture());
    }
  }

  @Test
  void constructor_emptyFolder_saysWhatToDo() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty-pack"));

    assertThatThrownBy(() -> new MtcnnDetector(empty, 24))
        .isInstanceOf(RollcallException.class)
        .hasMessageStartingWith("Cannot load the network 'pnet' from " + empty)
        .hasMessageEndingWith("Install the model pack again.");
  }

  @Test
  void constructor_parametersCutOff_saysWhatToDo() throws IOException {
    Path damaged = copyOfPack("cut");
    byte[] whole = Files.readAllBytes(damaged.resolve("pnet-0000.params"));
    Files.write(damaged.resolve("pnet-0000.params"), Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> new MtcnnDetector(damaged, 24))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("Install the model pack again.");
  }

  @Test
  void constructor_graphDamaged_saysWhatToDo() throws IOException {
    Path damaged = copyOfPack("graph");
    Files.writeString(damaged.resolve("pnet-symbol.json"), "{\"nodes\": [");

    assertThatThrownBy(() -> new MtcnnDetector(damaged, 24))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("Install the model pack again.");
  }

  private static Path copyOfPack(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    try (var files = Files.list(pack)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static Picture firstFrame(Path film) {
    try (FfmpegFrames frames = FfmpegFrames.open(film, SamplingSettings.DEFAULT)) {
      return frames.next().orElseThrow().picture();
    }
  }
}
