package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.config.Home;

class LastRunTest {
  private static final Instant BEGUN = Instant.parse("2026-11-17T01:00:00.120Z");

  @TempDir Path folder;

  @Test
  void remember_thenOf_givesTheTime() throws IOException {
    Home home = homeWithOutput();

    LastRun.remember(home, BEGUN.minusSeconds(60));
    LastRun.remember(home, BEGUN);

    assertThat(LastRun.of(home)).contains(BEGUN);
  }

  @Test
  void of_newHome_isEmpty() {
    assertThat(LastRun.of(Home.of(folder))).isEmpty();
  }

  @Test
  void of_spoiltFile_isEmpty() throws IOException {
    Home home = homeWithOutput();
    Files.writeString(home.lastRun(), "yesterday");

    assertThat(LastRun.of(home)).isEmpty();
  }

  @Test
  void remember_unwritable_isNoFailure() {
    Home home = Home.of(folder);

    LastRun.remember(home, BEGUN);

    assertThat(LastRun.of(home)).isEmpty();
  }

  private Home homeWithOutput() throws IOException {
    Home home = Home.of(folder);
    Files.createDirectories(home.lastRun().getParent());
    return home;
  }
}
