package org.rollcall.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.inbox.Skipped.SkipReason;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.testing.FakeClock;

class WatchedFolderTest {
  private static final Instant START = Instant.parse("2026-11-16T08:00:00Z");
  private static final Duration STILL_FOR = ReadinessSettings.DEFAULT.stillFor();
  private static final String MONDAY = "7A/2026-11-16_0900.mp4";

  @TempDir private Path footage;
  private final FakeClock clock = new FakeClock(START);

  @Test
  void scan_completeRecordings_areReadyByLesson() {
    old("8B_2026-11-17_0800.mp4");
    old("9C/2026-11-16_1000.MP4");
    old("7A/2026-11-17_0800.mkv");

    assertThat(watch().scan().ready())
        .extracting(Candidate::name)
        .containsExactly(
            "9C/2026-11-16_1000.MP4", "7A/2026-11-17_0800.mkv", "8B_2026-11-17_0800.mp4");
  }

  @Test
  void scan_completeRecording_isDescribed() {
    Path file = old(MONDAY);

    Candidate candidate = watch().scan().ready().get(0);

    assertThat(candidate.path()).isEqualTo(file);
    assertThat(candidate.bytes()).isEqualTo(5);
    assertThat(candidate.modified()).isEqualTo(START.minus(Duration.ofHours(1)));
    assertThat(candidate.recording().words().first()).isEqualTo("7A");
  }

