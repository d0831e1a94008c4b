package org.rollcall.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.config.Home;
import org.rollcall.config.WorkSettings;
import org.rollcall.lesson.Installation;
import org.rollcall.lesson.LessonReport;
import org.rollcall.lesson.Progress;
import org.rollcall.lesson.Workers;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.Claim;
import org.rollcall.store.Recording;
import org.rollcall.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has each lesson worked on by a process of its own. */
public final class ChildWorkers implements Workers {
  private static final Logger LOG = LoggerFactory.getLogger(ChildWorkers.class);

  /** A recording that kills so many processes is set aside. */
  private static final int DEATHS_ALLOWED = 2;

  /** A command line cannot name all recordings of a year. */
  private static final int SURVEYED_AT_ONCE = 100;

  private final Installation installation;
  private final Store store;
  private final WorkSettings settings;
  private final ChildJvm machine;

  /**
   * Prepares for an installation.
   *
   * @param installation whose lessons are worked on
   */
  public ChildWorkers(Installation installation) {
    this.installation = installation;
    this.store = installation.store();
    this.settings = installation.settings().work();
    this.machine = new ChildJvm(settings);
    WorkFolder.tidyUp(installation.home());
  }

  @Override
  public void survey(List<Recording> recordings, Optional<String> className, Progress progress) {
    List<Recording> left = new ArrayList<>(recordings);
    while (!left.isEmpty() && !Thread.currentThread().isInterrupted()) {
      List<Recording> some = left.subList(0, Math.min(SURVEYED_AT_ONCE, left.size()));
      left = new ArrayList<>(left.subList(some.size(), left.size()));
      left.addAll(0, surveySome(List.copyOf(some), className, progress));
    }
  }

  /** {@return those that have to be looked at again, because a process died} */
  private List<Recording> surveySome(
      List<Recording> some, Optional<String> className, Progress progress) {
    List<String> arguments = new ArrayList<>(List.of("worker", "survey"));
    className.ifPresent(name -> arguments.addAll(List.of("--class", name)));
    some.forEach(recording -> arguments.add(recording.sha256()));
    Child.End end = run(arguments, progress);
    if (end.stopped() || end.heard().done()) {
      return List.of();
    }
    end.heard()
        .failure()
        .ifPresent(
            reason -> {
              throw new TemporaryFailure(reason);
            });
    String death = end.death().orElseThrow();
    List<String> hashes = some.stream().map(Recording::sha256).toList();
    int at = Math.max(0, hashes.indexOf(end.heard().reading().orElse("")));
    boolean aside = blame(hashes.get(at), death);
    return some.subList(aside ? at + 1 : at, some.size());
  }

  @Override
  public LessonReport work(Claim claim, Progress progress) {
    progress.begin(installation.title(claim));
    try {
      Child.End end =
          run(List.of("worker", "lesson", claim.lesson().fileStem(), claim.token()), progress);
      conclude(claim, end);
      return installation.report(claim);
    } finally {
      progress.end();
    }
  }

  /** Ends the claim where the process did not. */
  private void conclude(Claim claim, Child.End end) {
    if (store.claims().find(claim.lesson().fileStem(), claim.token()).isEmpty()) {
      return;
    }
    if (end.stopped()) {
      store.claims().release(claim, "Rollcall was stopped in the middle of it.");
    } else if (end.death().isEmpty()) {
      store.claims().putBack(claim, end.heard().failure().orElse("It was not brought to an end."));
    } else {
      String death = end.death().get();
      LOG.warn("{}: {}", claim.lesson(), death);
      Optional<String> reading = end.heard().reading();
      claim.recordings().stream()
          .map(Claim.Piece::sha256)
          .filter(sha256 -> reading.isEmpty() || reading.get().equals(sha256))
          .forEach(sha256 -> blame(sha256, death));
      store.claims().release(claim, death);
    }
  }

  /** {@return whether the recording is set aside now} */
  private boolean blame(String sha256, String death) {
    boolean aside = store.ledger().crashed(sha256, DEATHS_ALLOWED, death);
    if (aside) {
      LOG.error("Recording {} is set aside. {}", sha256, death);
    }
    return aside;
  }

  private Child.End run(List<String> arguments, Progress progress) {
    Home home = installation.home();
    try (WorkFolder folder = WorkFolder.make(home)) {
      List<String> all = new ArrayList<>(arguments);
      all.add("--home");
      all.add(home.root().toString());
      Path logs = home.logs();
      ProcessBuilder command = machine.command(folder.path(), logs, all);
      return Child.run(command, Child.Limits.of(settings), progress);
    }
  }

  @Override
  public void close() {
    // Each process has ended with its work.
  }
}
