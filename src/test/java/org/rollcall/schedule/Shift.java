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

/** A service at work in a thread of its own, and all that is heard of it. */
final class Shift implements NightlyJob, AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A pace at which a test sees something. */
  static final PollIntervals FAST =
      new PollIntervals(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofHours(1));

  private final BlockingQueue<Instant> announced = new LinkedBlockingQueue<>();
  private final BlockingQueue<Optional<Instant>> passes = new LinkedBlockingQueue<>();
  private final BlockingQueue<Instant> watches = new LinkedBlockingQueue<>();
  private final BlockingQueue<Exception> end = new LinkedBlockingQueue<>();
  private final Function<Optional<Instant>, RunOutcome> work;
  private final Thread thread;

  private Shift(
      NightSchedule plan,
      Optional<Instant> lastRun,
      RunRecord book,
      PollIntervals pace,
      Function<Optional<Instant>, RunOutcome> work) {
    this.work = work;
    this.thread =
        new Thread(
            () -> {
              try {
                new QuartzService(pace).serve(plan, new LaterBook(book, lastRun), this);
              } catch (InterruptedException | RuntimeException e) {
                end.add(e);
              }
            });
    thread.start();
  }

  /** A book opened by a service that starts, with a complete run of earlier or none. */
  private record LaterBook(RunRecord book, Optional<Instant> lastRun) implements RunRecord {
    @Override
    public boolean start(Run run) {
      return book.start(run);
    }

    @Override
    public Optional<Run> last() {
      return lastRun.map(started -> new Run("earlier", started, Optional.empty(), "node"));
    }

    @Override
    public Optional<Run> open(Instant now) {
      return book.open(now);
    }

    @Override
    public void end(Run run, Instant ended, boolean complete) {
      book.end(run, ended, complete);
    }
  }

  static Shift of(NightSchedule plan, Optional<Instant> lastRun, RunRecord book) {
    return of(plan, lastRun, book, until -> RunOutcome.COMPLETE);
  }

  static Shift of(
      NightSchedule plan,
      Optional<Instant> lastRun,
      RunRecord book,
      Function<Optional<Instant>, RunOutcome> work) {
    return new Shift(plan, lastRun, book, FAST, work);
  }

  static Shift of(NightSchedule plan, RunRecord book, PollIntervals pace) {
    return new Shift(plan, Optional.empty(), book, pace, until -> RunOutcome.COMPLETE);
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
    watches.add(Instant.now());
  }

  /** {@return what was announced next} */
  Instant announcement() throws InterruptedException {
    return take(announced);
  }

  /** {@return the window of the pass that came to its end next} */
  Optional<Instant> pass() throws InterruptedException {
    return take(passes);
  }

  Instant watched() throws InterruptedException {
    return take(watches);
  }

  /** {@return how many passes came to their end and were not asked for} */
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
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      fail("The service did not stop");
    }
  }

  private static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
    return Optional.ofNullable(queue.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).orElseThrow();
  }
}
