package org.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rollcall.basics.setting.Times;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.RunOutcome;
import org.rollcall.school.InvalidConfiguration;
import org.rollcall.settings.ScheduleSettings;
import org.rollcall.store.ledger.Run;
import org.rollcall.testing.TakesLong;

class QuartzServiceTest {
  private static final String EVERY_SECOND = "* * * * * ?";
  private static final String NEW_YEAR = "0 0 1 1 1 ?";
  private static final String HOURLY = "0 0 * * * ?";
  private final Instant longAgo = Instant.now().minus(Duration.ofDays(1000));

  private final FakeRunRecord runs = new FakeRunRecord();

  @Test
  @TakesLong
  void serve_everySecond_worksAgainAndAgain() throws InterruptedException {
    try (ServiceThread service =
        ServiceThread.of(ServiceThread.plan(EVERY_SECOND), Optional.empty(), runs)) {
      service.pass();
      service.pass();
    }
    assertThat(runs.started()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(runs.complete()).isNotEmpty();
  }

  @Test
  void serve_idle_announcesTheNextTimeInTheZoneOfTheSchool() throws InterruptedException {
    try (ServiceThread service =
        ServiceThread.of(ServiceThread.plan(NEW_YEAR), Optional.empty(), runs)) {
      assertThat(service.announcement().atZone(ZoneOffset.UTC).toString())
          .endsWith("-01-01T01:00Z");
      assertThat(service.passesLeft()).isZero();
    }
  }

  @Test
  void serve_missedNights_areMadeUpForOnce() throws InterruptedException {
    try (ServiceThread service = ServiceThread.of(hourly("7d"), Optional.of(longAgo), runs)) {
      assertThat(service.announcement()).isBefore(Instant.now());
      service.pass();
      assertThat(service.announcement()).isAfter(Instant.now());
      assertThat(service.passesLeft()).isZero();
    }
    assertThat(runs.started()).hasSize(1);
  }

  @Test
  void serve_nightMissedByTooMuch_isLeftToTheNextOne() throws InterruptedException {
    try (ServiceThread service =
        ServiceThread.of(ServiceThread.plan(NEW_YEAR), Optional.of(longAgo), runs)) {
      assertThat(service.announcement()).isAfter(Instant.now());
      assertThat(service.passesLeft()).isZero();
    }
    assertThat(runs.tried()).isEmpty();
  }

  @Test
  void serve_lastRunAfterTheLastNight_missesNothing() throws InterruptedException {
    try (ServiceThread service =
        ServiceThread.of(ServiceThread.plan(NEW_YEAR), Optional.of(Instant.now()), runs)) {
      assertThat(service.announcement()).isAfter(Instant.now());
      assertThat(service.passesLeft()).isZero();
    }
  }

  @Test
  void serve_runLeftOpen_resumesAndIsNotMadeUpForAsWell() throws InterruptedException {
    Run left = new Run("night", Instant.now().minusSeconds(1), Optional.empty(), "here");
    runs.start(left);

    try (ServiceThread service = ServiceThread.of(hourly("7d"), Optional.of(longAgo), runs)) {
      service.announcement();
      service.pass();
      service.announcement();
      assertThat(service.passesLeft()).isZero();
    }
    assertThat(runs.started()).containsExactly(left);
    assertThat(runs.complete()).containsExactly(left);
  }

  @Test
  void serve_window_isGivenToTheWork() throws InterruptedException {
    ScheduleSettings schedule =
        new ScheduleSettings(
            EVERY_SECOND, Optional.of(LocalTime.of(6, 30)), Duration.ofDays(1), Optional.empty());

    try (ServiceThread service =
        ServiceThread.of(ServiceThread.plan(schedule), Optional.empty(), runs)) {
      Instant until = service.pass().orElseThrow();
      assertThat(until.atZone(ZoneOffset.UTC).toLocalTime()).isEqualTo("06:30");
      assertThat(until).isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(1)));
    }
  }

  @Test
  @TakesLong
  void serve_dueWhileWorking_isNotDoubled() throws InterruptedException {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger mostAtOnce = new AtomicInteger();
    try (ServiceThread service =
        ServiceThread.of(
            ServiceThread.plan(EVERY_SECOND),
            Optional.empty(),
            runs,
            until -> {
              mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              sleep(Duration.ofMillis(1500));
              atOnce.decrementAndGet();
              return RunOutcome.COMPLETE;
            })) {
      service.pass();
      service.pass();
    }
    assertThat(mostAtOnce).hasValue(1);
  }

  @Test
  void serve_temporaryFailure_isTriedAgain() throws InterruptedException {
    AtomicInteger attempts = new AtomicInteger();
    try (ServiceThread service =
        ServiceThread.of(
            hourly("7d"),
            Optional.of(longAgo),
            runs,
            until -> {
              if (attempts.incrementAndGet() < 3) {
                throw new TemporaryFailure("The home is busy.");
              }
              return RunOutcome.COMPLETE;
            })) {
      service.pass();
    }
    assertThat(attempts).hasValue(3);
    assertThat(runs.started()).hasSize(1);
  }

  @Test
  @TakesLong
  void serve_recordFailsAsANightStarts_startsItLater() throws InterruptedException {
    PollIntervals slow =
        new PollIntervals(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(200));
    try (ServiceThread service = ServiceThread.of(ServiceThread.plan(EVERY_SECOND), runs, slow)) {
      service.announcement();
      runs.breaks(new TemporaryFailure("The database is locked."));
      Instant broken = Instant.now();
      while (service.checked().isBefore(broken.plusSeconds(2))) {
        // The hourly check goes on, five times a second here.
      }
      int before = runs.started().size();
      runs.heals();
      service.pass();
      while (runs.started().size() < before + 2) {
        service.checked();
      }
      assertThat(runs.started().get(before).started()).isBefore(broken.plusSeconds(2));
    }
  }

  @Test
  void serve_othersAtWork_staysWithTheRunUntilItIsOver() throws InterruptedException {
    AtomicInteger passes = new AtomicInteger();
    try (ServiceThread service =
        ServiceThread.of(
            hourly("7d"),
            Optional.of(longAgo),
            runs,
            until ->
                passes.incrementAndGet() < 3 ? RunOutcome.OTHERS_AT_WORK : RunOutcome.COMPLETE)) {
      service.announcement();
      for (int pass = 1; pass <= 3; pass++) {
        service.pass();
        service.announcement();
      }
    }
    assertThat(runs.started()).hasSize(1);
    assertThat(runs.complete()).hasSize(1);
  }

  @Test
  void serve_failedRun_doesNotCountAndIsNotTriedAgain() throws InterruptedException {
    try (ServiceThread service =
        ServiceThread.of(hourly("7d"), Optional.of(longAgo), runs, until -> RunOutcome.FAILED)) {
      service.announcement();
      service.pass();
      service.announcement();
      assertThat(service.passesLeft()).isZero();
    }
    assertThat(runs.complete()).isEmpty();
    assertThat(runs.open(Instant.now())).isEmpty();
  }

  @Test
  @TakesLong
  void serve_unexpectedFailure_doesNotEndTheService() throws InterruptedException {
    AtomicInteger attempts = new AtomicInteger();
    try (ServiceThread service =
        ServiceThread.of(
            ServiceThread.plan(EVERY_SECOND),
            Optional.empty(),
            runs,
            until -> {
              if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("a fault");
              }
              return RunOutcome.COMPLETE;
            })) {
      service.pass();
    }
    assertThat(attempts).hasValueGreaterThanOrEqualTo(2);
  }

  @Test
  void round_requestedPass_worksWithoutARun() throws InterruptedException {
    try (ServiceThread service =
        ServiceThread.of(ServiceThread.plan(NEW_YEAR), Optional.empty(), new FakeRunRecord())) {
      RunLoop loop = new RunLoop(ServiceThread.plan(NEW_YEAR), runs, service, ServiceThread.FAST);

      assertThat(loop.round(Duration.ZERO).worked()).isFalse();
      loop.requestPass();
      assertThat(loop.round(ServiceThread.TIMEOUT).worked()).isTrue();
      assertThat(service.passesLeft()).isOne();
    }
    assertThat(runs.tried()).isEmpty();
  }

  @Test
  void serve_check_isRunAtIntervals() throws InterruptedException {
    PollIntervals intervals =
        new PollIntervals(Duration.ofMillis(50), Duration.ofSeconds(30), Duration.ofMillis(50));
    try (ServiceThread service = ServiceThread.of(ServiceThread.plan(NEW_YEAR), runs, intervals)) {
      Instant first = service.checked();
      assertThat(service.checked()).isAfter(first);
    }
  }

  @Test
  void serve_stoppedWhileWorking_interruptsTheWorkAndLeavesTheRunOpen()
      throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    try (ServiceThread service =
        ServiceThread.of(
            ServiceThread.plan(EVERY_SECOND),
            Optional.empty(),
            runs,
            until -> {
              started.countDown();
              sleep(Duration.ofMinutes(1));
              return RunOutcome.COMPLETE;
            })) {
      assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
      service.interrupt();
      assertThat(service.end()).isInstanceOf(InterruptedException.class);
      assertThat(service.passesLeft()).isOne();
    }
    assertThat(runs.complete()).isEmpty();
    assertThat(runs.open(Instant.now())).isPresent();
  }

  @Test
  void serve_stoppedWhileIdle_endsWithAnInterruption() throws InterruptedException {
    try (ServiceThread service =
        ServiceThread.of(ServiceThread.plan(NEW_YEAR), Optional.empty(), runs)) {
      service.announcement();
      service.interrupt();
      assertThat(service.end()).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void serve_impossibleExpression_isRefused() {
    assertThatThrownBy(
            () -> new QuartzService().nextDue(ServiceThread.plan("0 0 25 * * ?"), Instant.now()))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining("schedule.nightly: found '0 0 25 * * ?'");
  }

  private static NightSchedule hourly(String within) {
    return ServiceThread.plan(
        new ScheduleSettings(HOURLY, Optional.empty(), Times.parse(within), Optional.empty()));
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
