package org.rollcall.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.enrol.CaptureHint;
import org.rollcall.home.Installation;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.people.CheckedPhoto;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.MadePhotos;

/** A real process with the real networks. */
@UsesNatives
class PhotoWorkerTest {
  @TempDir Path folder;
  private Home home;
  @AutoClose private PhotoWorker worker;

  @BeforeEach
  void prepare() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.config());
    worker =
        new PhotoWorker(
            home,
            () -> SettingsFile.read(home).work(),
            () -> {
              throw new AssertionError("no photo here is deadly");
            });
  }

  @Test
  void hint_severalPhotos_saysOfEachWhatIsToBeSeen() throws IOException {
    CaptureHint portrait = worker.hint(portrait());
    byte[] noPicture = "no picture".getBytes(StandardCharsets.UTF_8);

    assertThat(portrait.hint()).isEqualTo(CaptureHint.Hint.GOOD);
    assertThat(portrait.weight()).isBetween(0.1f, 1f);
    assertThatThrownBy(() -> worker.hint(noPicture))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("neither a JPEG nor a PNG");
    assertThat(worker.hint(portrait())).isEqualTo(portrait);
  }

  @Test
  void hint_processWasKilled_startsAnother() throws IOException {
    CaptureHint before = worker.hint(portrait());
    ProcessHandle child =
        ProcessHandle.current().children().filter(ProcessHandle::isAlive).findFirst().orElseThrow();
    child.destroyForcibly();
    child.onExit().join();

    assertThat(worker.hint(portrait())).isEqualTo(before);
  }

  @Test
  void close_whileSomebodyAsks_doesNotWaitForTheAnswer() throws Exception {
    byte[] portrait = portrait();
    worker.hint(portrait);
    CompletableFuture<Void> asking =
        CompletableFuture.runAsync(
            () -> {
              while (true) {
                worker.hint(portrait);
              }
            });

    assertTimeoutPreemptively(Duration.ofSeconds(20), worker::close);

    assertThat(asking).failsWithin(Duration.ofSeconds(20));
  }

  @Test
  void enrol_aClass_putsItsPhotosIntoTheStore() throws IOException {
    FilmedLesson.enrol(folder, "7A");

    worker.enrol("7A");

    try (Installation installation = Installation.open(home, Clock.systemUTC())) {
      assertThat(installation.store().enrolments().madeFrom("7A")).isPresent();
    }
  }

  /** A photo of 300 kB and 100 megapixels, beside good ones. */
  @Test
  void enrol_photoOf100Megapixels_isRefusedAndTheOthersAreUsed() throws IOException {
    FilmedLesson.enrol(folder, "7A");
    Path student;
    try (Stream<Path> students = Files.list(home.studentsFolder("7A"))) {
      student = students.sorted().findFirst().orElseThrow();
    }
    Files.write(student.resolve("bomb.png"), MadePhotos.png(9999, 9999));

    worker.enrol("7A");

    try (Installation installation = Installation.open(home, Clock.systemUTC())) {
      List<CheckedPhoto> photos =
          installation.store().enrolments().checked("7A").stream()
              .filter(photo -> photo.file().startsWith(home.relative(student)))
              .toList();
      assertThat(photos).hasSizeGreaterThan(1);
      assertThat(photos)
          .filteredOn(photo -> !photo.accepted())
          .extracting(photo -> photo.refusal().orElseThrow().toString())
          .singleElement()
          .asString()
          .contains("9999 × 9999 pixels", "Save it as JPEG");
      assertThat(installation.store().deadlyPhotos().all()).isEmpty();
    }
  }

  @Test
  void enrol_unknownClass_saysSoAndGoesOn() throws IOException {
    assertThatThrownBy(() -> worker.enrol("9Z"))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("There is no class '9Z'");
    assertThat(worker.hint(portrait()).hint()).isEqualTo(CaptureHint.Hint.GOOD);
  }

  private static byte[] portrait() throws IOException {
    try (InputStream in =
        PhotoWorker.class.getResourceAsStream("/org/rollcall/demo/faces/person-04/1.jpg")) {
      return in.readAllBytes();
    }
  }
}
