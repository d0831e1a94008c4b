package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.rollcall.model.Correction;
import org.rollcall.model.Coverage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;
import org.rollcall.model.picture.Quality.Flaw;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.Noticed;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.testing.FakeClock;

@ParameterizedClass
@EachDatabase
class StatisticsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final LessonKey NINE = new LessonKey("7A", MONDAY, LocalTime.of(9, 0));
  private static final ProcessingStatistics WORK =
      new ProcessingStatistics(
          Duration.ofMinutes(45),
          Duration.ofMillis(61_500),
          2700,
          60_000,
          800,
          Map.of(Flaw.SMALL, 7L, Flaw.TURNED, 2L));

  @Parameter private DatabaseKind kind;

  @TempDir Path home;
  private final FakeClock clock = FakeClock.at("2026-11-17T02:00:00Z");
  @AutoClose private Store store;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(home), clock);
  }

  @Test
  void sum_nothingProcessed_isNothing() {
    assertThat(store.statistics().sum()).isEqualTo(ProcessingStatistics.NONE);
  }

  @Test
  void sum_lessonProcessedAgain_countsTwice() {
    store.statistics().save(NINE, WORK);
    clock.pass(Duration.ofHours(1));
    store.statistics().save(NINE, WORK);

    assertThat(store.statistics().sum())
        .isEqualTo(
            new ProcessingStatistics(
                Duration.ofMinutes(90),
                Duration.ofSeconds(123),
                5400,
                120_000,
                1600,
                Map.of(Flaw.SMALL, 14L, Flaw.TURNED, 4L)));
  }

  @Test
  void save_failsInTheMiddle_leavesNothing() {
    ProcessingStatistics broken =
        new ProcessingStatistics(Duration.ZERO, Duration.ZERO, 1, 1, 1, Map.of(Flaw.SMALL, 1L));
    store.statistics().save(NINE, broken);

    assertThatThrownBy(() -> store.statistics().save(NINE, WORK)).isNotNull();

    assertThat(store.statistics().sum()).isEqualTo(broken);
  }

  @Test
  void standings_emptyLedger_areNone() {
    assertThat(store.statistics().stateCounts()).isEmpty();
  }

  @Test
  void standings_severalStates_areCountedWithTheLongest() {
    Noticed.add(store, "a", Noticed.NINE);
    Instant first = clock.instant();
    clock.pass(Duration.ofHours(1));
    Noticed.add(store, "b", Noticed.TEN);
    Noticed.add(store, "c", Noticed.NEXT_DAY);
    store.ledger().add(Noticed.hash("d"), "footage/7A/d.mp4");
    store
        .ledger()
        .refuse(Noticed.hash("d"), RecordingState.FAILED, Message.english("It is no recording."));

    assertThat(store.statistics().stateCounts())
        .containsExactly(
            new StateCount(RecordingState.WAITING, 3, first),
            new StateCount(RecordingState.FAILED, 1, clock.instant()));
  }

  @Test
  void standings_recordingOfTwoLessons_countsOnceAsTheLedgerHasIt() {
    Noticed.add(store, "a", Noticed.NINE, Noticed.TEN);
    Claim claim = store.claims().next().orElseThrow();
    store.claims().finish(claim, Outcome.done());

    RecordingState state = store.ledger().find(Noticed.hash("a")).orElseThrow().state();
    assertThat(state).isEqualTo(RecordingState.WAITING);
    assertThat(store.statistics().stateCounts())
        .extracting(StateCount::state, StateCount::recordings)
        .containsExactly(tuple(state, 1L));
  }

  @Test
  void lastRunTook_noRun_isUnknown() {
    assertThat(store.statistics().lastRunTook()).isEmpty();
  }

  @Test
  void lastRunTook_severalRuns_isOfTheLastThatCameToItsEnd() {
    end("first", Duration.ofHours(2), true);
    end("second", Duration.ofHours(3), true);
    end("third", Duration.ofHours(1), false);

    assertThat(store.statistics().lastRunTook()).contains(Duration.ofHours(3));
  }

  private void end(String name, Duration length, boolean complete) {
    Run run = new Run(name, clock.instant(), Optional.empty(), "here");
    store.runs().start(run);
    store.runs().end(run, clock.pass(length), complete);
  }

  @Test
  void marks_ofTheWeek_applyCorrectionsAndLeaveOutOlderLessons() {
    save(NINE);
    save(new LessonKey("7A", MONDAY.minusDays(1), LocalTime.of(9, 0)));
    store
        .lessons()
        .saveCorrections(
            NINE,
            Map.of("s1", new Correction(Optional.of(Status.PRESENT), "I saw her")),
            "a teacher");

    assertThat(store.statistics().marks(MONDAY))
        .isEqualTo(Map.of(Status.PRESENT, 1L, Status.ABSENT, 1L));
    assertThat(store.statistics().marks(MONDAY.plusDays(1))).isEmpty();
  }

  private void save(LessonKey lesson) {
    List<LessonRegister.Row> rows = List.of(row("s1", Status.REVIEW), row("s2", Status.ABSENT));
    store
        .lessons()
        .save(
            new LessonRegister(
                new Lesson(lesson, Duration.ofMinutes(45)),
                rows,
                List.of(),
                Coverage.unknown(),
                Outcome.done(),
                new RunFacts(
                    "test",
                    clock.instant(),
                    Duration.ofMinutes(1),
                    List.of(),
                    Map.of(),
                    Map.of(),
                    List.of())));
  }

  private static LessonRegister.Row row(String id, Status status) {
    Verdict verdict =
        new Verdict(
            new Student(id, "Name of " + id), status, Optional.empty(), 0, Optional.empty());
    return new LessonRegister.Row(verdict, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
