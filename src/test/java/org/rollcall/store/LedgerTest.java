package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Outcome;
import org.rollcall.store.Ledger.Entry;
import org.rollcall.store.Ledger.State;

class LedgerTest {
  private static final String HASH = "a".repeat(64);
  private static final String OTHER_HASH = "b".repeat(64);
  private static final String FILE = "footage/7A/2026-11-16_0900.mp4";
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final Instant MODIFIED = Instant.parse("2026-11-16T10:00:00.123Z");

  @TempDir Path home;
  private final StepClock clock = new StepClock("2026-11-17T02:00:00Z");
  private Path file;
  private Store store;
  private Ledger ledger;

  @BeforeEach
  void open() {
    file = home.resolve("rollcall.db");
    store = Store.open(file, clock);
    ledger = store.ledger();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private boolean claim() {
    return ledger.claim(HASH, FILE, LESSON, false);
  }

  private boolean claimAgain() {
    return ledger.claim(HASH, FILE, LESSON, true);
  }

  private Entry entry() {
    return ledger.find(HASH).orElseThrow();
  }

  @Test
  void find_unknownRecording_isEmpty() {
    assertThat(ledger.find(HASH)).isEmpty();
  }

  @Test
  void claim_unknownRecording_runs() {
    assertThat(claim()).isTrue();

    assertThat(entry())
        .isEqualTo(
            new Entry(
                HASH,
                FILE,
                Optional.of(LESSON),
                State.RUNNING,
                1,
                "",
                clock.instant(),
                Optional.empty()));
  }

  @Test
  void claim_running_isRefusedEvenWhenAskedAgain() {
    claim();

    assertThat(claim()).isFalse();
    assertThat(claimAgain()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void claim_ended_onlyWhenAskedAgain(Outcome.State end) {
    claim();
    ledger.finish(HASH, new Outcome(end, end == Outcome.State.DONE ? List.of() : List.of("Why.")));

    assertThat(claim()).isFalse();
    assertThat(claimAgain()).isTrue();
    assertThat(entry().state()).isEqualTo(State.RUNNING);
    assertThat(entry().attempts()).isEqualTo(1);
    assertThat(entry().finished()).isEmpty();
  }

  @Test
  void claim_renamedCopyOfDoneRecording_isRefused() {
    claim();
    ledger.finish(HASH, Outcome.done());

    assertThat(ledger.claim(HASH, "footage/7A/copy.mp4", LESSON, false)).isFalse();
    assertThat(entry().file()).isEqualTo(FILE);
  }

  @Test
  void claim_fromManyThreads_oneGetsIt() throws Exception {
    try (Store second = Store.open(file, clock)) {
      List<Callable<Boolean>> claims =
          IntStream.range(0, 16)
              .mapToObj(i -> i % 2 == 0 ? ledger : second.ledger())
              .<Callable<Boolean>>map(one -> () -> one.claim(HASH, FILE, LESSON, true))
              .toList();
      ExecutorService threads = Executors.newFixedThreadPool(8);
      int claimed = 0;
      for (Future<Boolean> claim : threads.invokeAll(claims)) {
        claimed += claim.get() ? 1 : 0;
      }
      threads.shutdown();

      assertThat(claimed).isEqualTo(1);
      assertThat(entry().attempts()).isEqualTo(1);
    }
  }

  @Test
  void finish_partial_keepsReasonsAndTime() {
    claim();
    Instant end = clock.step(Duration.ofMinutes(7));
    ledger.finish(HASH, Outcome.partial(List.of("It breaks off.", "No sound of it.")));

    assertThat(entry().state()).isEqualTo(State.PARTIAL);
    assertThat(entry().reason()).isEqualTo("It breaks off. No sound of it.");
    assertThat(entry().since()).isEqualTo(end);
    assertThat(entry().finished()).contains(end);
  }

  @Test
  void finish_recordingThatDoesNotRun_fails() {
    claim();
    ledger.finish(HASH, Outcome.done());

    assertThatThrownBy(() -> ledger.finish(HASH, Outcome.failed("Broken.")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(HASH);
    assertThat(entry().state()).isEqualTo(State.DONE);
  }

  @Test
  void putBack_running_waitsAndDoesNotCount() {
    claim();
    ledger.putBack(HASH, "The disc is full.");

    assertThat(entry().state()).isEqualTo(State.WAITING);
    assertThat(entry().reason()).isEqualTo("The disc is full.");
    assertThat(entry().attempts()).isZero();
    assertThat(entry().finished()).isEmpty();
    assertThat(claim()).isTrue();
    assertThat(entry().attempts()).isEqualTo(1);
  }

  @Test
  void putBack_waiting_fails() {
    claim();
    ledger.putBack(HASH, "The disc is full.");

    assertThatThrownBy(() -> ledger.putBack(HASH, "Once more."))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void recover_running_waitsAgain() {
    claim();
    clock.step(Duration.ofHours(1));

    assertThat(ledger.recover(2)).containsExactly(entry());
    assertThat(entry().state()).isEqualTo(State.WAITING);
    assertThat(entry().attempts()).isEqualTo(1);
    assertThat(entry().since()).isEqualTo(clock.instant());
    assertThat(entry().reason()).isEqualTo("Rollcall was stopped in the middle of it.");
  }

  @Test
  void recover_diedTwice_fails() {
    claim();
    ledger.recover(2);
    claim();

    assertThat(ledger.recover(2)).extracting(Entry::state).containsExactly(State.FAILED);
    assertThat(entry().reason())
        .isEqualTo("Rollcall was stopped in the middle of it, 2 times in a row.");
    assertThat(entry().finished()).contains(clock.instant());
  }

  @Test
  void recover_nothingRunning_changesNothing() {
    claim();
    ledger.finish(HASH, Outcome.done());
    Entry before = entry();

    assertThat(ledger.recover(2)).isEmpty();
    assertThat(entry()).isEqualTo(before);
  }

  @Test
  void recover_claimOfKilledProcess_canBeClaimed() {
    try (OtherProcess other = OtherProcess.that("claim", file.toString(), HASH)) {
      assertThat(entry().state()).isEqualTo(State.RUNNING);
      assertThat(claimAgain()).isFalse();
      other.kill();
    }

    assertThat(ledger.recover(2)).extracting(Entry::sha256).containsExactly(HASH);
    assertThat(claim()).isTrue();
    assertThat(entry().attempts()).isEqualTo(2);
  }

  @Test
  void refuse_unknownRecording_failsWithoutLesson() {
    ledger.refuse(HASH, "footage/camera1.mp4", "Its name tells no lesson.");

    assertThat(entry())
        .isEqualTo(
            new Entry(
                HASH,
                "footage/camera1.mp4",
                Optional.empty(),
                State.FAILED,
                0,
                "Its name tells no lesson.",
                clock.instant(),
                Optional.of(clock.instant())));
  }

  @Test
  void refuse_thenRenamedProperly_canBeClaimed() {
    ledger.refuse(HASH, "footage/camera1.mp4", "Its name tells no lesson.");

    assertThat(claim()).isTrue();
    assertThat(entry().lesson()).contains(LESSON);
    assertThat(entry().file()).isEqualTo(FILE);
  }

  @Test
  void refuse_copyOfDoneRecording_leavesItAlone() {
    claim();
    ledger.finish(HASH, Outcome.done());
    ledger.refuse(HASH, "footage/copy of it.mp4", "Its name tells no lesson.");

    assertThat(entry().state()).isEqualTo(State.DONE);
    assertThat(entry().file()).isEqualTo(FILE);
  }

  @Test
  void entries_several_latestFirst() {
    claim();
    clock.step(Duration.ofMinutes(1));
    ledger.refuse(OTHER_HASH, "footage/camera1.mp4", "Its name tells no lesson.");
    assertThat(ledger.entries()).extracting(Entry::sha256).containsExactly(OTHER_HASH, HASH);

    clock.step(Duration.ofMinutes(1));
    ledger.finish(HASH, Outcome.done());
    assertThat(ledger.entries()).extracting(Entry::sha256).containsExactly(HASH, OTHER_HASH);
  }

  @Test
  void knownHash_unchangedFile_isKnown() {
    ledger.rememberHash(FILE, 4_000_000_000L, MODIFIED, HASH);

    assertThat(ledger.knownHash(FILE, 4_000_000_000L, MODIFIED)).contains(HASH);
  }

  @Test
  void knownHash_anythingDifferent_isUnknown() {
    ledger.rememberHash(FILE, 100, MODIFIED, HASH);

    assertThat(ledger.knownHash(FILE, 101, MODIFIED)).isEmpty();
    assertThat(ledger.knownHash(FILE, 100, MODIFIED.plusMillis(1))).isEmpty();
    assertThat(ledger.knownHash("footage/other.mp4", 100, MODIFIED)).isEmpty();
  }

  @Test
  void rememberHash_changedFile_replacesTheOldOne() {
    ledger.rememberHash(FILE, 100, MODIFIED, HASH);
    ledger.rememberHash(FILE, 200, MODIFIED.plusSeconds(1), OTHER_HASH);

    assertThat(ledger.knownHash(FILE, 100, MODIFIED)).isEmpty();
    assertThat(ledger.knownHash(FILE, 200, MODIFIED.plusSeconds(1))).contains(OTHER_HASH);
  }

  @Test
  void everything_afterReopening_isStillThere() {
    claim();
    ledger.finish(HASH, Outcome.failed("No picture in it."));
    List<Entry> before = ledger.entries();
    store.close();
    open();

    assertThat(ledger.entries()).isEqualTo(before);
  }
}
