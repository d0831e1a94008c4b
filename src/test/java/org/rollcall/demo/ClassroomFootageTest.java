package org.rollcall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.evaluation.Truth;
import org.rollcall.evaluation.Truth.TrueAttendance;
import org.rollcall.evaluation.Truth.Visit;
import org.rollcall.model.Status;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.FfmpegFrames;
import org.rollcall.video.Photos;
import org.rollcall.video.SamplingSettings;

@UsesNatives
class ClassroomFootageTest {
  private static final Scene SCENE =
      new Scene(
          1, new Scene.Camera(640, 360, 5, 30, 55), Duration.ofSeconds(6), new Scene.Cast(4, 2, 1));

  @TempDir static Path folder;

  private static Truth truth;

  @BeforeAll
  static void filmOnce() throws IOException {
    truth = compose("one");
  }

  @Test
  void compose_roster_hasAllStudentsAndTheirPhotos() throws IOException {
    List<String> rows = Files.readAllLines(folder.resolve("one/class/roster.csv"));
    assertThat(rows).hasSize(7).startsWith("id,name");
    for (TrueAttendance attendance : truth.attendance()) {
      String id = attendance.student().id();
      assertThat(rows).contains(id + "," + attendance.student().name());
      assertThat(Photos.read(photos(id).resolve("4.jpg")).width()).isGreaterThan(200);
    }
  }

  @Test
  void compose_truth_hasEverybodysTimes() {
    assertThat(visit(Status.LATE).first()).isPositive();
    assertThat(visit(Status.LATE).last()).isEqualTo(truth.length());
    assertThat(visit(Status.LEFT_EARLY).first()).isZero();
    assertThat(visit(Status.LEFT_EARLY).last()).isLessThan(Duration.ofSeconds(5));
    assertThat(visit(Status.PRESENT).first()).isZero();
    assertThat(visit(Status.PRESENT).facePixels()).isBetween(30, 55);
    assertThat(truth.attendance().stream().map(truth::status))
        .containsOnlyOnce(Status.LATE, Status.LEFT_EARLY)
        .filteredOn(status -> status == Status.ABSENT)
        .hasSize(2);
  }

  private static Visit visit(Status status) {
    return truth.attendance().stream()
        .filter(attendance -> truth.status(attendance) == status)
        .findFirst()
        .flatMap(TrueAttendance::visit)
        .orElseThrow();
  }

  @Test
  void compose_roster_isSortedByName() {
    assertThat(truth.attendance().stream().map(attendance -> attendance.student().name()))
        .isSorted();
  }

  @Test
  void compose_recording_hasTheLengthAsked() {
    try (FfmpegFrames frames = FfmpegFrames.open(truth.recording(), SamplingSettings.DEFAULT)) {
      assertThat(frames.declaredLength()).contains(Duration.ofSeconds(6));
    }
  }

  @Test
  void compose_lateStudent_changesThePictureOnArrival() {
    Visit late = visit(Status.LATE);

    Picture before = frameAt(truth.recording(), Duration.ZERO);
    Picture after = frameAt(truth.recording(), late.first().plusSeconds(1));

    assertThat(changedShare(before, after)).isGreaterThan(0.01);
  }

  @Test
  void compose_strangers_areNoStudents() {
    assertThat(truth.strangers())
        .hasSize(1)
        .doesNotContainAnyElementsOf(
            truth.attendance().stream().map(attendance -> attendance.student().name()).toList());
  }

  @Test
  void compose_progress_endsWithTheLength() throws IOException {
    List<Duration> filmed = new ArrayList<>();

    ClassroomFootage.compose(
        SCENE, folder.resolve("third/class"), folder.resolve("third/l.mp4"), filmed::add);

    assertThat(filmed).hasSize(30).isSorted().endsWith(SCENE.length());
  }

  @Test
  void compose_otherSeed_givesAnotherLesson() throws IOException {
    Scene other = new Scene(2, SCENE.camera(), SCENE.length(), SCENE.cast());
    Path file = folder.resolve("fourth/l.mp4");

    Truth otherTruth =
        ClassroomFootage.compose(other, folder.resolve("fourth/class"), file, filmed -> {});

    assertThat(otherTruth.attendance()).isNotEqualTo(truth.attendance());
  }

  @Test
  void compose_sameSeed_givesTheSameFiles() throws IOException {
    Path other = compose("other").recording();

    assertThat(other).hasSameBinaryContentAs(truth.recording());
  }

  private static Truth compose(String name) throws IOException {
    Path home = folder.resolve(name);
    return ClassroomFootage.compose(
        SCENE, home.resolve("class"), home.resolve("lesson.mp4"), filmed -> {});
  }

  private static Path photos(String id) throws IOException {
    try (var folders = Files.list(folder.resolve("one/class/students"))) {
      return folders
          .filter(f -> f.getFileName().toString().startsWith(id))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Picture frameAt(Path recording, Duration time) {
    try (FfmpegFrames frames =
        FfmpegFrames.open(recording, new SamplingSettings(Duration.ofMillis(200)))) {
      var frame = frames.next().orElseThrow();
      while (frame.at().compareTo(time) < 0) {
        frame = frames.next().orElseThrow();
      }
      return frame.picture();
    }
  }

  private static double changedShare(Picture one, Picture other) {
    int changed = 0;
    for (int i = 0; i < one.bgr().length; i++) {
      changed += Math.abs((one.bgr()[i] & 0xff) - (other.bgr()[i] & 0xff)) > 40 ? 1 : 0;
    }
    return (double) changed / one.bgr().length;
  }
}
