package org.rollcall.store.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.Store;

class StoreCheckTest {
  @TempDir Path home;

  @ParameterizedTest
  @EachDatabase
  void of_databaseInOrder_findsNothingDamaged(DatabaseKind kind) {
    StoreAddress address = kind.fresh(home);
    Store.open(address).close();

    StoreCheck check = StoreCheck.of(address);

    assertThat(check.current()).isTrue();
    assertThat(check.damages()).isEmpty();
  }

  @ParameterizedTest
  @EachDatabase
  void of_tablesOfAnEarlierVersion_leavesThemAlone(DatabaseKind kind) {
    StoreAddress address = kind.empty(home);
    Database.openAt(address, Timeouts.USUAL, "2").close();

    assertThat(StoreCheck.of(address).current()).isFalse();
    assertThat(StoreCheck.of(address).version()).isEqualTo("2");
  }

  @Test
  void of_noFile_isUnusable() {
    Path file = home.resolve("none.db");

    assertThatExceptionOfType(StoreUnusable.class)
        .isThrownBy(() -> StoreCheck.of(new StoreAddress.SqliteFile(file)));
    assertThat(file).doesNotExist();
  }

  @Test
  void tryIn_folder_leavesNothing() {
    assertThat(StoreCheck.tryIn(home)).isEqualTo("wal");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void tryIn_noFolder_isUnusable() {
    assertThatExceptionOfType(StoreUnusable.class)
        .isThrownBy(() -> StoreCheck.tryIn(home.resolve("none")));
  }
}
