package org.rollcall.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.RollcallException;
import org.rollcall.night.RunRecord;
import org.rollcall.store.ledger.Run;

/** A record of runs in memory that keeps everything and can fail. */
final class FakeRunRecord implements RunRecord {
  private final List<Run> tried = new ArrayList<>();
  private final List<Run> started = new ArrayList<>();
  private final List<Run> open = new ArrayList<>();
  private final List<Run> complete = new ArrayList<>();
  private Optional<RollcallException> trouble = Optional.empty();

  /** From now on nothing can be read or written. */
  synchronized FakeRunRecord breaks(RollcallException failure) {
    trouble = Optional.of(failure);
    return this;
  }

  synchronized void heals() {
    trouble = Optional.empty();
  }

  @Override
  public synchronized boolean start(Run run) {
    check();
    tried.add(run);
    if (started.stream().anyMatch(other -> other.name().equals(run.name()))) {
      return false;
    }
    started.add(run);
    open.add(run);
    return true;
  }

  @Override
  public synchronized Optional<Run> last() {
    check();
    return complete.stream().max(Comparator.comparing(Run::started));
  }

  @Override
  public synchronized Optional<Run> open(Instant now) {
    check();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(open.get(open.size() - 1)).filter(run -> run.isOpenAt(now));
  }

  @Override
  public synchronized void end(Run run, Instant ended, boolean isComplete) {
    check();
    boolean removed = open.removeIf(other -> !other.started().isAfter(run.started()));
    if (removed && isComplete) {
      complete.add(run);
    }
  }

  /** {@return every attempt to start a run, including those that came second} */
  synchronized List<Run> tried() {
    return List.copyOf(tried);
  }

  synchronized List<Run> started() {
    return List.copyOf(started);
  }

  synchronized List<Run> complete() {
    return List.copyOf(complete);
  }

  private void check() {
    trouble.ifPresent(
        failure -> {
          throw failure;
        });
  }
}
