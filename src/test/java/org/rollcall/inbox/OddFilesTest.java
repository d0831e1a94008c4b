package org.rollcall.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.inbox.ReadinessSettings.When;
import org.rollcall.inbox.Skipped.SkipReason;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.UsesProcesses;

/** Names and files that nobody should put into the watched folder, but somebody will. */
class OddFilesTest {
  private static final Instant START = Instant.parse("2026-11-16T08:00:00Z");

  @TempDir private Path footage;
  private final FakeClock clock = new FakeClock(START);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Größe 7/2026-11-16_0900.mp4",
        "Salle d’été/20261116_0900_caméra.mp4",
        "教室/20261116_0900.mp4",
        "7A/  blanks  .mp4",
        "7A/two\nlines.mp4",
        "7A/=cmd|..mp4",
        "7A/a/b/c/d/e/f/clip.mp4",
        "7A/\uD83C\uDF93.mp4",
      })
  void scan_oddName_isTakenByThatName(String name) throws IOException {
    assumeUnicodeNames();
    write(name);

    assertThat(scan().ready()).extracting(Candidate::name).containsExactly(name);
  }

  @Test
  void scan_sameNameComposedAndDecomposed_areTwoRecordings() throws IOException {
    assumeUnicodeNames();
    String composed = "Größe/2026-11-16_0900.mp4";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    write(composed);
    write(decomposed);
    assumeThat(Files.isSameFile(footage.resolve(composed), footage.resolve(decomposed)))
        .as("a file system that keeps both")
        .isFalse();

    assertThat(scan().ready())
        .extracting(Candidate::name)
        .containsExactlyInAnyOrder(composed, decomposed);
  }

  @Test
  void scan_longestNames_areTaken() throws IOException {
    String folder = "f".repeat(255);
    String name = folder + "/" + "n".repeat(251) + ".mp4";
    write(name);

    assertThat(scan().ready()).extracting(Candidate::name).containsExactly(name);
  }

  @Test
  void scan_linksOfAllKinds_areReportedAndNotFollowed(@TempDir Path elsewhere) throws IOException {
    write("7A/2026-11-16_0900.mp4");
    Files.writeString(elsewhere.resolve("secret.mp4"), "video");
    Files.createSymbolicLink(footage.resolve("7A/file.mp4"), elsewhere.resolve("secret.mp4"));
    Files.createSymbolicLink(footage.resolve("7A/folder"), elsewhere);
    Files.createSymbolicLink(footage.resolve("7A/loop"), footage);
    Files.createSymbolicLink(footage.resolve("7A/self.mp4"), footage.resolve("7A/self.mp4"));
    Files.createSymbolicLink(footage.resolve("7A/gone.mp4"), footage.resolve("nowhere"));

    Scan scan = scan();

    assertThat(scan.ready()).hasSize(1);
    assertThat(scan.skipped()).hasSize(5).extracting(Skipped::why).containsOnly(SkipReason.LINK);
  }

  @Test
  @UsesProcesses
  void scan_pipe_isReportedAndNotOpened() throws Exception {
    Path pipe = footage.resolve("2026.mp4");
    assumeThat(makePipe(pipe)).as("a system with pipes").isTrue();

    assertThat(scan().skipped())
        .extracting(Skipped::reason)
        .containsExactly(Message.of(Reason.SKIPPED_NO_FILE));
  }

  @Test
  void scan_folderNamedLikeARecording_isAFolder() throws IOException {
    write("7A/clip.mp4/2026-11-16_0900.mp4");

    assertThat(scan().ready()).hasSize(1);
  }

  @Test
  void scan_filesThatComeAndGoMeanwhile_doNoHarm() throws Exception {
    write("7A/2026-11-16_0900.mp4");
    AtomicBoolean stop = new AtomicBoolean();
    Thread restless = new Thread(() -> comeAndGo(stop));
    restless.start();
    try {
      for (int i = 0; i < 300; i++) {
        assertThat(scan().skipped()).isEmpty();
      }
    } finally {
      stop.set(true);
      restless.join();
    }
  }

  private Scan scan() {
    ReadinessSettings renamed =
        new ReadinessSettings(When.RENAMED, Duration.ZERO, Optional.empty());
    return new WatchedFolder(footage, Inboxes.with(renamed), clock).scan();
  }

  private Path write(String name) throws IOException {
    Path file = footage.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "video");
    return Files.setLastModifiedTime(file, FileTime.from(START.minusSeconds(3600)));
  }

  private void comeAndGo(AtomicBoolean stop) {
    try {
      while (!stop.get()) {
        Path folder = Files.createDirectory(footage.resolve("8B"));
        Path file = Files.writeString(folder.resolve("2026-11-16_0900.mp4"), "video");
        Files.delete(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean makePipe(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void assumeUnicodeNames() {
    assumeThat(System.getProperty("sun.jnu.encoding")).as("names of files").isEqualTo("UTF-8");
  }
}
