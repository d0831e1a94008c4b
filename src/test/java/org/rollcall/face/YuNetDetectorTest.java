package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.PackInstaller;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.face.pack.PackSource;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.VideoFrame;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;
import org.rollcall.video.FfmpegFrames;
import org.rollcall.video.SamplingSettings;

/** Runs YuNet on a recording of real people; neither is part of the project. */
@UsesPacks
class YuNetDetectorTest {
  private static final int SMALLEST_FACE = 24;

  private static PackLibrary packs;
  private static VideoFrame earlier;
  private static VideoFrame later;
  private static List<Face> faces;

  @BeforeAll
  static void readTwoFrames(@TempDir Path models) throws IOException {
    new PackInstaller(models)
        .install(List.of("yunet"), PackSource.folder(SharedFolders.models()), fetched -> {});
    packs = new PackLibrary(models);
    Path recording;
    try (Stream<Path> files = Files.list(SharedFolders.data().resolve("classes/dev-b"))) {
      recording = files.filter(file -> file.toString().endsWith(".mp4")).findFirst().orElseThrow();
    }
    SamplingSettings everyTwoSeconds = new SamplingSettings(Duration.ofSeconds(2));
    try (FfmpegFrames frames = FfmpegFrames.open(recording, everyTwoSeconds)) {
      earlier = frames.next().orElseThrow();
      later = frames.next().orElseThrow();
    }
    try (ProposalDetector detector = open()) {
      faces = detector.detect(FaceSearch.whole(earlier.picture()));
    }
  }

  /** OpenCV's convolutions read beyond inputs that are narrower than two strides. */
  @Test
  void detect_narrowPictures_findsNothingOutsideThem() {
    try (ProposalDetector detector = open()) {
      for (int side = 12; side <= 96; side++) {
        Picture strip = earlier.picture().crop(new Box(600, 400, 600 + side, 560));

        assertThat(detector.detect(FaceSearch.whole(strip)))
            .extracting(Face::box)
            .allMatch(box -> box.right() > 0 && box.left() < strip.width())
            .allMatch(box -> box.bottom() > 0 && box.top() < strip.height());
      }
    }
  }

  @Test
  void detect_aroundPlacesOfTheFrame_findsNearlyAllOfThemAgain() {
    List<Box> places = boxes(faces);

    List<Box> found = around(earlier.picture(), places);

    assertThat(places).hasSizeGreaterThan(15);
    assertThat(share(places, found)).isGreaterThan(0.9);
  }

  @Test
  void detect_aroundPlacesOfTheFrameBefore_findsNearlyAllStillThere() {
    List<Box> all;
    try (ProposalDetector detector = open()) {
      all = boxes(detector.detect(FaceSearch.whole(later.picture())));
    }
    List<Box> still = all.stream().filter(box -> share(List.of(box), boxes(faces)) == 1).toList();

    assertThat(still).hasSizeGreaterThan(10);
    assertThat(share(still, around(later.picture(), boxes(faces)))).isGreaterThan(0.9);
  }

  @Test
  void detect_aroundOnePlace_findsNobodyFarAway() {
    Box place = boxes(faces).get(0);

    assertThat(around(earlier.picture(), List.of(place)))
        .isNotEmpty()
        .allSatisfy(
            box ->
                assertThat(Math.abs(box.centre().x() - place.centre().x()))
                    .isLessThan(2 * place.width()));
  }

  @Test
  void detect_aroundNothing_findsNothing() {
    assertThat(around(earlier.picture(), List.of())).isEmpty();
  }

  private static ProposalDetector open() {
    Path yunet = packs.detector("yunet").folder();
    return new ProposalDetector(new YuNet(yunet, SMALLEST_FACE), packs.aligner().folder());
  }

  private static List<Box> around(Picture picture, List<Box> places) {
    try (ProposalDetector detector = open()) {
      return boxes(detector.detect(FaceSearch.around(() -> Optional.of(picture), places)));
    }
  }

  private static List<Box> boxes(List<Face> faces) {
    return faces.stream().map(Face::box).toList();
  }

  /** {@return the share of boxes that match one of the others} */
  private static double share(List<Box> boxes, List<Box> others) {
    return (double)
            boxes.stream().filter(box -> others.stream().anyMatch(o -> o.iou(box) > 0.5f)).count()
        / boxes.size();
  }
}
