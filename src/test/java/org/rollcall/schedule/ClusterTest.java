package org.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.RunOutcome;
import org.rollcall.night.ScheduleStore;
import org.rollcall.school.Holidays;
import org.rollcall.settings.ScheduleSettings;
import org.rollcall.store.Store;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.ledger.Run;
import org.rollcall.testing.TestPostgres;
import org.rollcall.testing.UsesProcesses;
import org.rollcall.testing.Waiting;

/** Several nodes with one schedule, in a real PostgreSQL. */
@Timeout(300)
@UsesProcesses
class ClusterTest {
  private static final String EVERY_OTHER_SECOND = "*/2 * * * * ?";
  private static final String NEW_YEAR = "0 0 1 1 1 ?";

  private static String database;

  private final FakeRunRecord runs = new FakeRunRecord();

  @BeforeAll
  static void makeDatabase() throws SQLException {
    StoreAddress.PostgresServer address = TestPostgres.emptyDatabase();
    Store.open(address).close();
    database = address.url() + "?user=" + TestPostgres.USER;
    execute("CREATE TABLE attempt (name TEXT NOT NULL, node TEXT NOT NULL)");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @BeforeEach
  void forget() throws SQLException {
    execute(
        """
        TRUNCATE qrtz_job_details, qrtz_triggers, qrtz_cron_triggers, qrtz_simple_triggers,
          qrtz_simprop_triggers, qrtz_blob_triggers, qrtz_calendars, qrtz_fired_triggers,
          qrtz_scheduler_state, qrtz_locks, qrtz_paused_trigger_grps, run, attempt
        """);
  }

  @Test
  void serve_threeNodes_startEachNightOnce() throws Exception {
    NightSchedule plan = plan(database, EVERY_OTHER_SECOND);
    try (ServiceThread one = ServiceThread.of(plan, Optional.empty(), runs);
        ServiceThread two = ServiceThread.of(plan, Optional.empty(), runs);
        ServiceThread three = ServiceThread.of(plan, Optional.empty(), runs)) {
      one.announcement();
      two.announcement();
      three.announcement();
      Waiting.until(runs::started, started -> started.size() >= 5);
    }
    assertThat(runs.tried()).extracting(Run::name).doesNotHaveDuplicates();
    assertThat(gaps(runs.tried().stream().map(Run::name).toList())).containsOnly(2L);
  }

  @Test
  void serve_runThatAnotherNodeStarted_isJoinedByAll() throws InterruptedException {
    NightSchedule plan = plan(database, NEW_YEAR);
    Run run = new Run("night", Instant.now(), Optional.empty(), "elsewhere");
    try (ServiceThread one =
            ServiceThread.of(plan, Optional.empty(), runs, until -> RunOutcome.OTHERS_AT_WORK);
        ServiceThread two =
            ServiceThread.of(plan, Optional.empty(), runs, until -> RunOutcome.OTHERS_AT_WORK)) {
      one.announcement();
      two.announcement();
      runs.start(run);

      assertThat(one.pass()).isEmpty();
      assertThat(two.pass()).isEmpty();
    }
    assertThat(runs.tried()).containsExactly(run);
  }

  @Test
  void serve_nodeWithTheSameSettings_leavesTheScheduleAlone()
      throws InterruptedException, SQLException {
    servesShortly(plan(database, NEW_YEAR), Instant.parse("2026-02-01T00:00:00Z"));
    String before = select("SELECT start_time || ' ' || next_fire_time FROM qrtz_triggers");

    servesShortly(plan(database, NEW_YEAR), Instant.parse("2026-03-01T00:00:00Z"));

    assertThat(select("SELECT start_time || ' ' || next_fire_time FROM qrtz_triggers"))
        .isEqualTo(before);
  }

  @Test
  void serve_nodeWithAnotherTime_isFollowed() throws InterruptedException, SQLException {
    servesShortly(plan(database, NEW_YEAR), Instant.now());
    servesShortly(plan(database, "0 30 2 1 1 ?"), Instant.now());

    assertThat(select("SELECT cron_expression FROM qrtz_cron_triggers")).isEqualTo("0 30 2 1 1 ?");
    assertThat(nextNight()).endsWith("-01-01T02:30:00Z");
  }

  @Test
  void serve_nodeWithOtherHolidays_isFollowed() throws InterruptedException, SQLException {
    servesShortly(plan(database, NEW_YEAR), Instant.now());
    LocalDate next = LocalDate.parse(nextNight().substring(0, 10));
    Holidays holidays = new Holidays(List.of(new Holidays.Holiday(next, next, "New Year")));
    NightSchedule plan =
        ServiceThread.plan(nightly(NEW_YEAR), holidays, Optional.of(store(database)));

    servesShortly(plan, Instant.now());

    assertThat(nextNight()).startsWith(String.valueOf(next.getYear() + 1));
  }

  @Test
  void serve_nightMissedByAllNodes_isMadeUpForOnce() throws Exception {
    NightSchedule hourly = plan(database, "0 0 * * * ?");
    servesShortly(hourly, Instant.now());
    execute("UPDATE qrtz_triggers SET next_fire_time = next_fire_time - 7200000");

    try (ServiceThread one = ServiceThread.of(hourly, Optional.of(Instant.now()), runs);
        ServiceThread two = ServiceThread.of(hourly, Optional.of(Instant.now()), runs)) {
      one.announcement();
      two.announcement();
      Waiting.until(runs::complete, complete -> !complete.isEmpty());
    }
    assertThat(runs.tried()).hasSize(1);
  }

  @Test
  void serve_nodeThatDiesStartingANight_isReplacedByAnother() throws IOException, SQLException {
    String soon = once(Instant.now().plusSeconds(8));
    try (NodeProcess first = NodeProcess.start(database, soon, "first", "start")) {
      String starts = first.awaits("starts night ");
      try (NodeProcess second = NodeProcess.start(database, soon, "second", "nothing")) {
        second.awaits("waits");
        first.kill();

        assertThat(second.awaits("starts night ")).isEqualTo(starts);
        second.awaits("ended night ");
      }
      assertThat(select("SELECT string_agg(name || ' by ' || node, ',') FROM run"))
          .isEqualTo(starts.replace("starts ", "") + " by second");
    }
  }

  @Test
  void serve_nodeThatDiesAtWork_leavesTheRunToAnother() throws IOException, SQLException {
    String soon = once(Instant.now().plusSeconds(8));
    try (NodeProcess first = NodeProcess.start(database, soon, "first", "work")) {
      first.awaits("works");
      first.kill();
      try (NodeProcess second = NodeProcess.start(database, soon, "second", "nothing")) {
        second.awaits("ended night ");
      }
    }
    assertThat(select("SELECT COUNT(*) || ' ' || MIN(node) || MIN(complete) FROM run"))
        .isEqualTo("1 first1");
  }

  @Test
  void serve_processesOfWhichOneIsKilled_startEachNightOnce() throws IOException, SQLException {
    List<NodeProcess> nodes = new ArrayList<>();
    try {
      for (String name : List.of("one", "two", "three")) {
        nodes.add(NodeProcess.start(database, EVERY_OTHER_SECOND, name, "nothing"));
        nodes.get(nodes.size() - 1).awaits("waits");
      }
      nodes.get(1).awaits("ended");
      nodes.remove(0).kill();
      String killed = select("SELECT MAX(name) FROM run");
      while (select("SELECT MAX(name) FROM run").compareTo(later(killed)) < 0) {
        nodes.get(0).awaits("works");
      }
    } finally {
      nodes.forEach(NodeProcess::kill);
    }
    assertThat(
            select(
                """
                SELECT COUNT(*) FROM (SELECT name FROM attempt WHERE node <> 'one'
                GROUP BY name HAVING COUNT(*) > 1) AS doubled
                """))
        .isEqualTo("0");
    assertThat(
            gaps(
                List.of(
                    select("SELECT string_agg(name, ',' ORDER BY name) FROM run").split(",", -1))))
        .containsOnly(2L);
  }

  private void servesShortly(NightSchedule plan, Instant lastRun) throws InterruptedException {
    try (ServiceThread service = ServiceThread.of(plan, Optional.of(lastRun), runs)) {
      service.announcement();
    }
  }

  static NightSchedule plan(String url, String nightly) {
    return ServiceThread.plan(nightly(nightly), Holidays.NONE, Optional.of(store(url)));
  }

  private static ScheduleSettings nightly(String nightly) {
    return new ScheduleSettings(nightly, Optional.empty(), Duration.ofDays(1), Optional.empty());
  }

  private static ScheduleStore store(String url) {
    return new ScheduleStore(url, TestPostgres.USER, "");
  }

  private static String once(Instant time) {
    return DateTimeFormatter.ofPattern("s m H d M '?'").format(time.atZone(ZoneOffset.UTC));
  }

  /** {@return the seconds between one night and the next} */
  private static List<Long> gaps(List<String> names) {
    List<Instant> nights =
        names.stream().map(name -> Instant.parse(name.replace("night ", ""))).sorted().toList();
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < nights.size(); i++) {
      gaps.add(Duration.between(nights.get(i - 1), nights.get(i)).toSeconds());
    }
    return gaps;
  }

  private static String later(String name) {
    return "night " + Instant.parse(name.replace("night ", "")).plusSeconds(6);
  }

  private static String nextNight() throws SQLException {
    long next = Long.parseLong(select("SELECT next_fire_time FROM qrtz_triggers"));
    return Instant.ofEpochMilli(next).toString();
  }

  private static String select(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
