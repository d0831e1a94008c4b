package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.store.Store;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.ledger.Runs.RunState;
import org.rollcall.testing.EmptyDatabase;

class RunsTest {
  private static final String FILE = "rollcall.db";
  private static final Instant ONE = Instant.parse("2026-11-17T01:00:00Z");
  private static final Instant HALF_PAST_SIX = Instant.parse("2026-11-17T06:30:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Run NIGHT = new Run("night 1", ONE, Optional.of(HALF_PAST_SIX), "east");
  private static final Run NEXT = new Run("night 2", ONE.plus(DAY), Optional.empty(), "west");

  @TempDir Path home;
  @AutoClose private Store store;
  private Runs runs;

  @BeforeEach
  void open() {
    EmptyDatabase.at(home.resolve(FILE));
    reopen();
  }

  private void reopen() {
    store = Store.open(home.resolve(FILE));
    runs = store.runs();
  }

  @Test
  void start_ofOneName_isPossibleOnce() {
    assertThat(runs.start(NIGHT)).isTrue();
    assertThat(runs.start(NIGHT)).isFalse();

    runs.end(NIGHT, ONE.plusSeconds(60), true);

    assertThat(runs.start(NIGHT)).isFalse();
    assertThat(runs.open(ONE)).isEmpty();
  }

  @Test
  void open_runUnderWay_isFoundAfterReopening() {
    runs.start(NIGHT);
    store.close();
    reopen();

    assertThat(runs.open(ONE)).contains(NIGHT);
  }

  @Test
  void open_nothingBegun_isEmpty() {
    assertThat(runs.open(ONE)).isEmpty();
    assertThat(runs.last()).isEmpty();
  }

  @Test
  void open_windowOver_isEmpty() {
    runs.start(NIGHT);

    assertThat(runs.open(HALF_PAST_SIX.minusMillis(1))).contains(NIGHT);
    assertThat(runs.open(HALF_PAST_SIX)).isEmpty();
  }

  @Test
  void open_noWindow_neverEndsByItself() {
    runs.start(NEXT);

    assertThat(runs.open(ONE.plus(DAY.multipliedBy(400)))).contains(NEXT);
  }

  @Test
  void latest_runs_giveTheirEnds() {
    assertThat(runs.latest(5)).isEmpty();
    runs.start(NIGHT);
    runs.end(NIGHT, ONE.plusSeconds(60), false);
    runs.start(NEXT);

    assertThat(runs.latest(5))
        .containsExactly(
            new Runs.Past(NEXT, Optional.empty(), RunState.RUNNING),
            new Runs.Past(NIGHT, Optional.of(ONE.plusSeconds(60)), RunState.INCOMPLETE));
    runs.end(NEXT, ONE.plus(DAY), true);
    assertThat(runs.latest(1))
        .containsExactly(new Runs.Past(NEXT, Optional.of(ONE.plus(DAY)), RunState.COMPLETE));
  }

  @Test
  void latest_processHasEnded_wasKilledUntilAnotherJoins() {
    runs.start(NIGHT);
    try (Database database = Database.open(new StoreAddress.SqliteFile(home.resolve(FILE)))) {
      database.change(
          handle ->
              handle.execute("UPDATE run SET owner = ?", Owner.self().host() + "/2147483647/1"));
    }

    assertThat(runs.latest(1)).extracting(Runs.Past::state).containsExactly(RunState.KILLED);
    runs.join(NIGHT);
    assertThat(runs.latest(1)).extracting(Runs.Past::state).containsExactly(RunState.RUNNING);
  }

  @Test
  void latest_runOfAnotherMachine_isInProgressAsFarAsKnown() {
    runs.start(NIGHT);
    try (Database database = Database.open(new StoreAddress.SqliteFile(home.resolve(FILE)))) {
      database.change(handle -> handle.execute("UPDATE run SET owner = 'elsewhere/7/1'"));
    }

    assertThat(runs.latest(1)).extracting(Runs.Past::state).containsExactly(RunState.RUNNING);
  }

  @Test
  void end_complete_isTheLastRun() {
    runs.start(NIGHT);
    runs.end(NIGHT, ONE.plusSeconds(60), true);

    assertThat(runs.last()).contains(NIGHT);
  }

  @Test
  void end_notComplete_isNoRunThatCounts() {
    runs.start(NIGHT);
    runs.end(NIGHT, ONE.plusSeconds(60), false);

    assertThat(runs.open(ONE)).isEmpty();
    assertThat(runs.last()).isEmpty();
  }

  @Test
  void end_byTheSecondNode_changesNothing() {
    runs.start(NIGHT);
    runs.end(NIGHT, ONE.plusSeconds(60), true);
    runs.end(NIGHT, ONE.plusSeconds(90), false);

    assertThat(runs.last()).contains(NIGHT);
  }

  @Test
  void end_ofALaterRun_endsTheEarlierOnesButDoesNotCountThem() {
    runs.start(NIGHT);
    runs.start(NEXT);
    runs.end(NEXT, ONE.plus(DAY).plusSeconds(60), true);

    assertThat(runs.open(ONE)).isEmpty();
    assertThat(runs.last()).contains(NEXT);
  }

  @Test
  void end_ofAnEarlierRun_leavesTheLaterOneOpen() {
    runs.start(NIGHT);
    runs.start(NEXT);
    runs.end(NIGHT, ONE.plus(DAY), true);

    assertThat(runs.open(ONE.plus(DAY))).contains(NEXT);
  }

  @Test
  void recordAlarm_onOneDay_isNewOnce() {
    LocalDate day = LocalDate.of(2026, 11, 17);

    assertThat(runs.recordAlarm("MISSED_NIGHT", day)).isTrue();
    assertThat(runs.recordAlarm("MISSED_NIGHT", day)).isFalse();
    assertThat(runs.recordAlarm("MANY_WAITING", day)).isTrue();
    assertThat(runs.recordAlarm("MISSED_NIGHT", day.plusDays(1))).isTrue();
  }

  @Test
  void run_withoutName_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Run(" ", ONE, Optional.empty(), "east"));
  }
}
