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

  private final FakeBook book = new FakeBook();

  @Test
  @TakesLong
  void serve_everySecond_worksAgainAndAgain() throws InterruptedException {
    try (Shift shift = Shift.of(Shift.plan(EVERY_SECOND), Optional.empty(), book)) {
      shift.pass();
      shift.pass();
    }
    assertThat(book.begun()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(book.complete()).isNotEmpty();
  }

  @Test
  void serve_idle_announcesTheNextTimeInTheZoneOfTheSchool() throws InterruptedException {
    try (Shift shift = Shift.of(Shift.plan(NEW_YEAR), Optional.empty(), book)) {
      assertThat(shift.announcement().atZone(ZoneOffset.UTC).toString()).endsWith("-01-01T01:00Z");
      assertThat(shift.passesLeft()).isZero();
    }
  }

  @Test
  void serve_missedNights_areMadeUpForOnce() throws InterruptedException {
    try (Shift shift = Shift.of(hourly("7d"), Optional.of(longAgo), book)) {
      assertThat(shift.announcement()).isBefore(Instant.now());
      shift.pass();
      assertThat(shift.announcement()).isAfter(Instant.now());
      assertThat(shift.passesLeft()).isZero();
    }
    assertThat(book.begun()).hasSize(1);
  }

  @Test
  void serve_nightMissedByTooMuch_isLeftToTheNextOne() throws InterruptedException {
    try (Shift shift = Shift.of(Shift.plan(NEW_YEAR), Optional.of(longAgo), book)) {
      assertThat(shift.announcement()).isAfter(Instant.now());
      assertThat(shift.passesLeft()).isZero();
    }
    assertThat(book.tried()).isEmpty();
  }

  @Test
  void serve_lastRunAfterTheLastNight_missesNothing() throws InterruptedException {
    try (Shift shift = Shift.of(Shift.plan(NEW_YEAR), Optional.of(Instant.now()), book)) {
      assertThat(shift.announcement()).isAfter(Instant.now());
      assertThat(shift.passesLeft()).isZero();
    }
  }

  @Test
  void serve_runLeftOpen_goesOnAndIsNotMadeUpForBesides() throws InterruptedException {
    Run left = new Run("night", Instant.now().minusSeconds(1), Optional.empty(), "here");
    book.start(left);

    try (Shift shift = Shift.of(hourly("7d"), Optional.of(longAgo), book)) {
      shift.announcement();
      shift.pass();
      shift.announcement();
      assertThat(shift.passesLeft()).isZero();
    }
    assertThat(book.begun()).containsExactly(left);
    assertThat(book.complete()).containsExactly(left);
  }

  @Test
  void serve_window_isGivenToTheWork() throws InterruptedException {
    ScheduleSettings schedule =
        new ScheduleSettings(
            EVERY_SECOND, Optional.of(LocalTime.of(6, 30)), Duration.ofDays(1), Optional.empty());

    try (Shift shift = Shift.of(Shift.plan(schedule), Optional.empty(), book)) {
      Instant until = shift.pass().orElseThrow();
      assertThat(until.atZone(ZoneOffset.UTC).toLocalTime()).isEqualTo("06:30");
      assertThat(until).isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(1)));
    }
  }

  @Test
  @TakesLong
  void serve_dueWhileWorking_isNotDoubled() throws InterruptedException {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger mostAtOnce = new AtomicInteger();
    try (Shift shift =
        Shift.of(
            Shift.plan(EVERY_SECOND),
            Optional.empty(),
            book,
            until -> {
              mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              sleep(Duration.ofMillis(1500));
              atOnce.decrementAndGet();
              return RunOutcome.COMPLETE;
            })) {
      shift.pass();
      shift.pass();
    }
    assertThat(mostAtOnce).hasValue(1);
  }

  @Test
  void serve_temporaryFailure_isTriedAgain() throws InterruptedException {
    AtomicInteger attempts = new AtomicInteger();
    try (Shift shift =
        Shift.of(
            hourly("7d"),
            Optional.of(longAgo),
            book,
            until -> {
              if (attempts.incrementAndGet() < 3) {
                throw new TemporaryFailure("The home is busy.");
              }
              return RunOutcome.COMPLETE;
            })) {
      shift.pass();
    }
    assertThat(attempts).hasValue(3);
    assertThat(book.begun()).hasSize(1);
  }

  @Test
  @TakesLong
  void serve_bookOutOfOrderAsANightBegins_beginsItLater() throws InterruptedException {
    PollIntervals slow =
        new PollIntervals(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(200));
    try (Shift shift = Shift.of(Shift.plan(EVERY_SECOND), book, slow)) {
      shift.announcement();
      book.breaks(new TemporaryFailure("The database is locked."));
      Instant broken = Instant.now();
      while (shift.watched().isBefore(broken.plusSeconds(2))) {
        // The hourly look goes on, five times a second here.
      }
      int before = book.begun().size();
      book.heals();
      shift.pass();
      while (book.begun().size() < before + 2) {
        shift.watched();
      }
      assertThat(book.begun().get(before).started()).isBefore(broken.plusSeconds(2));
    }
  }

  @Test
  void serve_othersAtWork_staysWithTheRunUntilItIsOver() throws InterruptedException {
    AtomicInteger passes = new AtomicInteger();
    try (Shift shift =
        Shift.of(
            hourly("7d"),
            Optional.of(longAgo),
            book,
            until ->
                passes.incrementAndGet() < 3 ? RunOutcome.OTHERS_AT_WORK : RunOutcome.COMPLETE)) {
      shift.announcement();
      for (int pass = 1; pass <= 3; pass++) {
        shift.pass();
        shift.announcement();
      }
    }
    assertThat(book.begun()).hasSize(1);
    assertThat(book.complete()).hasSize(1);
  }

  @Test
  void serve_failedRun_doesNotCountAndIsNotTriedAgain() throws InterruptedException {
    try (Shift shift =
        Shift.of(hourly("7d"), Optional.of(longAgo), book, until -> RunOutcome.FAILED)) {
      shift.announcement();
      shift.pass();
      shift.announcement();
      assertThat(shift.passesLeft()).isZero();
    }
    assertThat(book.complete()).isEmpty();
    assertThat(book.open(Instant.now())).isEmpty();
  }

  @Test
  @TakesLong
  void serve_unexpectedFailure_doesNotEndTheService() throws InterruptedException {
    AtomicInteger attempts = new AtomicInteger();
    try (Shift shift =
        Shift.of(
            Shift.plan(EVERY_SECOND),
            Optional.empty(),
            book,
            until -> {
              if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("a fault");
              }
              return RunOutcome.COMPLETE;
            })) {
      shift.pass();
    }
    assertThat(attempts).hasValueGreaterThanOrEqualTo(2);
  }

  @Test
  void round_look_worksWithoutARun() throws InterruptedException {
    try (Shift duties = Shift.of(Shift.plan(NEW_YEAR), Optional.empty(), new FakeBook())) {
      RunLoop shift = new RunLoop(Shift.plan(NEW_YEAR), book, duties, Shift.FAST);

      assertThat(shift.round(Duration.ZERO).worked()).isFalse();
      shift.requestPass();
      assertThat(shift.round(Shift.PATIENCE).worked()).isTrue();
      assertThat(duties.passesLeft()).isOne();
    }
    assertThat(book.tried()).isEmpty();
  }

  @Test
  void serve_watch_isAskedFor() throws InterruptedException {
    PollIntervals pace =
        new PollIntervals(Duration.ofMillis(50), Duration.ofSeconds(30), Duration.ofMillis(50));
    try (Shift shift = Shift.of(Shift.plan(NEW_YEAR), book, pace)) {
      Instant first = shift.watched();
      assertThat(shift.watched()).isAfter(first);
    }
  }

  @Test
  void serve_stoppedWhileWorking_interruptsTheWorkAndLeavesTheRunOpen()
      throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    try (Shift shift =
        Shift.of(
            Shift.plan(EVERY_SECOND),
            Optional.empty(),
            book,
            until -> {
              begun.countDown();
              sleep(Duration.ofMinutes(1));
              return RunOutcome.COMPLETE;
            })) {
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
      shift.interrupt();
      assertThat(shift.end()).isInstanceOf(InterruptedException.class);
      assertThat(shift.passesLeft()).isOne();
    }
    assertThat(book.complete()).isEmpty();
    assertThat(book.open(Instant.now())).isPresent();
  }

  @Test
  void serve_stoppedWhileIdle_endsWithAnInterruption() throws InterruptedException {
    try (Shift shift = Shift.of(Shift.plan(NEW_YEAR), Optional.empty(), book)) {
      shift.announcement();
      shift.interrupt();
      assertThat(shift.end()).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void serve_impossibleExpression_isRefused() {
    assertThatThrownBy(() -> new QuartzService().nextDue(Shift.plan("0 0 25 * * ?"), Instant.now()))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining("schedule.nightly: found '0 0 25 * * ?'");
  }

  private static NightSchedule hourly(String within) {
    return Shift.plan(
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
