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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.config.Home;
import org.rollcall.config.SettingsFile;
import org.rollcall.lesson.Glance;
import org.rollcall.lesson.Installation;
import org.rollcall.model.RollcallException;
import org.rollcall.testing.FilmedLesson;

/** A real process with the real networks. */
class PhotoBoothTest {
  @TempDir Path folder;
  private Home home;
  private PhotoBooth booth;

  @BeforeEach
  void prepare() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.config());
    booth = new PhotoBooth(home, () -> SettingsFile.read(home).work());
  }

  @AfterEach
  void close() {
    booth.close();
  }

  @Test
  void glance_severalPhotos_saysOfEachWhatIsToBeSeen() throws IOException {
    Glance portrait = booth.glance(portrait());
    byte[] noPicture = "no picture".getBytes(StandardCharsets.UTF_8);

    assertThat(portrait.hint()).isEqualTo(Glance.Hint.GOOD);
    assertThat(portrait.weight()).isBetween(0.1f, 1f);
    assertThatThrownBy(() -> booth.glance(noPicture))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("neither a JPEG nor a PNG");
    assertThat(booth.glance(portrait())).isEqualTo(portrait);
  }

  @Test
  void glance_processWasKilled_startsAnother() throws IOException {
    Glance before = booth.glance(portrait());
    ProcessHandle child =
        ProcessHandle.current().children().filter(ProcessHandle::isAlive).findFirst().orElseThrow();
    child.destroyForcibly();
    child.onExit().join();

    assertThat(booth.glance(portrait())).isEqualTo(before);
  }

  @Test
  void close_whileSomebodyAsks_doesNotWaitForTheAnswer() throws Exception {
    byte[] portrait = portrait();
    booth.glance(portrait);
    CompletableFuture<Void> asking =
        CompletableFuture.runAsync(
            () -> {
              while (true) {
                booth.glance(portrait);
              }
            });

    assertTimeoutPreemptively(Duration.ofSeconds(20), booth::close);

    assertThat(asking).failsWithin(Duration.ofSeconds(20));
  }

  @Test
  void enroll_aClass_putsItsPhotosIntoTheStore() throws IOException {
    FilmedLesson.enrol(folder, "7A");

    booth.enroll("7A");

    try (Installation installation = Installation.open(home, Clock.systemUTC())) {
      assertThat(installation.store().gallery().madeFrom("7A")).isPresent();
    }
  }

  @Test
  void enroll_unknownClass_saysSoAndGoesOn() throws IOException {
    assertThatThrownBy(() -> booth.enroll("9Z"))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("There is no class '9Z'");
    assertThat(booth.glance(portrait()).hint()).isEqualTo(Glance.Hint.GOOD);
  }

  private static byte[] portrait() throws IOException {
    try (InputStream in =
        PhotoBooth.class.getResourceAsStream("/org/rollcall/demo/faces/person-04/1.jpg")) {
      return in.readAllBytes();
    }
  }
}
