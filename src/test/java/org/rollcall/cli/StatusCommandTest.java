package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.School.Answer;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.SheetProblem;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.NightService;
import org.rollcall.night.NightlyJob;
import org.rollcall.night.RunRecord;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.store.ledger.Run;
import org.rollcall.store.register.SheetEdits;
import org.rollcall.testing.WholeRecording;

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
    school = new School(folder).withDatabase().with(new FourNightsADay());
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
  void status_folderThatNoClassCanBe_isExplained() {
    school.write("config/classes/3°B/roster.csv", "id,name\n");
    school.write("footage/Maths (Set 1)/2026-11-16_0900.mp4", "video");

    assertThat(school.types("status").out())
        .contains(
            "Folder config/classes/3°B: '°' cannot be part of a class name. Rename the folder to"
                + " '3B'.",
            "Folder footage/Maths (Set 1): '(' ')' cannot be part of a class name.");
  }

  @Test
  void status_copyAndWithdrawnLesson_areTold() {
    school.write("footage/7A/a.mp4", "video");
    school.write("footage/7A/b.mp4", "video");
    LessonKey lesson = new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
    try (Store store = Store.open(school.home().database())) {
      for (String file : List.of("footage/7A/a.mp4", "footage/7A/b.mp4")) {
        store.ledger().add("a".repeat(64), file);
        store.ledger().enter(List.of(WholeRecording.of(lesson, "a".repeat(64), file)));
      }
      store.auditLog().add("Rollcall", "", Action.LESSON_WITHDRAWN, "8B_2026-11-16_0900");
    }

    assertThat(school.types("status").out())
        .contains(
            "Left alone: footage/7A/b.mp4: it is a copy of footage/7A/a.mp4.",
            ": 8B_2026-11-16_0900. Its recordings now show other lessons.");
  }

  @Test
  void status_cellOfASheetThatCouldNotBeTaken_isNamed() {
    LessonKey lesson = new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
    SheetProblem problem =
        new SheetProblem("'Register'!K9", "ill", Message.of(Reason.TYPED_NOT_A_MARK));
    try (Store store = Store.open(school.home().database())) {
      store
          .sheetStates()
          .saveCopy(
              lesson, Instant.EPOCH, new SheetEdits("x", List.of(), List.of(), List.of(problem)));
    }

    assertThat(school.types("status").out())
        .contains("Not everything typed into the sheet of 7A_2026-11-16_0900 could be taken:\n")
        .contains("  'Register'!K9 'ill': Not a mark, so it is kept as a remark.");
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
