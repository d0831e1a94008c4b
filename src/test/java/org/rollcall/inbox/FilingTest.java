package org.rollcall.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.inbox.Filed.FilingResult;
import org.rollcall.inbox.ReadinessSettings.When;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.testing.FakeClock;

class FilingTest {
  private static final Instant START = Instant.parse("2026-11-16T08:00:00Z");
  private static final String NAME = "7A/2026-11-16_0900.mp4";
  private static final Optional<String> WELL = Optional.empty();
  private static final Optional<String> BROKEN = Optional.of("It ends in the middle.");

  @TempDir private Path home;
  private final FakeClock clock = new FakeClock(START);
  private Path recording;

  @BeforeEach
  void record() throws IOException {
    recording = write(home.resolve("footage").resolve(NAME), "video");
  }

  @Test
  void file_defaultSettings_leavesEverything() {
    assertThat(filed(RetentionSettings.DEFAULT, WELL).result()).isEqualTo(FilingResult.STAYS);
    assertThat(filed(RetentionSettings.DEFAULT, BROKEN).result()).isEqualTo(FilingResult.STAYS);
    assertThat(recording).hasContent("video");
  }

  @Test
  void file_success_movesWithItsSubfolders() {
    Filed filed = filed(Inboxes.MOVE, WELL);

    Path target = home.resolve("footage/_done").resolve(NAME);
    assertThat(filed).isEqualTo(new Filed(FilingResult.MOVED, Optional.of(target), ""));
    assertThat(target).hasContent("video");
    assertThat(recording).doesNotExist();
    assertThat(names(target.getParent())).containsExactly("2026-11-16_0900.mp4");
  }

  @Test
  void file_directlyInTheWatchedFolder_movesToo() throws IOException {
    recording = write(home.resolve("footage/7A_2026-11-16_0900.mp4"), "video");

    assertThat(filed(Inboxes.MOVE, WELL).to())
        .contains(home.resolve("footage/_done/7A_2026-11-16_0900.mp4"));
  }

  @Test
  void file_failure_movesWithTheReasonBesideIt() {
    Filed filed = filed(Inboxes.MOVE, BROKEN);

    Path target = home.resolve("footage/_failed").resolve(NAME);
    assertThat(filed.to()).contains(target);
    assertThat(target).hasContent("video");
    assertThat(target.resolveSibling("2026-11-16_0900.mp4.reason.txt"))
        .content()
        .startsWith("It ends in the middle.\n")
        .contains("Recording: " + NAME, "SHA-256: ", "Ended: 2026-11-16T08:00:00Z");
    assertThat(names(target.getParent())).hasSize(2);
  }

  @Test
  void file_delete_deletesAfterSuccessOnly() {
    assertThat(filed(Inboxes.deleteAfter(0), WELL).result()).isEqualTo(FilingResult.DELETED);
    assertThat(recording).doesNotExist();
  }

  @Test
  void file_beforeItsDay_waits() {
    clock.pass(Duration.ofDays(30).minusMillis(1));
    assertThat(filed(Inboxes.deleteAfter(30), WELL).result()).isEqualTo(FilingResult.NOT_YET);
    clock.pass(Duration.ofMillis(1));
    assertThat(filed(Inboxes.deleteAfter(30), WELL).result()).isEqualTo(FilingResult.DELETED);
  }

  @Test
  void file_nameTaken_addsANumberAndOverwritesNothing() throws IOException {
    Path taken = write(home.resolve("footage/_done").resolve(NAME), "other");
    Path second = taken.resolveSibling("2026-11-16_0900_2.mp4");
    Files.createSymbolicLink(second, home.resolve("nowhere"));

    assertThat(filed(Inboxes.MOVE, WELL).to())
        .contains(taken.resolveSibling("2026-11-16_0900_3.mp4"));
    assertThat(taken).hasContent("other");
    assertThat(second).isSymbolicLink();
  }

  @Test
  void file_strangeReasonThere_isNotOverwritten() throws IOException {
    Path strange = write(home.resolve("footage/_failed").resolve(NAME + ".reason.txt"), "not ours");

    assertThat(filed(Inboxes.MOVE, BROKEN).to())
        .contains(strange.resolveSibling("2026-11-16_0900_2.mp4"));
    assertThat(strange).hasContent("not ours");
  }

