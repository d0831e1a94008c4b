package org.rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeasesTest {
  @TempDir Path home;
  private final StepClock clock = new StepClock("2026-11-17T02:00:00Z");
  private Path file;
  private Store store;
  private Leases leases;

  @BeforeEach
  void open() {
    file = home.resolve("rollcall.db");
    store = Store.open(file, clock);
    leases = store.leases();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void alone_work_givesWhatComesOfIt() {
    assertThat(leases.alone("class 7A", () -> "done")).isEqualTo("done");
  }

  @Test
  void alone_workFails_givesTheLeaseBack() throws SQLException {
    assertThatThrownBy(
            () ->
                leases.alone(
                    "class 7A",
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(held()).isZero();
  }

  @Test
  void take_heldOnAnotherMachine_waitsUntilItExpires() throws SQLException {
    hold(new Owner("elsewhere", 1, 1));

    assertThat(leases.take("class 7A")).isFalse();
    assertThat(leases.take("class 7B")).isTrue();
    clock.step(Duration.ofSeconds(61));
    assertThat(leases.take("class 7A")).isTrue();
  }

  @Test
  void take_heldByAProcessOfThisMachineThatIsGone_takesItOver() throws Exception {
    Process dead = new ProcessBuilder(List.of("true")).start();
    dead.waitFor();
    hold(new Owner(Owner.self().host(), dead.pid(), 1));

    assertThat(leases.take("class 7A")).isTrue();
  }

  @Test
  void alone_interruptedWhileOthersHoldIt_givesUp() throws SQLException {
    hold(new Owner("elsewhere", 1, 1));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> leases.alone("class 7A", () -> "never"))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private void hold(Owner owner) throws SQLException {
    leases.take("class 7A");
    execute("UPDATE lease SET owner = '" + owner + "'");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private int held() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      return statement.executeQuery("SELECT COUNT(*) FROM lease").getInt(1);
    }
  }
}
