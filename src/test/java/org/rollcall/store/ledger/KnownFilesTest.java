package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.store.Noticed.hash;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.KnownFiles.FileStamp;

class KnownFilesTest {
  private static final Instant MODIFIED = Instant.parse("2026-11-16T10:00:00.123Z");
  private static final FileStamp LOOK = new FileStamp("footage/a.mp4", 10, MODIFIED);

  @TempDir Path home;

  @Test
  void hash_fileThatLooksTheSame_isKnown() {
    try (Store store = Store.open(home.resolve("rollcall.db"))) {
      KnownFiles known = store.knownFiles();
      assertThat(known.hash(LOOK)).isEmpty();

      known.remember(LOOK, hash("a"));

      assertThat(known.hash(LOOK)).contains(hash("a"));
      assertThat(known.hash(new FileStamp("footage/a.mp4", 11, MODIFIED))).isEmpty();
      assertThat(known.hash(new FileStamp("footage/a.mp4", 10, MODIFIED.plusMillis(1)))).isEmpty();
    }
  }

  @Test
  void files_ofAContent_areThoseThatHadItLast() {
    try (Store store = Store.open(home.resolve("rollcall.db"))) {
      KnownFiles known = store.knownFiles();
      known.remember(LOOK, hash("a"));
      known.remember(new FileStamp("footage/b.mp4", 10, MODIFIED), hash("a"));
      known.remember(LOOK, hash("b"));

      assertThat(known.files(hash("a"))).containsExactly("footage/b.mp4");
    }
  }
}
