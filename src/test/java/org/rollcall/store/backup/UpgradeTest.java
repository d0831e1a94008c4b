package org.rollcall.store.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.store.FilledStore;
import org.rollcall.store.Store;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.ledger.Recording;

/** Databases as earlier versions left them, kept as files. The people in them are made up. */
class UpgradeTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = "rollcall-schema-2.db")
  void open_databaseOfAnEarlierVersion_keepsEveryRow(String name) throws Exception {
    Path file = copy(name);
    Map<BackupTable, List<String>> before;
    try (Handle handle = Jdbi.open("jdbc:sqlite:" + file)) {
      before = KeptRows.of(handle);
    }
    before.keySet().removeIf(table -> table.name().equals("recording"));
    assertThat(before.values()).hasSizeGreaterThan(10).noneMatch(List::isEmpty);

    Store.open(file).close();

    try (Handle handle = Jdbi.open("jdbc:sqlite:" + file)) {
      assertThat(before)
          .allSatisfy(
              (table, rows) ->
                  assertThat(KeptRows.of(handle, table)).as(table.name()).isEqualTo(rows));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "rollcall-schema-2.db")
  void open_databaseOfAnEarlierVersion_canBeWorkedWith(String name) throws Exception {
    try (Store store = Store.open(copy(name))) {
      assertThat(store.lessons().find(FilledStore.LESSON)).isPresent();
      assertThat(store.lessons().correctionsOf("7A", "S1"))
          .anyMatch(written -> written.end().isPresent());
      assertThat(store.enrolments().find("7A", "compact")).isPresent();
      assertThat(store.unknownPersons().list("7A")).hasSize(1);
      assertThat(store.ledger().recordings())
          .hasSize(6)
          .extracting(Recording::state)
          .containsOnly(
              Recording.RecordingState.WAITING,
              Recording.RecordingState.DONE,
              Recording.RecordingState.PARTIAL,
              Recording.RecordingState.FAILED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "rollcall-schema-2.db")
  void restore_backupOfAnEarlierVersion_isWhatOpeningItGives(String name) throws Exception {
    StoreAddress old = new StoreAddress.SqliteFile(copy(name));
    StoreAddress restored = new StoreAddress.SqliteFile(home.resolve("restored.db"));
    Path zip = home.resolve("backup.zip");
    Backup.write(old, zip, "0.1.0", Clock.systemUTC());

    Restore.read(zip, restored, false);

    Store.open(old).close();
    assertThat(KeptRows.of(restored)).isEqualTo(KeptRows.of(old));
  }

  private Path copy(String name) throws IOException {
    Path file = home.resolve(name);
    try (InputStream in = UpgradeTest.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    return file;
  }
}
