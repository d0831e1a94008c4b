package org.rollcall.schedule;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.NightlyJob;
import org.rollcall.night.RunOutcome;
import org.rollcall.night.RunRecord;
import org.rollcall.night.RunWindow;
import org.rollcall.night.ScheduleStore;
import org.rollcall.school.Holidays;
import org.rollcall.settings.ScheduleSettings;
import org.rollcall.settings.SchoolSettings;
import org.rollcall.settings.Settings;
import org.rollcall.store.ledger.Run;

/** A service in a thread of its own, with all that it reports. */
final class ServiceThread implements NightlyJob, AutoCloseable {
  static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** Intervals at which a test sees something. */
  static final PollIntervals FAST =
      new PollIntervals(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofHours(1));

  private final BlockingQueue<Instant> announced = new LinkedBlockingQueue<>();
  private final BlockingQueue<Optional<Instant>> passes = new LinkedBlockingQueue<>();
  private final BlockingQueue<Instant> checks = new LinkedBlockingQueue<>();
  private final BlockingQueue<Exception> end = new LinkedBlockingQueue<>();
  private final Function<Optional<Instant>, RunOutcome> work;
  private final Thread thread;

  /** What a service does until it is stopped. */
  private interface Service {
    void serve(NightlyJob job) throws InterruptedException;
  }

  private ServiceThread(Service service, Function<Optional<Instant>, RunOutcome> work) {
    this.work = work;
    this.thread =
        new Thread(
            () -> {
              try {
                service.serve(this);
              } catch (InterruptedException | RuntimeException e) {
                end.add(e);
              }
            });
    thread.start();
  }

  /** A record as a starting service finds it, with an earlier complete run or none. */
  private record LaterRecord(RunRecord runs, Optional<Instant> lastRun) implements RunRecord {
    @Override
    public boolean start(Run run) {
      return runs.start(run);
    }

    @Override
    public Optional<Run> last() {
      return lastRun.map(started -> new Run("earlier", started, Optional.empty(), "node"));
    }

    @Override
    public Optional<Run> open(Instant now) {
      return runs.open(now);
    }

    @Override
    public void end(Run run, Instant ended, boolean complete) {
      runs.end(run, ended, complete);
    }
  }

  static ServiceThread of(NightSchedule plan, Optional<Instant> lastRun, RunRecord runs) {
    return of(plan, lastRun, runs, until -> RunOutcome.COMPLETE);
  }

  static ServiceThread of(
      NightSchedule plan,
      Optional<Instant> lastRun,
      RunRecord runs,
      Function<Optional<Instant>, RunOutcome> work) {
    RunRecord record = new LaterRecord(runs, lastRun);
    return new ServiceThread(job -> new QuartzService(FAST).serve(plan, record, job), work);
  }

  static ServiceThread of(NightSchedule plan, RunRecord runs, PollIntervals intervals) {
    RunRecord record = new LaterRecord(runs, Optional.empty());
    return new ServiceThread(
        job -> new QuartzService(intervals).serve(plan, record, job), until -> RunOutcome.COMPLETE);
  }

  static NightSchedule plan(String nightly) {
    return plan(
        new ScheduleSettings(nightly, Optional.empty(), Duration.ofDays(1), Optional.empty()));
  }

  static NightSchedule plan(ScheduleSettings schedule) {
    return plan(schedule, Holidays.NONE, Optional.empty());
  }

  static NightSchedule plan(
      ScheduleSettings schedule, Holidays holidays, Optional<ScheduleStore> store) {
    Settings settings =
        Settings.DEFAULT
            .with(new SchoolSettings("School", Optional.of(ZoneOffset.UTC)))
            .with(schedule);
    return new NightSchedule(settings, holidays, store);
  }

  @Override
  public RunOutcome runPass(RunWindow window) {
    RunOutcome pass = work.apply(window.end());
    passes.add(window.end());
    return pass;
  }

  @Override
  public void announce(Instant next) {
    announced.add(next);
  }

  @Override
  public void check() {
    checks.add(Instant.now());
  }

  /** {@return what was announced next} */
  Instant announcement() throws InterruptedException {
    return take(announced);
  }

  /** {@return the window of the next pass that ended} */
  Optional<Instant> pass() throws InterruptedException {
    return take(passes);
  }

  Instant checked() throws InterruptedException {
    return take(checks);
  }

  /** {@return how many passes ended and were not taken} */
  int passesLeft() {
    return passes.size();
  }

  /** Waits until the service ends by itself. */
  Exception end() throws InterruptedException {
    return take(end);
  }

  void interrupt() {
    thread.interrupt();
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      fail("The service did not stop");
    }
  }

  private static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
    return Optional.ofNullable(queue.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).orElseThrow();
  }
}