  @Test
  void scan_emptyFolder_findsNothing() {
    assertThat(watch().scan()).isEqualTo(new Scan(List.of(), List.of(), Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".hidden_2026-11-16_0900.mp4",
        "7A/truth.json",
        "~7A_2026-11-16_0900.mp4",
        "7A/2026-11-16_0900.mp4.part",
        "7A/2026-11-16_0900.mp4.TMP",
        "7A/2026-11-16_0900.mp4.crdownload",
        "7A/2026-11-16_0900.mp4.filepart",
        ".trash/2026-11-16_0900.mp4",
        "7A/#recycle/2026-11-16_0900.mp4",
        "#recycle/7A/2026-11-16_0900.mp4",
        "7A/@eaDir/2026-11-16_0900.mp4/SYNOVIDEO_VIDEO_SCREENSHOT.jpg",
        "$RECYCLE.BIN/7A/2026-11-16_0900.mp4",
        "System Volume Information/7A/2026-11-16_0900.mp4",
        "7A/.stversions/2026-11-16_0900.mp4",
        "7A/Thumbs.db",
        "7A/desktop.ini",
        "7A/2026-11-16_0900.mp4.!sync",
      })
  void scan_hiddenTemporaryOrTruth_isNotThere(String name) {
    old(name);

    assertThat(watch().scan()).isEqualTo(new Scan(List.of(), List.of(), Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mp4", "M4V", "mov", "mkv", "webm", "avi", "ts", "M2TS", "mts", "MPG", "mpeg", "vob", "DAV",
        "3gp", "wmv", "asf", "flv", "ogv", "mxf", "h264", "h265", "264", "265", "hevc", "mjpeg"
      })
  void scan_extensionThatDecodes_isTaken(String extension) {
    old("7A/2026-11-16_0900." + extension);

    assertThat(watch().scan().ready()).hasSize(1);
  }

  @Test
  void scan_ownExtensions_winAndTheOthersNameTheSetting() {
    InboxSettings own =
        new InboxSettings(
            Optional.empty(), List.of("mp4"), ReadinessSettings.DEFAULT, RetentionSettings.DEFAULT);
    old("7A/2026-11-16_0900.dav");
    old("7A/2026-11-16_1000.MP4");

    Scan scan = new WatchedFolder(footage, own, clock).scan();

    assertThat(scan.ready()).extracting(Candidate::name).containsExactly("7A/2026-11-16_1000.MP4");
    assertThat(scan.skipped())
        .singleElement()
        .extracting(Skipped::reason)
        .asString()
        .contains("add dav to footage.extensions");
  }

  @Test
  void scan_otherFiles_areSkippedWithTheReason() {
    old("README");
    old("notes.txt");
    old("holiday.mp4");
    write("7A/2026-11-16_0800.mp4", "", START);

    assertThat(watch().scan().ready()).isEmpty();
    assertThat(watch().scan().skipped())
        .extracting(Skipped::name, Skipped::why)
        .containsExactly(
            tuple("7A/2026-11-16_0800.mp4", SkipReason.EMPTY),
            tuple("README", SkipReason.NOT_A_RECORDING),
            tuple("holiday.mp4", SkipReason.UNCLEAR_NAME),
            tuple("notes.txt", SkipReason.NOT_A_RECORDING));
    assertThat(watch().scan().skipped().get(3).reason())
        .hasToString(
            "extension .txt is not that of a recording; if it is one, add txt to footage.extensions"
                + " in the settings.");
  }

  @Test
  void scan_emptyForLong_isTakenSoThatItFails() {
    write("7A/2026-11-16_0800.mp4", "", START.minusSeconds(3600));

    assertThat(watch().scan().ready())
        .extracting(Candidate::name)
        .containsExactly("7A/2026-11-16_0800.mp4");
  }

  @Test
  void scan_linkOutOfTheFolder_isNotFollowed(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("2026-11-16_0900.mp4"), "video");
    Files.createSymbolicLink(footage.resolve("7A"), elsewhere);

    Scan scan = watch().scan();

    assertThat(scan.ready()).isEmpty();
    assertThat(scan.skipped()).extracting(Skipped::why).containsExactly(SkipReason.LINK);
  }

  @Test
  void scan_folderIsItselfALink_keepsItsPaths(@TempDir Path elsewhere) throws IOException {
    Path link = Files.createSymbolicLink(elsewhere.resolve("footage"), footage);
    old(MONDAY);

    Scan scan = new WatchedFolder(link, InboxSettings.DEFAULT, clock).scan();

    assertThat(scan.ready()).extracting(Candidate::path).containsExactly(link.resolve(MONDAY));
  }

  @Test
  void scan_unreadableSubfolder_isSkippedAndTheRestFound() throws IOException {
    old("8B/2026-11-16_0900.mp4");
    Path closed = Files.createDirectory(footage.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(closed)).as("a user whom permissions stop").isFalse();

    Scan scan = watch().scan();

    assertThat(scan.ready()).hasSize(1);
    assertThat(scan.skipped()).extracting(Skipped::why).containsExactly(SkipReason.UNREADABLE);
  }

  @Test
  void scan_missingFolder_isTemporary() {
    WatchedFolder gone = new WatchedFolder(footage.resolve("gone"), InboxSettings.DEFAULT, clock);

    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(gone::scan)
        .withMessageContaining("it does not exist");
  }

  @Test
  void scan_fileInsteadOfFolder_isTemporary() {
    WatchedFolder file = new WatchedFolder(old(MONDAY), InboxSettings.DEFAULT, clock);

    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(file::scan)
        .withMessageContaining("it is not a folder");
  }

  @Test
  void scan_changedExactlyLongEnoughAgo_isReady() {
    write(MONDAY, "video", START.minus(STILL_FOR));

    assertThat(watch().scan().ready()).hasSize(1);
  }

  @Test
  void scan_changedAMomentTooShortAgo_isGrowing() {
    write(MONDAY, "video", START.minus(STILL_FOR).plusMillis(1));

    assertThat(watch().scan().skipped())
        .extracting(Skipped::why)
        .containsExactly(SkipReason.GROWING);
  }

  @Test
  void scan_unchangedSinceAnEarlierScan_isReady() {
    write(MONDAY, "video", START);
    WatchedFolder watched = watch();
    watched.scan();
    clock.pass(STILL_FOR);

    assertThat(watched.scan().ready()).hasSize(1);
  }

  @Test
  void scan_grownSinceAnEarlierScan_waitsAgainWhateverItsTime() {
    write(MONDAY, "video", START);
    WatchedFolder watched = watch();
    watched.scan();
    clock.pass(STILL_FOR);
    write(MONDAY, "video and more", START.minusSeconds(3600));

    assertThat(watched.scan().ready()).isEmpty();
    clock.pass(STILL_FOR);
    assertThat(watched.scan().ready()).hasSize(1);
  }

  @Test
  void scan_timeInTheFuture_needsTwoScans() {
    write(MONDAY, "video", START.plusSeconds(86_400));
    WatchedFolder watched = watch();

    assertThat(watched.scan().ready()).isEmpty();
    clock.pass(STILL_FOR.minusMillis(1));
    assertThat(watched.scan().ready()).isEmpty();
    clock.pass(Duration.ofMillis(1));
    assertThat(watched.scan().ready()).hasSize(1);
  }

  @Test
  void scan_clockSetBack_stillTakesTheFileInTheEnd() {
    write(MONDAY, "video", START);
    WatchedFolder watched = watch();
    watched.scan();
    clock.pass(Duration.ofHours(-5));
    watched.scan();
    clock.pass(STILL_FOR);

    assertThat(watched.scan().ready()).hasSize(1);
  }

  @Test
  void scan_goneAndBack_startsAgain() throws IOException {
    Path file = write(MONDAY, "video", START.plusSeconds(86_400));
    WatchedFolder watched = watch();
    watched.scan();
    Files.delete(file);
    watched.scan();
    clock.pass(STILL_FOR);
    write(MONDAY, "video", START.plusSeconds(86_400));

    assertThat(watched.scan().ready()).isEmpty();
  }

  @Test
  void scan_nothingGrows_isSettled() {
    old(MONDAY);

    assertThat(watch().scan().settlesIn()).isZero();
  }

  @Test
  void scan_youngFile_settlesWhenItHasBeenStillForLongEnough() {
    write(MONDAY, "video", START.minusSeconds(10));
    WatchedFolder watched = watch();

    Duration settlesIn = watched.scan().settlesIn();

    assertThat(settlesIn).isEqualTo(STILL_FOR.minusSeconds(10));
    clock.pass(settlesIn);
    assertThat(watched.scan().ready()).hasSize(1);
  }

  @Test
  void scan_finerThanAMilli_settlesInWholeMillis() {
    write(MONDAY, "video", START.minusNanos(1000));

    assertThat(watch().scan().settlesIn()).isEqualTo(STILL_FOR);
  }

  @Test
  void scan_fileGrowsMeanwhile_settlesLater() {
    write(MONDAY, "video", START);
    WatchedFolder watched = watch();
    clock.pass(watched.scan().settlesIn());
    write(MONDAY, "video and more", clock.instant());

    Scan scan = watched.scan();

    assertThat(scan.ready()).isEmpty();
    assertThat(scan.skipped()).extracting(Skipped::why).containsExactly(SkipReason.GROWING);
    assertThat(scan.settlesIn()).isEqualTo(STILL_FOR);
  }

  private WatchedFolder watch() {
    return new WatchedFolder(footage, InboxSettings.DEFAULT, clock);
  }

  private Path old(String name) {
    return write(name, "video", START.minus(Duration.ofHours(1)));
  }

  private Path write(String name, String content, Instant modified) {
    try {
      Path file = footage.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return Files.setLastModifiedTime(file, FileTime.from(modified));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
