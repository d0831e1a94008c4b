package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.desk.InstallationStatus;
import org.rollcall.model.Message;
import org.rollcall.night.Alarm;
import org.rollcall.night.Alarm.AlarmKind;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.NightService;
import org.rollcall.night.NightlyJob;
import org.rollcall.night.RunRecord;
import org.rollcall.night.ScheduleStore;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Run;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.SchoolFolder;

/** Nights are due every day at one o'clock; it is nine in the morning. */
class NightStatusTest {
  private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");
  private static final Alarm NO_PAGE =
      new Alarm(AlarmKind.NO_PAGE, Message.english("The port is taken."));
  private static final String SETTINGS =
      """
      school.zone: UTC
      footage.stillFor: 0s
      alarm: {freeSpace: 0, nightGrace: 2h, oldest: 1d%s}
      """;

  @TempDir Path folder;
  private SchoolFolder school;
  private NightStatus status;

  private static final class Daily implements NightService {
    @Override
    public void serve(NightSchedule plan, RunRecord book, NightlyJob duties) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> nextDue(NightSchedule plan, Instant after) {
      Instant tonight = after.truncatedTo(ChronoUnit.DAYS).plusSeconds(3600);
      return Optional.of(tonight.isAfter(after) ? tonight : tonight.plus(Duration.ofDays(1)));
    }
  }

  @BeforeEach
  void open() {
    school = new SchoolFolder(folder);
    school.folder("footage");
    settings("");
    status = new NightStatus(school.home(), new Daily(), new FakeClock(NOW));
  }

  private void settings(String more) {
    school.write("config/rollcall.yaml", SETTINGS.formatted(more));
  }

  private void run(String name, Instant started, boolean ended) {
    try (Store store = Store.open(school.home().database())) {
      Run run = new Run(name, started, Optional.empty(), "node");
      store.runs().start(run);
      if (ended) {
        store.runs().end(run, started.plusSeconds(600), true);
      }
    }
  }

  private void waiting(String file, Duration since) throws IOException {
    Path path = school.write("footage/7A/" + file, file);
    Files.setLastModifiedTime(path, FileTime.from(NOW.minus(since)));
  }

  private List<AlarmKind> kinds() {
    return status.alarms().stream().map(Alarm::kind).toList();
  }

  @Test
  void plan_ownDatabase_isNotShared() {
    assertThat(status.plan().store()).isEmpty();
  }

  @Test
  void plan_databaseOnAServer_isSharedWithItsLogin() {
    school.write("config/password", "secret\n");
    school.write(
        "config/rollcall.yaml",
        "store: {url: 'jdbc:postgresql://db/rollcall', user: ada, passwordFile:"
            + " config/password}\n");

    assertThat(status.plan().store())
        .contains(new ScheduleStore("jdbc:postgresql://db/rollcall", "ada", "secret"));
  }

  @Test
  void plan_serverWithoutLogin_takesTheUserOfTheSystem() {
    school.write("config/rollcall.yaml", "store.url: jdbc:postgresql://db/rollcall\n");

    assertThat(status.plan().store())
        .contains(
            new ScheduleStore(
                "jdbc:postgresql://db/rollcall", System.getProperty("user.name"), ""));
  }

  @Test
  void nextDue_plan_isTheFirstNightFromNow() {
    assertThat(status.nextDue()).contains(Instant.parse("2026-11-17T01:00:00Z"));
  }

  @Test
  void lastRun_noDatabase_isNoneAndMakesNone() {
    assertThat(status.lastRun()).isEmpty();
    assertThat(status.alarms()).isEmpty();
    assertThat(school.home().database()).doesNotExist();
  }

  @Test
  void lastRun_runs_isTheLastCompleteOne() {
    run("by hand", NOW.minusSeconds(7200), true);
    run("night", NOW.minusSeconds(60), false);

    assertThat(status.lastRun()).contains(NOW.minusSeconds(7200));
  }

  @Test
  void alarms_missedNight_isOne() {
    run("night", NOW.minus(Duration.ofDays(2)), true);

    assertThat(kinds()).containsExactly(AlarmKind.MISSED_NIGHT);
  }

  @Test
  void alarms_missedNightThatIsBeingMadeUpFor_isNone() {
    run("night", NOW.minus(Duration.ofDays(2)), true);
    run("late night", NOW.minusSeconds(60), false);

    assertThat(kinds()).isEmpty();
  }

  @Test
  void alarms_recordingThatWaitsForLong_isOneEvenAmongNewOnes() throws IOException {
    waiting("2026-11-12_0900.mp4", Duration.ofHours(25));
    waiting("2026-11-16_0800.mp4", Duration.ofHours(1));

    assertThat(status.alarms())
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.kind()).isEqualTo(AlarmKind.LONG_WAITING))
        .satisfies(
            alarm -> assertThat(alarm.sentence()).asString().contains("Sunday 2026-11-15 08:00"));
  }

  @Test
  void alarms_moreWaitThanMay_isOne() throws IOException {
    settings(", waiting: 1");
    waiting("2026-11-16_0700.mp4", Duration.ofHours(2));
    assertThat(kinds()).isEmpty();

    waiting("2026-11-16_0800.mp4", Duration.ofHours(1));
    assertThat(kinds()).containsExactly(AlarmKind.MANY_WAITING);
  }

  @Test
  void alarms_littleSpace_isOne() {
    school.write("config/rollcall.yaml", "alarm.freeSpace: 100000\n");

    assertThat(kinds()).containsExactly(AlarmKind.LITTLE_SPACE);
  }

  @Test
  void alarms_ofAnOverview_goByWhatItFound() throws IOException {
    waiting("2026-11-12_0900.mp4", Duration.ofHours(25));
    NightSchedule plan = status.plan();
    InstallationStatus overview =
        InstallationStatus.of(school.home(), plan.settings(), new FakeClock(NOW));
    Files.delete(school.home().footage().resolve("7A/2026-11-12_0900.mp4"));

    assertThat(status.alarms(plan, overview))
        .extracting(Alarm::kind)
        .containsExactly(AlarmKind.LONG_WAITING);
  }

  @Test
  void with_standingAlarms_stayWhateverElseIsWrong() {
    NightStatus withPage = status.with(List.of(NO_PAGE));
    assertThat(withPage.alarms()).containsExactly(NO_PAGE);

    school.write("config/rollcall.yaml", "nonsense: 1\n");

    assertThat(withPage.alarms())
        .hasSize(2)
        .startsWith(NO_PAGE)
        .extracting(Alarm::kind)
        .endsWith(AlarmKind.UNCHECKED);
    assertThat(kinds()).containsExactly(AlarmKind.UNCHECKED);
  }
}
