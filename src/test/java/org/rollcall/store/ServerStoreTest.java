package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress.PostgresServer;
import org.rollcall.store.db.StoreUnavailable;
import org.rollcall.store.db.StoreUnusable;
import org.rollcall.store.db.StudentRows;
import org.rollcall.store.db.Timeouts;
import org.rollcall.testing.TestPostgres;
import org.rollcall.testing.UsesPostgres;

/** What is particular to a database on a server. */
@UsesPostgres
class ServerStoreTest {
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(1500));

  @Test
  void open_emptyDatabase_makesTables() {
    try (Store store = Store.open(TestPostgres.emptyDatabase())) {
      assertThat(store.lessons().classNames()).isEmpty();
    }
  }

  @Test
  void open_byManyAtOnceOnEmptyDatabase_allWork() throws Exception {
    PostgresServer address = TestPostgres.emptyDatabase();
    Callable<List<String>> opened =
        () -> {
          try (Store store = Store.open(address)) {
            return store.lessons().classNames();
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<List<String>> names : threads.invokeAll(Collections.nCopies(4, opened))) {
        assertThat(names.get()).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void open_schemaOfItsOwn_leavesOthersAlone() throws SQLException {
    PostgresServer address = TestPostgres.emptyDatabase();
    sql(address, "CREATE TABLE song (title TEXT)", "CREATE SCHEMA school");

    assertThatThrownBy(() -> Store.open(address))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("another program created it. Name another database, or with")
        .hasMessageContaining("currentSchema=NAME");
    Store.open(with(address, address.url() + "?currentSchema=school")).close();
    sql(address, "SELECT * FROM school.lesson");
  }

  @Test
  void open_newerVersion_isRefused() throws SQLException {
    PostgresServer address = TestPostgres.emptyDatabase();
    Store.open(address).close();
    sql(
        address,
        """
        INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
          checksum, installed_by, execution_time, success)
        VALUES (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, '', 1, true)\
        """);

    assertThatThrownBy(() -> Store.open(address))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("a newer Rollcall created it (its tables have version 99)");
  }

  @Test
  void open_noSuchDatabase_saysWhatToDo() {
    PostgresServer address = TestPostgres.address("nowhere");

    assertThatThrownBy(() -> Store.open(address))
        .isInstanceOf(StoreUnusable.class)
        .hasMessage(
            "Cannot use the database %s: the server has no database of that name. Create it there,"
                + " or correct store.url.",
            address.toString());
  }

  @Test
  void open_noSuchUser_saysWhatToDoAndTellsNoPassword() {
    PostgresServer address = TestPostgres.emptyDatabase();
    PostgresServer stranger =
        new PostgresServer(address.url(), Optional.of("stranger"), Optional.of("open sesame"));

    assertThatThrownBy(() -> Store.open(stranger))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("it refuses the login")
        .hasMessageContaining("Check store.user, the password")
        .satisfies(failure -> assertThat(everyText(failure)).doesNotContain("open sesame"));
  }

  @Test
  void open_userWithoutRights_saysWhatToDo() {
    PostgresServer address = TestPostgres.emptyDatabase();
    TestPostgres.execute("DROP ROLE IF EXISTS guest");
    TestPostgres.execute("CREATE ROLE guest LOGIN");
    Store.open(address).close();
    PostgresServer guest =
        new PostgresServer(address.url(), Optional.of("guest"), Optional.empty());

    assertThatThrownBy(() -> Store.open(guest))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("the user may not do what is needed there (42501)");
  }

  @Test
  void open_nobodyListens_isUnavailable() throws IOException {
    int port;
    try (ServerSocket closedSoon = new ServerSocket(0)) {
      port = closedSoon.getLocalPort();
    }
    assertThatThrownBy(() -> Store.open(on(port)))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("the server does not answer (08001). Check that it runs");
  }

  @Test
  void open_serverThatSaysNothing_isUnavailable() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Database.open(on(silent.getLocalPort()), SHORT))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("the server does not answer");
    }
  }

  @Test
  void read_connectionsCutWhileIdle_goesOn() throws InterruptedException {
    PostgresServer address = TestPostgres.emptyDatabase();
    try (Store store = Store.open(address)) {
      assertThat(store.lessons().classNames()).isEmpty();
      cut(address);
      // The pool does not ask after connections that were in use half a second ago.
      Thread.sleep(700);

      assertThat(store.lessons().classNames()).isEmpty();
    }
  }

  @Test
  void write_connectionCutInTheMiddle_isUnavailableAndNothingIsHalfDone() {
    PostgresServer address = TestPostgres.emptyDatabase();
    try (Database database = Database.open(address, SHORT)) {
      assertThatThrownBy(
              () ->
                  database.change(
                      handle -> {
                        StudentRows.ensure(handle, "7A", "S1");
                        cut(address);
                        StudentRows.ensure(handle, "7A", "S2");
                      }))
          .isInstanceOf(StoreUnavailable.class);
      assertThat(students(database)).isZero();
    }
  }

  @Test
  void write_whileAnotherWrites_isUnavailableAndReadingGoesOn() {
    PostgresServer address = TestPostgres.emptyDatabase();
    try (Database database = Database.open(address, SHORT);
        Database other = Database.open(address, SHORT)) {
      other.change(
          handle -> {
            StudentRows.ensure(handle, "7A", "S1");
            assertThatThrownBy(() -> database.change(mine -> StudentRows.ensure(mine, "7A", "S2")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("another program keeps it locked (55P03)");
            assertThat(students(database)).isZero();
          });
      database.change(mine -> StudentRows.ensure(mine, "7A", "S2"));
      assertThat(students(database)).isEqualTo(2);
    }
  }

  @Test
  void write_statementThatLasts_isEndedByTheServer() {
    try (Database database = Database.open(TestPostgres.emptyDatabase(), SHORT)) {
      assertThatThrownBy(() -> database.change(handle -> handle.execute("SELECT pg_sleep(60)")))
          .isInstanceOf(StoreUnavailable.class);
    }
  }

  @Test
  void read_twiceInOneTransaction_seesOneState() {
    PostgresServer address = TestPostgres.emptyDatabase();
    try (Database database = Database.open(address);
        Database other = Database.open(address)) {
      List<Integer> seen =
          database.read(
              handle -> {
                int before = students(handle);
                other.change(theirs -> StudentRows.ensure(theirs, "7A", "S1"));
                return List.of(before, students(handle));
              });
      assertThat(seen).containsExactly(0, 0);
      assertThat(students(database)).isEqualTo(1);
    }
  }

  @Test
  void write_faultOfOurOwn_doesNotTellTheValues() {
    try (Database database = Database.open(TestPostgres.emptyDatabase())) {
      assertThatThrownBy(
              () ->
                  database.change(
                      handle -> {
                        for (int i = 0; i < 2; i++) {
                          handle.execute(
                              "INSERT INTO student (class_name, id) VALUES ('7A', ?)", "Ada Birch");
                        }
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("23505")
          .satisfies(failure -> assertThat(everyText(failure)).doesNotContain("Ada"));
    }
  }

  private static int students(Database database) {
    return database.read(ServerStoreTest::students);
  }

  private static int students(Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM student").mapTo(Integer.class).one();
  }

  /** Ends all connections to a database, as a restart of the server does. */
  private static void cut(PostgresServer address) {
    TestPostgres.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
            .formatted(address.url().substring(address.url().lastIndexOf('/') + 1)));
  }

  private static PostgresServer on(int port) {
    return new PostgresServer(
        "jdbc:postgresql://localhost:%d/rollcall".formatted(port),
        Optional.of("rollcall"),
        Optional.of("secret"));
  }

  private static PostgresServer with(PostgresServer address, String url) {
    return new PostgresServer(url, address.user(), address.password());
  }

  private static void sql(PostgresServer address, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(address.url(), TestPostgres.USER, "");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String everyText(Throwable failure) {
    StringBuilder texts = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      texts.append(cause).append('\n');
    }
    return texts.toString();
  }
}
