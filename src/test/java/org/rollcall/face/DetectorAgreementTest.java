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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/**
 * The compact detector was distilled from MTCNN: on recordings it must find about as many faces.
 * They are not marked there, so whatever either of the two finds counts as a face.
 */
@UsesPacks
class DetectorAgreementTest {
  private static final SamplingSettings SAMPLING = new SamplingSettings(Duration.ofSeconds(10));
  private static final float SAME_PLACE = 0.4f;
  private static final double MOST_BEHIND = 0.03;

  @TempDir static Path models;

  @BeforeAll
  static void install() {
    new PackInstaller(models)
        .install(List.of("mtcnn"), PackSource.folder(SharedFolders.models()), fetched -> {});
  }

  @ParameterizedTest
  @ValueSource(strings = {"classes/dev-a", "classes/dev-b"})
  void detect_recording_compactFindsNearlyAsManyFacesAsMtcnn(String folder) throws IOException {
    int faces = 0;
    int ofMtcnn = 0;
    int ofCompact = 0;
    try (MtcnnDetector mtcnn = open("mtcnn");
        MtcnnDetector compact = open("compact");
        FfmpegFrames frames =
            FfmpegFrames.open(recording(SharedFolders.data().resolve(folder)), SAMPLING)) {
      for (Optional<VideoFrame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
        Picture picture = frame.get().picture();
        List<Box> some = boxes(mtcnn, picture);
        List<Box> others = boxes(compact, picture);
        ofMtcnn += some.size();
        ofCompact += others.size();
        faces += some.size() + (int) others.stream().filter(box -> !isAmong(some, box)).count();
      }
    }

    assertThat(faces).isGreaterThan(100);
    assertThat((double) (ofMtcnn - ofCompact) / faces)
        .as("of %d faces, MTCNN finds %d, compact %d", faces, ofMtcnn, ofCompact)
        .isLessThanOrEqualTo(MOST_BEHIND);
    assertThat(faces - ofMtcnn).as("faces that only compact sees").isLessThan(faces / 20);
  }

  private static MtcnnDetector open(String pack) {
    return new MtcnnDetector(
        new PackLibrary(models).detector(pack).folder(), FaceSettings.DEFAULT.smallestFacePixels());
  }

  private static List<Box> boxes(MtcnnDetector detector, Picture picture) {
    return detector.detect(FaceSearch.whole(picture)).stream().map(Face::box).toList();
  }

  private static boolean isAmong(List<Box> faces, Box expected) {
    return faces.stream().anyMatch(face -> face.iou(expected) >= SAME_PLACE);
  }

  private static Path recording(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".mp4")).findFirst().orElseThrow();
    }
  }
}
