package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.School.Answer;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.NightService;
import org.rollcall.night.NightlyJob;
import org.rollcall.night.RunRecord;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Run;

/** What {@code status} tells of nights. They are due every six hours here. */
class StatusCommandTest {
  private static final Duration SIX_HOURS = Duration.ofHours(6);
  private static final String SETTINGS =
      """
      school.zone: UTC
      footage.stillFor: 0s
      alarm: {freeSpace: 0, nightGrace: 10m}
      """;

  @TempDir Path folder;

  private School school;

  @BeforeEach
  void open() {
    school = new School(folder).with(new FourNightsADay());
    school.write("config/rollcall.yaml", SETTINGS);
  }

  @Test
  void status_tellsTheNextNightAndTheHolidaysAhead() {
    school.write("config/rollcall.yaml", SETTINGS + "schedule.until: 06:30\n");
    school.write(
        "config/holidays.csv",
        "from,to,name\n2020-12-24,,Past\n2099-12-24,2100-01-03,Christmas\n2099-05-01,,\n");

    assertThat(school.types("status").out())
        .contains("Next run: ", "; no lesson is started after ", " 06:30.\n")
        .contains(
            """
            No nightly run on 2099-05-01.
            No nightly run on 2099-12-24 to 2100-01-03 (Christmas).
            """)
        .doesNotContain("Past", "Alarm");
  }

  @Test
  void check_allIsWell_isOneLineAndSucceeds() {
    Answer answer = school.types("status", "--check");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).isEqualTo("ROLLCALL OK - nightly runs work, no backlog.\n");
  }

  @Test
  void check_missedNights_failsWithTheAlarmInTheFirstLine() {
    Instant begun = Instant.now().minus(Duration.ofDays(3));
    try (Store store = Store.open(school.home().database())) {
      Run run = new Run("night", begun, Optional.empty(), "node");
      store.runs().start(run);
      store.runs().end(run, begun.plus(Duration.ofHours(1)), true);
    }

    Answer answer = school.types("status", "--check");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out()).startsWith("ROLLCALL ALARM - 1");
    assertThat(school.types("status").out()).contains("Alarm: 1");
  }

  @Test
  void check_settingsThatAreNotInOrder_isAnAlarm() {
    school.write("config/holidays.csv", "from\nChristmas\n");

    Answer answer = school.types("status", "--check");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out())
        .startsWith("ROLLCALL ALARM - Cannot check the nightly runs: Cannot use config/holidays");
  }

  private static final class FourNightsADay implements NightService {
    @Override
    public void serve(NightSchedule plan, RunRecord book, NightlyJob duties) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> nextDue(NightSchedule plan, Instant after) {
      long turn = after.toEpochMilli() / SIX_HOURS.toMillis();
      return Optional.of(Instant.ofEpochMilli((turn + 1) * SIX_HOURS.toMillis()));
    }
  }
}
