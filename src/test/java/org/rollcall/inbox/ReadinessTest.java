package org.rollcall.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.inbox.ReadinessSettings.When;
import org.rollcall.inbox.Skipped.SkipReason;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.testing.FakeClock;

/** The signs that a recording is complete, and that the watched folder is there. */
class ReadinessTest {
  private static final Instant START = Instant.parse("2026-11-16T08:00:00Z");
  private static final String MONDAY = "7A/2026-11-16_0900.mp4";

  @TempDir private Path home;
  private final FakeClock clock = new FakeClock(START);

  @Test
  void renamed_freshFileWithItsName_isReadyAtOnce() throws IOException {
    write(MONDAY, START);
    write("7A/2026-11-16_1000.mp4.part", START);
    write("7A/.2026-11-16_1100.mp4", START);

    Scan scan = watch(When.RENAMED).scan();

    assertThat(scan.ready()).extracting(Candidate::name).containsExactly(MONDAY);
    assertThat(scan.skipped()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-11-16_0900.mp4.done", "2026-11-16_0900.done", "2026-11-16_0900.mp4.DONE"})
  void marked_markerBesideIt_isReadyAtOnceAndTheMarkerIsNotListed(String marker)
      throws IOException {
    write(MONDAY, START);
    write("7A/" + marker, START);

    Scan scan = watch(When.MARKED).scan();

    assertThat(scan.ready()).extracting(Candidate::name).containsExactly(MONDAY);
    assertThat(scan.skipped()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-16_0900.done",
        "8B/2026-11-16_0900.mp4.done",
        "7A/2026-11-16_1000.mp4.done",
        "7A/2026-11-16_0900.mp4done",
        "7A/2026-11-16_0900.mp4.done.part",
      })
  void marked_noMarkerOfItsOwn_waits(String other) throws IOException {
    write(MONDAY, START.minusSeconds(86_400));
    write(other, START);

    Scan scan = watch(When.MARKED).scan();

    assertThat(scan.ready()).isEmpty();
    assertThat(scan.skipped())
        .filteredOn(skipped -> skipped.name().equals(MONDAY))
        .extracting(Skipped::why, skipped -> skipped.reason().toString())
        .containsExactly(
            tuple(
                SkipReason.UNMARKED,
                "is not marked as complete, expected a file '2026-11-16_0900.mp4.done' beside"
                    + " it."));
  }

  @Test
  void marked_writtenToAfterItsMarker_waitsForANewMarker() throws IOException {
    write("7A/2026-11-16_0900.mp4.done", START);
    write(MONDAY, START.plusMillis(1));
    WatchedFolder watched = watch(When.MARKED);

    assertThat(watched.scan().skipped())
        .extracting(Skipped::why)
        .containsExactly(SkipReason.UNMARKED);
    write("7A/2026-11-16_0900.done", START.plusMillis(1));
    assertThat(watched.scan().ready()).hasSize(1);
  }

  @Test
  void still_markers_areFilesLikeOthers() throws IOException {
    write("7A/2026-11-16_0900.mp4.done", START);

    assertThat(watch(When.STILL).scan().skipped())
        .extracting(Skipped::why)
        .containsExactly(SkipReason.NOT_A_RECORDING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"connected.txt", ".connected"})
  void sentinel_there_isNotListed(String name) throws IOException {
    write(name, START);

    assertThat(watch(name).scan()).isEqualTo(new Scan(List.of(), List.of(), Duration.ZERO));
  }

  @Test
  void sentinel_missing_isTemporaryAndNotAnEmptyFolder() throws IOException {
    write(MONDAY, START.minusSeconds(3600));
    WatchedFolder watched = watch(".connected");

    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(watched::scan)
        .withMessageContaining("'.connected' is missing, so its share is not connected");
    write(".connected", START);
    assertThat(watched.scan().ready()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "a/b", "a\\b", "a\0"})
  void sentinel_thatIsNoName_isRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReadinessSettings(When.STILL, Duration.ZERO, Optional.of(name)))
        .withMessageContaining("sentinel");
  }

  @Test
  void closedFolders_evenWithRecordings_areNotThere() throws IOException {
    write("_done/" + MONDAY, START.minusSeconds(3600));
    write("_failed/" + MONDAY, START.minusSeconds(3600));
    write("7A/_done/2026-11-16_0900.mp4", START.minusSeconds(3600));

    assertThat(watch(When.RENAMED).scan().ready())
        .extracting(Candidate::name)
        .containsExactly("7A/_done/2026-11-16_0900.mp4");
  }

  @Test
  void closedFolders_underAFootageThatIsALink_areNotThere(@TempDir Path elsewhere)
      throws IOException {
    write("_done/" + MONDAY, START);
    Path link = Files.createSymbolicLink(elsewhere.resolve("footage"), footage());

    assertThat(new WatchedFolder(link, settings(When.RENAMED), clock).scan().ready()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"footage", ".", "..", "", "footage/x/.."})
  void doneFolder_thatHoldsTheWatchedFolder_isRefused(String folder) {
    InboxSettings settings = Inboxes.with(Inboxes.doneIn(Path.of(folder)));

    assertThatExceptionOfType(RollcallException.class)
        .isThrownBy(() -> new WatchedFolder(footage(), settings, clock))
        .withMessageContaining("footage.doneFolder");
  }

  private WatchedFolder watch(When when) {
    return new WatchedFolder(footage(), settings(when), clock);
  }

  private WatchedFolder watch(String sentinel) {
    ReadinessSettings readiness =
        new ReadinessSettings(When.RENAMED, Duration.ZERO, Optional.of(sentinel));
    return new WatchedFolder(footage(), Inboxes.with(readiness), clock);
  }

  private static InboxSettings settings(When when) {
    return Inboxes.with(new ReadinessSettings(when, Duration.ofSeconds(30), Optional.empty()));
  }

  private Path footage() {
    return home.resolve("footage");
  }

  private void write(String name, Instant modified) throws IOException {
    Path file = footage().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "video");
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }
}