  @Test
  void file_cutOffBetweenMoveAndDelete_onlyDeletes() throws IOException {
    Path moved = write(home.resolve("footage/_done").resolve(NAME), "video");

    assertThat(filed(Inboxes.MOVE, WELL).to()).contains(moved);
    assertThat(recording).doesNotExist();
    assertThat(names(moved.getParent())).hasSize(1);
  }

  @Test
  void file_cutOffBetweenReasonAndMove_usesTheReasonAgain() throws IOException {
    Path target = filed(Inboxes.MOVE, BROKEN).to().orElseThrow();
    Files.move(target, recording);

    assertThat(filed(Inboxes.MOVE, BROKEN).to()).contains(target);
    assertThat(names(target.getParent())).hasSize(2);
  }

  @Test
  void file_otherContent_isLeft() throws IOException {
    String sha256 = ContentHash.sha256(recording, bytes -> {});
    Files.writeString(recording, "new video");

    for (RetentionSettings retention :
        new RetentionSettings[] {Inboxes.MOVE, Inboxes.deleteAfter(0)}) {
      Filed filed = filing(retention).file(new Filing.Ended(recording, sha256, START, WELL));

      assertThat(filed.result()).isEqualTo(FilingResult.CHANGED);
      assertThat(filed.reason()).isNotEmpty();
      assertThat(recording).hasContent("new video");
    }
  }

  @Test
  void file_missing_saysSo() throws IOException {
    String sha256 = ContentHash.sha256(recording, bytes -> {});
    Files.delete(recording);

    assertThat(filing(Inboxes.MOVE).file(new Filing.Ended(recording, sha256, START, WELL)).result())
        .isEqualTo(FilingResult.MISSING);
  }

  @Test
  void file_shareAway_isTemporaryAndNotMissing() {
    ReadinessSettings readiness =
        new ReadinessSettings(When.STILL, Duration.ZERO, Optional.of("connected"));
    InboxSettings settings = Inboxes.with(Inboxes.MOVE, readiness);
    Filing filing = new Filing(home.resolve("footage"), settings, clock);

    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(() -> filing.file(ended(WELL)))
        .withMessageContaining("'connected' is missing");
  }

  @Test
  void file_linkOrBehindALink_isLeft(@TempDir Path elsewhere) throws IOException {
    Path real = write(elsewhere.resolve("real.mp4"), "video");
    Path footage = home.resolve("footage");
    Files.createSymbolicLink(footage.resolve("link.mp4"), real);
    Files.createSymbolicLink(footage.resolve("folder"), elsewhere);

    for (String name : new String[] {"link.mp4", "folder/real.mp4"}) {
      recording = footage.resolve(name);
      assertThat(filed(Inboxes.deleteAfter(0), WELL).result()).isEqualTo(FilingResult.CHANGED);
      assertThat(filed(Inboxes.MOVE, WELL).result()).isEqualTo(FilingResult.CHANGED);
    }
    assertThat(real).hasContent("video");
  }

  @Test
  void file_linkInTheDoneFolder_isNotFollowed(@TempDir Path elsewhere) throws IOException {
    Files.createDirectory(home.resolve("footage/_done"));
    Files.createSymbolicLink(home.resolve("footage/_done/7A"), elsewhere);

    Filed filed = filed(Inboxes.MOVE, WELL);

    assertThat(filed.result()).isEqualTo(FilingResult.TROUBLE);
    assertThat(filed.reason()).contains("it is not a folder");
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(recording).hasContent("video");
  }

  @Test
  void file_doneFolderIsAFile_isTroubleAndTheRecordingStays() throws IOException {
    write(home.resolve("footage/_done"), "a file");

    Filed filed = filed(Inboxes.MOVE, WELL);

    assertThat(filed.result()).isEqualTo(FilingResult.TROUBLE);
    assertThat(filed.reason()).contains("_done: it is not a folder");
    assertThat(recording).hasContent("video");
  }

  @Test
  void file_outsideOrAlreadyFiled_stays() throws IOException {
    for (String name :
        new String[] {"elsewhere/a.mp4", "footage/_done/a.mp4", "footage/_failed/a"}) {
      recording = write(home.resolve(name), "video");

      assertThat(filed(Inboxes.deleteAfter(0), WELL).result()).isEqualTo(FilingResult.STAYS);
      assertThat(recording).hasContent("video");
    }
  }

  @Test
  void file_pathThatLeadsOut_stays() throws IOException {
    write(home.resolve("a.mp4"), "video");
    recording = home.resolve("footage/7A/../../a.mp4");

    assertThat(filed(Inboxes.deleteAfter(0), WELL).result()).isEqualTo(FilingResult.STAYS);
  }

