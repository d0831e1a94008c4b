package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;

class HomeLockTest {
  private static final long OWN_ID = ProcessHandle.current().pid();

  @TempDir Path home;
  private final StepClock clock = new StepClock("2026-11-17T02:00:00Z");
  private Path file;

  @BeforeEach
  void name() {
    file = home.resolve("output/rollcall.lock");
  }

  @Test
  void acquire_freeHome_saysWhoHoldsIt() throws IOException {
    HomeLock.acquire(file, "run", clock).close();

    assertThat(file).hasContent(OWN_ID + "\nrun\n2026-11-17T02:00:00Z\n");
  }

  @Test
  void acquire_heldByThisProcess_isBusy() {
    try (HomeLock lock = HomeLock.acquire(file, "run", clock)) {
      clock.step(Duration.ofMinutes(5));

      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> HomeLock.acquire(file, "process", clock))
          .isInstanceOf(HomeBusy.class)
          .isInstanceOf(TemporaryFailure.class)
          .hasMessage(
              "Another 'rollcall run' (process %d, since 02:00) works on this home. Wait for it or"
                  + " stop it.",
              OWN_ID);
    }
  }

  @Test
  void acquire_heldSinceYesterday_saysTheDay() {
    try (HomeLock lock = HomeLock.acquire(file, "serve", clock)) {
      clock.step(Duration.ofDays(1));

      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> HomeLock.acquire(file, "process", clock))
          .hasMessageContaining("since 2026-11-17 02:00");
    }
  }

  @Test
  void acquire_afterClose_works() {
    HomeLock.acquire(file, "run").close();

    try (HomeLock lock = HomeLock.acquire(file, "process")) {
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void acquire_heldByOtherProcess_namesIt() {
    try (OtherProcess other = OtherProcess.that("lock", file.toString())) {
      assertThatThrownBy(() -> HomeLock.acquire(file, "process"))
          .isInstanceOf(HomeBusy.class)
          .hasMessageContaining("'rollcall run' (process %d, since ", other.id());
    }
  }

  @Test
  void acquire_holderWasKilled_works() {
    OtherProcess.that("lock", file.toString()).kill();

    try (HomeLock lock = HomeLock.acquire(file, "run")) {
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void acquire_afterRefusalInThisProcess_stillShutsOthersOut() throws IOException {
    try (HomeLock lock = HomeLock.acquire(file, "run")) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> HomeLock.acquire(file, "process")).isInstanceOf(HomeBusy.class);

      assertThatThrownBy(() -> OtherProcess.that("lock", file.toString()))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void acquire_holderHasNotWrittenYet_isBusyAllTheSame() throws Exception {
    try (OtherProcess other = OtherProcess.that("lock", file.toString())) {
      assertThat(other.id()).isPositive();
      Files.writeString(file, "");

      assertThatThrownBy(() -> HomeLock.acquire(file, "process"))
          .isInstanceOf(HomeBusy.class)
          .hasMessage("Another 'rollcall' works on this home. Wait for it or stop it.");
    }
  }

  @Test
  void acquire_folderIsAFile_saysWhatToCheck() throws IOException {
    Files.writeString(home.resolve("output"), "in the way");

    assertThatThrownBy(() -> HomeLock.acquire(file, "run"))
        .isInstanceOf(RollcallException.class)
        .isNotInstanceOf(TemporaryFailure.class)
        .hasMessageStartingWith("Cannot lock " + file)
        .hasMessageContaining("Check who may write");
  }
}
