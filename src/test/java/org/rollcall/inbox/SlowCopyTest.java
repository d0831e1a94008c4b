package org.rollcall.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.inbox.ReadinessSettings.When;
import org.rollcall.testing.FakeClock;

/** A recording that is copied in pieces, with pauses, while Rollcall scans the folder. */
class SlowCopyTest {
  private static final Duration WINDOW = Duration.ofSeconds(30);
  private static final int PIECES = 10;
  private static final byte[] CONTENT = content();

  @TempDir private Path footage;
  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-16T08:00:00Z"));
  private Path recording;
  private Path partial;
  private Path marker;
  private int completeReads;

  @BeforeEach
  void name() throws IOException {
    Path folder = Files.createDirectory(footage.resolve("7A"));
    recording = folder.resolve("2026-11-16_0900.mp4");
    partial = folder.resolve("2026-11-16_0900.mp4.part");
    marker = folder.resolve("2026-11-16_0900.mp4.done");
  }

  @ParameterizedTest
  @CsvSource({"STILL, 29999", "RENAMED, 29999", "RENAMED, 90000", "MARKED, 29999", "MARKED, 90000"})
  void copy_withPauses_isReadOnlyWhenComplete(When when, int pauseMillis) throws IOException {
    WatchedFolder watched = watch(when);
    Path target = when == When.RENAMED ? partial : recording;
    for (int piece = 0; piece < PIECES; piece++) {
      append(target, piece);
      readWhatIsReady(watched);
      clock.pass(Duration.ofMillis(pauseMillis));
      if (piece < PIECES - 1) {
        readWhatIsReady(watched);
      }
    }
    assertThat(completeReads).as("reads before the end").isZero();
    finish(when);
    clock.pass(WINDOW);
    readWhatIsReady(watched);

    assertThat(completeReads).isEqualTo(1);
  }

  @Test
  void copy_overAnOldOneThatIsMarked_isReadOnlyWhenComplete() throws IOException {
    WatchedFolder watched = watch(When.MARKED);
    append(recording, 0);
    finish(When.MARKED);
    clock.pass(WINDOW);
    Files.delete(recording);
    for (int piece = 0; piece < PIECES; piece++) {
      append(recording, piece);
      clock.pass(Duration.ofMinutes(5));
      readWhatIsReady(watched);
    }
    assertThat(completeReads).as("reads before the end").isZero();
    finish(When.MARKED);
    readWhatIsReady(watched);

    assertThat(completeReads).isEqualTo(1);
  }

  @Test
  void stillCopy_pauseLongerThanTheWindow_isTakenAgainWhenComplete() throws IOException {
    WatchedFolder watched = watch(When.STILL);
    append(recording, 0);
    watched.scan();
    clock.pass(WINDOW);
    List<Candidate> early = watched.scan().ready();
    for (int piece = 1; piece < PIECES; piece++) {
      append(recording, piece);
    }

    assertThat(early).extracting(Candidate::bytes).containsExactly((long) CONTENT.length / PIECES);
    assertThat(watched.scan().ready()).isEmpty();
    clock.pass(WINDOW);
    readWhatIsReady(watched);
    assertThat(completeReads).isEqualTo(1);
  }

  private void finish(When when) throws IOException {
    if (when == When.RENAMED) {
      Files.move(partial, recording);
    } else if (when == When.MARKED) {
      Files.writeString(marker, "");
      Files.setLastModifiedTime(marker, FileTime.from(clock.instant()));
    }
  }

  private void readWhatIsReady(WatchedFolder watched) throws IOException {
    for (Candidate candidate : watched.scan().ready()) {
      assertThat(Files.readAllBytes(candidate.path())).isEqualTo(CONTENT);
      completeReads++;
    }
  }

  private void append(Path file, int piece) throws IOException {
    int size = CONTENT.length / PIECES;
    Files.write(
        file,
        Arrays.copyOfRange(CONTENT, piece * size, (piece + 1) * size),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
  }

  private WatchedFolder watch(When when) {
    ReadinessSettings readiness = new ReadinessSettings(when, WINDOW, Optional.empty());
    return new WatchedFolder(footage, Inboxes.with(readiness), clock);
  }

  private static byte[] content() {
    byte[] content = new byte[100 * PIECES];
    new Random(7).nextBytes(content);
    return content;
  }
}