  @Test
  void file_readOnlyFolder_isLeft() throws IOException {
    Filing filing = filing(Inboxes.MOVE);
    Files.setPosixFilePermissions(
        recording.getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(recording.getParent()))
        .as("a user whom permissions stop")
        .isFalse();

    assertThat(filing.file(ended(WELL)).result()).isEqualTo(FilingResult.READ_ONLY);
    assertThat(filing.file(ended(WELL)).result()).isEqualTo(FilingResult.READ_ONLY);
    assertThat(recording).hasContent("video");
  }

  @Test
  void file_longestName_isMovedWithANumberAndAReason() throws IOException {
    String name = "é".repeat(125) + "n.mp4";
    recording = write(home.resolve("footage").resolve(name), "video");
    write(home.resolve("footage/_failed").resolve(name), "other");

    Path target = filed(Inboxes.MOVE, BROKEN).to().orElseThrow();

    assertThat(target).hasContent("video");
    assertThat(target.getFileName().toString()).endsWith("é_2.mp4");
    assertThat(names(target.getParent())).hasSize(3).anyMatch(n -> n.endsWith(".reason.txt"));
  }

  @Test
  void file_otherDrive_copiesAndDeletes() throws IOException {
    Path memory = Path.of("/dev/shm");
    assumeThat(memory).as("another drive").isDirectory();
    assumeThat(Files.getFileStore(memory)).isNotEqualTo(Files.getFileStore(home));
    Path other = Files.createTempDirectory(memory, "rollcall");
    try {
      Filed filed = filed(Inboxes.doneIn(other), WELL);

      assertThat(filed.to()).contains(other.resolve(NAME));
      assertThat(other.resolve(NAME)).hasContent("video");
      assertThat(names(other.resolve("7A"))).hasSize(1);
      assertThat(recording).doesNotExist();
    } finally {
      Files.deleteIfExists(other.resolve(NAME));
      Files.deleteIfExists(other.resolve("7A"));
      Files.delete(other);
    }
  }

  @Test
  void copyAndDelete_intactCopy_keepsTheTimeOfTheFile() throws IOException {
    Path folder = Files.createDirectory(home.resolve("archive"));
    Path target = folder.resolve("a.mp4");
    Object modified = Files.getLastModifiedTime(recording);

    moving(ContentHash.sha256(recording, bytes -> {}), folder).copyAndDelete(target);

    assertThat(target).hasContent("video");
    assertThat(Files.getLastModifiedTime(target)).isEqualTo(modified);
    assertThat(recording).doesNotExist();
  }

  @Test
  void copyAndDelete_copyDiffers_leavesNothingUnderTheFinalName() throws IOException {
    Path folder = Files.createDirectory(home.resolve("archive"));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> moving("0".repeat(64), folder).copyAndDelete(folder.resolve("a.mp4")))
        .withMessageContaining("differs");
    assertThat(folder).isEmptyDirectory();
    assertThat(recording).hasContent("video");
  }

  @Test
  void copyAndDelete_leftoverOfAnEarlierTry_isReplaced() throws IOException {
    String sha256 = ContentHash.sha256(recording, bytes -> {});
    Path folder = Files.createDirectory(home.resolve("archive"));
    write(folder.resolve(".a.mp4.killed.part"), "vid");

    moving(sha256, folder).copyAndDelete(folder.resolve("a.mp4"));

    assertThat(names(folder)).containsExactly("a.mp4");
  }

  @Test
  void filing_intoTheWatchedFolderItself_isRefused() {
    assertThatExceptionOfType(RollcallException.class)
        .isThrownBy(() -> filing(Inboxes.doneIn(Path.of("footage"))))
        .withMessageContaining("footage.doneFolder");
  }

  private FiledRecording moving(String sha256, Path folder) {
    return new FiledRecording(recording, sha256, folder, Optional.empty());
  }

  private Filed filed(RetentionSettings retention, Optional<String> failure) {
    return filing(retention).file(ended(failure));
  }

  private Filing filing(RetentionSettings retention) {
    return new Filing(home.resolve("footage"), Inboxes.with(retention), clock);
  }

  private Filing.Ended ended(Optional<String> failure) {
    return new Filing.Ended(recording, ContentHash.sha256(recording, b -> {}), START, failure);
  }

  private static Path write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static Stream<String> names(Path folder) {
    assertThat(Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)).isTrue();
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
