package org.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.NightlyJob;
import org.rollcall.night.RunOutcome;
import org.rollcall.night.RunWindow;
import org.rollcall.night.ScheduleStore;
import org.rollcall.schedule.RunLoop.LoopRound;
import org.rollcall.store.ledger.Run;

/** What one round does, without a scheduler: nothing here waits. */
class RunLoopTest {
  private static final String EVERY_MINUTE = "0 * * * * ?";
  private static final String FAR = "0 0 1 1 1 ? 2099";
  private static final PollIntervals INTERVALS =
      new PollIntervals(Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofHours(1));
  private static final Duration LONG = Duration.ofDays(1);

  private final FakeRunRecord runs = new FakeRunRecord();
  private final ToldJob job = new ToldJob();
  private final RunLoop loop = loop(ServiceThread.plan(EVERY_MINUTE));

  /** Ends its passes as it is told, in order; the others are complete. */
  private static final class ToldJob implements NightlyJob {
    private final Deque<Supplier<RunOutcome>> outcomes = new ArrayDeque<>();
    private final List<RunWindow> passes = new ArrayList<>();

    @Override
    public RunOutcome runPass(RunWindow window) {
      passes.add(window);
      return outcomes.isEmpty() ? RunOutcome.COMPLETE : outcomes.remove().get();
    }

    @Override
    public void announce(Instant next) {}

    @Override
    public void check() {}
  }

  private RunLoop loop(NightSchedule plan) {
    return new RunLoop(plan, runs, job, INTERVALS);
  }

  private LoopRound round() throws InterruptedException {
    return loop.round(Duration.ZERO);
  }

  private void night() {
    loop.startNight(Instant.now());
  }

  @Test
  void round_nothingIsDue_waitsForASignal() throws InterruptedException {
    assertThat(round()).isEqualTo(new LoopRound(LONG, false));
    assertThat(job.passes).isEmpty();
  }

  @Test
  void round_sharedSchedule_looksForRunsOfOthersNowAndThen() throws InterruptedException {
    NightSchedule plan = ServiceThread.plan(EVERY_MINUTE);
    RunLoop shared =
        loop(
            new NightSchedule(
                plan.settings(),
                plan.holidays(),
                Optional.of(new ScheduleStore("jdbc:postgresql://host/rollcall", "u", ""))));

    assertThat(shared.round(Duration.ZERO)).isEqualTo(new LoopRound(INTERVALS.joinEvery(), false));
    shared.requestPass();
    assertThat(shared.round(Duration.ZERO)).isEqualTo(new LoopRound(INTERVALS.joinEvery(), true));
  }

  @Test
  void round_night_isRunOnceAndRecorded() throws InterruptedException {
    night();

    assertThat(round()).isEqualTo(new LoopRound(LONG, true));
    assertThat(round().worked()).isFalse();
    assertThat(job.passes).hasSize(1);
    assertThat(runs.complete()).isEqualTo(runs.started()).hasSize(1);
  }

  @Test
  void round_severalRequests_areOnePass() throws InterruptedException {
    loop.requestPass();
    loop.requestPass();

    assertThat(round().worked()).isTrue();
    assertThat(round().worked()).isFalse();
    assertThat(runs.tried()).as("a pass between nights is no run").isEmpty();
  }

  @Test
  void round_somethingIsToBeTriedAgain_isTriedAfterAWhileWithoutARequest()
      throws InterruptedException {
    job.outcomes.add(() -> RunOutcome.COMPLETE_BUT_WAITING);
    night();

    assertThat(round()).isEqualTo(new LoopRound(INTERVALS.retryAfter(), true));
    assertThat(runs.complete()).as("the night itself is over").hasSize(1);
    assertThat(round()).isEqualTo(new LoopRound(LONG, true));
    assertThat(round().worked()).isFalse();
    assertThat(job.passes).hasSize(2);
  }

  @Test
  void round_othersAtWork_keepsTheRunOpenAndLooksAgain() throws InterruptedException {
    job.outcomes.add(() -> RunOutcome.OTHERS_AT_WORK);
    night();

    assertThat(round()).isEqualTo(new LoopRound(INTERVALS.joinEvery(), true));
    assertThat(runs.complete()).isEmpty();
    round();
    assertThat(job.passes).hasSize(2);
    assertThat(runs.complete()).hasSize(1);
  }

  @Test
  void round_failedNight_isOverButNotComplete() throws InterruptedException {
    job.outcomes.add(() -> RunOutcome.FAILED);
    job.outcomes.add(
        () -> {
          throw new IllegalStateException("unexpected");
        });

    night();
    assertThat(round()).isEqualTo(new LoopRound(LONG, true));
    loop.requestPass();
    assertThat(round()).isEqualTo(new LoopRound(LONG, true));

    assertThat(runs.open(Instant.now())).isEmpty();
    assertThat(runs.complete()).isEmpty();
  }

  @Test
  void round_temporaryFailure_keepsWhatWasAskedFor() throws InterruptedException {
    job.outcomes.add(
        () -> {
          throw new TemporaryFailure("The share is away.");
        });
    loop.requestPass();

    assertThat(round()).isEqualTo(new LoopRound(INTERVALS.retryAfter(), false));
    assertThat(round().worked()).isTrue();
    assertThat(round().worked()).isFalse();
  }

  @Test
  void round_nightThatCouldNotBeRecorded_isRecordedAndRunLater() throws InterruptedException {
    runs.breaks(new TemporaryFailure("The database is away."));
    night();
    assertThat(round()).isEqualTo(new LoopRound(INTERVALS.retryAfter(), false));
    assertThat(job.passes).isEmpty();

    runs.heals();

    assertThat(round().worked()).isTrue();
    assertThat(runs.complete()).hasSize(1);
    round();
    assertThat(runs.tried()).hasSize(1);
  }

  @Test
  void round_interruptedPass_leavesTheRunOpen() {
    job.outcomes.add(
        () -> {
          Thread.currentThread().interrupt();
          return RunOutcome.COMPLETE;
        });
    night();

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(this::round);
    assertThat(runs.open(Instant.now())).isPresent();
  }

  @Test
  void startNight_notDueLately_isNotRun() throws InterruptedException {
    RunLoop late = loop(ServiceThread.plan(FAR));

    late.startNight(Instant.now());

    assertThat(late.round(Duration.ZERO).worked()).isFalse();
    assertThat(runs.tried()).isEmpty();
  }

  @Test
  void startNight_twoNodes_makeOneRun() throws InterruptedException {
    Instant due = Instant.now();
    RunLoop other = loop(ServiceThread.plan(EVERY_MINUTE));

    loop.startNight(due);
    other.startNight(due);
    round();

    assertThat(other.round(Duration.ZERO).worked()).isFalse();
    assertThat(runs.started()).extracting(Run::name).containsExactly("night " + due);
  }
}
