package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.StoreUnavailable;
import org.rollcall.store.db.StoreUnusable;
import org.rollcall.store.db.Timeouts;
import org.rollcall.store.ledger.Recording;

class StoreTest {
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofMillis(50), Timeouts.USUAL.statement());

  @TempDir Path home;
  private Path file;

  @BeforeEach
  void name() {
    file = home.resolve("output/rollcall.db");
  }

  private StoreAddress address() {
    return new StoreAddress.SqliteFile(file);
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** As when a job is stopped by the end of the service. */
  @Test
  void read_interruptedWhileOthersRead_saysThatItWasStopped() throws Exception {
    CountDownLatch othersRead = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    ExecutorService others = Executors.newSingleThreadExecutor();
    try (Database database = Database.open(address())) {
      Future<Boolean> other =
          others.submit(
              () ->
                  database.read(
                      handle -> {
                        othersRead.countDown();
                        return awaited(stopped);
                      }));
      assertThat(awaited(othersRead)).isTrue();

      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> database.read(handle -> true))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("was stopped while it waited")
          .hasMessageNotContaining("UNKNOWN");
      assertThat(Thread.interrupted()).isTrue();
      stopped.countDown();
      assertThat(other.get()).isTrue();
    } finally {
      others.shutdownNow();
    }
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void open_emptyHome_makesFolderAndTables() {
    try (Store store = Store.open(file)) {
      assertThat(file).isNotEmptyFile();
      assertThat(store.ledger().recordings()).isEmpty();
      assertThat(store.lessons().classNames()).isEmpty();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void open_newOrOpenToOthers_isForItsOwner() throws IOException {
    try (Store store = Store.open(file)) {
      assertThat(store.accounts().all()).isEmpty();
      assertThat(permissions(file.getParent())).isEqualTo("rwx------");
      assertThat(permissions(file)).isEqualTo("rw-------");
      assertThat(permissions(file.resolveSibling("rollcall.db-wal"))).isEqualTo("rw-------");
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));

    try (Store store = Store.open(file)) {
      assertThat(store.accounts().all()).isEmpty();
      assertThat(permissions(file.getParent())).isEqualTo("rwxr-x---");
      assertThat(permissions(file)).isEqualTo("rw-------");
      assertThat(permissions(file.resolveSibling("rollcall.db-wal"))).isEqualTo("rw-------");
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void open_emptyFile_makesTables() throws IOException {
    Files.createDirectories(file.getParent());
    Files.createFile(file);

    try (Store store = Store.open(file)) {
      assertThat(store.ledger().recordings()).isEmpty();
    }
  }

  @Test
  void open_folderWithOddName_works() {
    file = home.resolve("Größe 100% #1/rollcall.db");

    try (Store store = Store.open(file)) {
      assertThat(store.ledger().recordings()).isEmpty();
      assertThat(file).exists();
    }
  }

  @Test
  void open_byDefault_writesAheadAndLosesNothing() throws SQLException {
    try (Database database = Database.open(address())) {
      assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(database, "synchronous")).isEqualTo("2");
      assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
    }
  }

  private static String pragma(Database database, String name) {
    return database.write(handle -> handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
  }

  @Test
  void close_afterWork_leavesOneFile() throws IOException {
    try (Store store = Store.open(file)) {
      store.ledger().add("a".repeat(64), "footage/x.mp4");
    }

    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void open_byTwoAtOnceOnEmptyHome_bothWork() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Callable<List<Recording>> opened =
        () -> {
          try (Store store = Store.open(file)) {
            return store.ledger().recordings();
          }
        };
    for (Future<List<Recording>> entries :
        threads.invokeAll(List.of(opened, opened, opened, opened))) {
      assertThat(entries.get()).isEmpty();
    }
    threads.shutdown();
  }

  @Test
  void open_folderIsAFile_saysWhatToCheck() throws IOException {
    Files.writeString(home.resolve("output"), "in the way");

    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageStartingWith("Cannot create the folder " + file.getParent());
  }

  @Test
  void open_databaseIsAFolder_saysWhatToCheck() throws IOException {
    Files.createDirectories(file);

    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("cannot be written to")
        .hasMessageContaining("Check who may write to the file and its folder.");
  }

  @Test
  void open_textFile_saysItIsNoDatabase() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "This is a shopping list, not a database. ".repeat(100));

    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageStartingWith("Cannot use the database " + file + ": it is not a database")
        .hasMessageContaining("Move it away, then restore a backup");
  }

  @Test
  void open_newerVersion_isRefused() throws SQLException {
    Store.open(file).close();
    sql(
        """
        INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
          checksum, installed_by, execution_time, success)
        VALUES (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, '', 1, 1)\
        """);

    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("a newer Rollcall created it (its tables have version 99)");
  }

  @Test
  void open_changedHistory_isRefused() throws SQLException {
    Store.open(file).close();
    sql("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");

    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("its tables are not those that Rollcall created");
  }

  @Test
  void open_databaseOfAnotherProgram_isRefused() throws Exception {
    Files.createDirectories(file.getParent());
    sql("CREATE TABLE song (title TEXT)");

    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("another program created it");
  }

  @Test
  void open_lockedByAnotherProgram_isUnavailable() throws Exception {
    Files.createDirectories(file.getParent());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");

      assertThatThrownBy(() -> Database.open(address(), SHORT))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessage(
              "Cannot use the database %s: another program keeps it locked. Close that program.",
              file);
    }
  }

  @Test
  void write_lockedByAnotherProgram_isUnavailableWhileReadingGoesOn() throws Exception {
    try (Database database = Database.open(address(), SHORT);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      assertThatThrownBy(() -> insertFile(database)).isInstanceOf(StoreUnavailable.class);
      assertThat(files(database)).isZero();
      statement.execute("ROLLBACK");
      insertFile(database);
      assertThat(files(database)).isEqualTo(1);
    }
  }

  @Test
  void write_diskFull_isUnavailableAndNothingIsHalfDone() {
    try (Database database = Database.open(address())) {
      assertThatThrownBy(
              () ->
                  database.change(
                      handle -> {
                        handle.execute("PRAGMA max_page_count = 1");
                        insertFile(handle, "footage/a.mp4");
                        insertFile(handle, "x".repeat(1_000_000));
                      }))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageEndingWith("the disk is full. Free some space on it.");
      assertThat(files(database)).isZero();
    }
  }

  @Test
  void write_faultOfOurOwn_doesNotTellTheValues() {
    try (Database database = Database.open(address())) {
      insertFile(database);

      assertThatThrownBy(() -> insertFile(database))
          .isInstanceOf(IllegalStateException.class)
          .hasStackTraceContaining("SQLITE_CONSTRAINT_PRIMARYKEY")
          .satisfies(
              fault -> {
                for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
                  assertThat(cause.toString()).doesNotContain("a.mp4");
                }
              });
    }
  }

  @Test
  void deletingAStudent_takesEverythingAlong() throws SQLException {
    try (Database database = Database.open(address())) {
      List<String> tables =
          database.read(
              handle ->
                  handle
                      .createQuery(
                          """
                          SELECT m.name FROM sqlite_master m, pragma_foreign_key_list(m.name) f
                          WHERE f."table" = 'student' AND f.on_delete = 'CASCADE'
                          GROUP BY m.name ORDER BY m.name\
                          """)
                      .mapTo(String.class)
                      .list());

      assertThat(tables)
          .containsExactly(
              "correction", "enrolled_photo", "mail", "past_correction", "sheet_row", "verdict");
    }
  }

  private static void insertFile(Database database) {
    database.change(handle -> insertFile(handle, "footage/a.mp4"));
  }

  private static void insertFile(Handle handle, String name) {
    handle.execute("INSERT INTO known_file VALUES (?, 1, 1, 'hash')", name);
  }

  private static int files(Database database) {
    return database.read(
        handle -> handle.createQuery("SELECT COUNT(*) FROM known_file").mapTo(Integer.class).one());
  }
}
