package org.rollcall.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.config.Home;
import org.rollcall.lesson.ProgressBoard;
import org.rollcall.night.Alarm;
import org.rollcall.worker.JobQueue;
import org.rollcall.worker.Service;

/** A service without nights, which does what it is asked for. */
final class IdleService {
  private IdleService() {}

  static Service of(Home home) {
    return of(home, List::of);
  }

  static Service of(Home home, Supplier<List<Alarm>> alarms) {
    JobQueue jobs = new JobQueue(home, Clock.systemUTC(), new ProgressBoard(Clock.systemUTC()));
    return new Service(alarms, Optional::empty, jobs);
  }
}
