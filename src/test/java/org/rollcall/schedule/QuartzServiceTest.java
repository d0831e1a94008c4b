package org.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.config.BadSettings;
import org.rollcall.config.ScheduleSettings;
import org.rollcall.config.SchoolSettings;
import org.rollcall.config.Settings;
import org.rollcall.model.TemporaryFailure;

class QuartzServiceTest {
  private static final String EVERY_SECOND = "* * * * * ?";
  private static final String NEW_YEAR = "0 0 1 1 1 ?";

  private final BlockingQueue<Instant> announced = new LinkedBlockingQueue<>();
  private final BlockingQueue<Instant> runs = new LinkedBlockingQueue<>();
  private final BlockingQueue<Exception> end = new LinkedBlockingQueue<>();
  private Thread service;

  @AfterEach
  void stop() throws InterruptedException {
    if (service != null) {
      service.interrupt();
      service.join();
    }
  }

  @Test
  void serve_everySecond_worksAgainAndAgain() throws InterruptedException {
    start(EVERY_SECOND, Optional.empty(), () -> runs.add(Instant.now()));

    Instant first = take(runs);
    assertThat(take(runs)).isAfter(first);
  }

  @Test
  void serve_idle_announcesTheNextTimeInTheZoneOfTheSchool() throws InterruptedException {
    start(NEW_YEAR, Optional.empty(), () -> runs.add(Instant.now()));

    assertThat(take(announced).atZone(ZoneOffset.UTC).toString()).endsWith("-01-01T01:00Z");
    assertThat(runs).isEmpty();
  }

  @Test
  void serve_missedNights_areMadeUpForOnce() throws InterruptedException {
    Instant longAgo = Instant.now().minus(Duration.ofDays(1000));

    start(NEW_YEAR, Optional.of(longAgo), () -> runs.add(Instant.now()));

    assertThat(take(announced)).isBefore(Instant.now());
    take(runs);
    assertThat(take(announced)).isAfter(Instant.now());
    assertThat(runs).isEmpty();
  }

  @Test
  void serve_lastRunAfterTheLastNight_missesNothing() throws InterruptedException {
    start(NEW_YEAR, Optional.of(Instant.now()), () -> runs.add(Instant.now()));

    assertThat(take(announced)).isAfter(Instant.now());
    assertThat(runs).isEmpty();
  }

  @Test
  void nightly_lastRunInTheSecondItWasDue_isNotDueAgain() {
    Instant due = Instant.parse("2026-01-01T01:00:00.120Z");

    assertThat(DueTimes.of(settings(NEW_YEAR), Optional.of(due)).triggers())
        .singleElement()
        .satisfies(
            trigger ->
                assertThat(trigger.getFireTimeAfter(trigger.getStartTime()))
                    .isEqualTo("2027-01-01T01:00:00.000Z"));
  }

  @Test
  void serve_dueWhileWorking_isNotDoubled() throws InterruptedException {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger mostAtOnce = new AtomicInteger();
    CountDownLatch worked = new CountDownLatch(2);
    start(
        EVERY_SECOND,
        Optional.empty(),
        () -> {
          mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          sleep(Duration.ofMillis(1500));
          atOnce.decrementAndGet();
          worked.countDown();
        });

    assertThat(worked.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(mostAtOnce).hasValue(1);
  }

  @Test
  void serve_temporaryFailure_isTriedAgain() throws InterruptedException {
    AtomicInteger attempts = new AtomicInteger();
    Instant longAgo = Instant.now().minus(Duration.ofDays(1000));
    start(
        NEW_YEAR,
        Optional.of(longAgo),
        () -> {
          if (attempts.incrementAndGet() < 3) {
            throw new TemporaryFailure("The home is busy.");
          }
          runs.add(Instant.now());
        });

    take(runs);
    assertThat(attempts).hasValue(3);
  }

  @Test
  void serve_unexpectedFailure_doesNotEndTheService() throws InterruptedException {
    AtomicInteger attempts = new AtomicInteger();
    start(
        EVERY_SECOND,
        Optional.empty(),
        () -> {
          if (attempts.incrementAndGet() == 1) {
            throw new IllegalStateException("a fault");
          }
          runs.add(Instant.now());
        });

    assertThat(take(runs)).isNotNull();
  }

  @Test
  void serve_interval_announcesTheNextLook() throws InterruptedException {
    Settings settings =
        settings(new ScheduleSettings(NEW_YEAR, Optional.of(Duration.ofMinutes(10))));

    start(settings, Optional.empty(), () -> runs.add(Instant.now()));

    assertThat(take(announced)).isBetween(Instant.now(), Instant.now().plusSeconds(600));
    assertThat(runs).isEmpty();
  }

  @Test
  void serve_stoppedWhileWorking_interruptsTheWorkAndWaitsForItsEnd() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    start(
        EVERY_SECOND,
        Optional.empty(),
        () -> {
          begun.countDown();
          sleep(Duration.ofMinutes(1));
          ended.set(true);
        });
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

    service.interrupt();
    service.join(30_000);

    assertThat(service.isAlive()).isFalse();
    assertThat(ended).isTrue();
  }

  @Test
  void serve_stoppedWhileIdle_endsWithAnInterruption() throws InterruptedException {
    start(NEW_YEAR, Optional.empty(), () -> runs.add(Instant.now()));
    take(announced);

    service.interrupt();

    assertThat(end.poll(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void serve_impossibleExpression_isRefused() {
    assertThatThrownBy(
            () ->
                new QuartzService()
                    .serve(settings("0 0 25 * * ?"), Optional.empty(), () -> {}, next -> {}))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("schedule.nightly: found '0 0 25 * * ?'");
  }

  private void start(String nightly, Optional<Instant> lastRun, Runnable work) {
    start(settings(nightly), lastRun, work);
  }

  private void start(Settings settings, Optional<Instant> lastRun, Runnable work) {
    service =
        new Thread(
            () -> {
              try {
                new QuartzService(Duration.ofMillis(50))
                    .serve(settings, lastRun, work, announced::add);
              } catch (InterruptedException | RuntimeException e) {
                end.add(e);
              }
            });
    service.start();
  }

  private static Settings settings(String nightly) {
    return settings(new ScheduleSettings(nightly, Optional.empty()));
  }

  private static Settings settings(ScheduleSettings schedule) {
    Settings all = Settings.DEFAULT;
    return new Settings(
        new SchoolSettings("School", Optional.of(ZoneOffset.UTC)),
        all.inbox(),
        all.sampling(),
        all.face(),
        all.enrolment(),
        all.matching(),
        all.attendance(),
        all.unknown(),
        all.models(),
        schedule,
        all.store());
  }

  private static Instant take(BlockingQueue<Instant> queue) throws InterruptedException {
    return Optional.ofNullable(queue.poll(30, TimeUnit.SECONDS)).orElseThrow();
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
