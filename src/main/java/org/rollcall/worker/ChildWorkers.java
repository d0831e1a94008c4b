package org.rollcall.worker;

import java.nio.file.Path;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.rollcall.home.Installation;
import org.rollcall.ingest.FactsReader;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.Message;
import org.rollcall.model.Progress;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;
import org.rollcall.run.Workers;
import org.rollcall.school.Home;
import org.rollcall.settings.WorkSettings;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Claims;
import org.rollcall.store.ledger.Recording;
import org.rollcall.video.RecordingFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes lessons in child processes, and reads the metadata of recordings in another. A child
 * process that has done a lesson without any trouble keeps its networks and does another one.
 */
public final class ChildWorkers implements Workers, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChildWorkers.class);

  /** A recording that kills this many processes is set aside. */
  private static final int DEATHS_ALLOWED = 2;

  private final Installation installation;
  private final Supplier<WorkerClient> starter;
  private final Home home;
  private final Claims claims;
  private final WorkSettings settings;
  private final Deque<WorkerClient> idle = new ConcurrentLinkedDeque<>();

  /**
   * Creates workers for an installation.
   *
   * @param installation the installation whose lessons are processed
   */
  public ChildWorkers(Installation installation) {
    this(
        installation,
        () -> WorkerClient.start(installation.home(), installation.settings().work()));
  }

  ChildWorkers(Installation installation, Supplier<WorkerClient> starter) {
    this.installation = installation;
    this.starter = starter;
    this.home = installation.home();
    this.claims = installation.store().claims();
    this.settings = installation.settings().work();
    WorkFolder.tidyUp(home);
  }

  @Override
  public FactsReader facts() {
    return new ChildReader();
  }

  @Override
  public LessonReport work(Claim claim, Progress progress) {
    progress.start(claim.files());
    try {
      boolean again = true;
      while (again) {
        again = ask(claim, progress);
      }
      return LessonReport.of(installation, claim.lesson(), claim.files());
    } finally {
      progress.end();
    }
  }

  /**
   * Runs a worker, and ends the claim if the worker did not.
   *
   * @return whether another worker is to try at once
   */
  private boolean ask(Claim claim, Progress progress) {
    Optional<WorkerClient> used = Optional.ofNullable(idle.poll());
    WorkerClient client = used.orElseGet(starter);
    boolean sound = false;
    try {
      client.ask(Request.lesson(claim), settings.patience(), progress);
      sound = !holds(claim);
      putBack(claim, Message.of(Reason.NOT_ENDED));
    } catch (WorkerClient.Died e) {
      // It may have died of a lesson that it did before.
      return (used.isPresent() && holds(claim)) || died(claim, e);
    } catch (WorkerClient.Stopped e) {
      release(claim, Message.of(Reason.STOPPED_MIDWAY));
    } catch (RollcallException e) {
      putBack(claim, e.message());
    } finally {
      keep(client, sound);
    }
    return false;
  }

  private void keep(WorkerClient client, boolean sound) {
    if (sound && client.isAlive() && !client.isTooLarge()) {
      idle.add(client);
    } else {
      client.close();
    }
  }

  /** Ends the workers that wait for another lesson. */
  @Override
  public void close() {
    for (WorkerClient client = idle.poll(); client != null; client = idle.poll()) {
      client.close();
    }
  }

  /**
   * Charges a death to what was being read: a photo is not read again, a recording is counted. If
   * it was neither, the lesson waits for the next run.
   */
  private boolean died(Claim claim, WorkerClient.Died death) {
    if (!holds(claim)) {
      return false;
    }
    LOG.warn("{}: {}", claim.lesson(), death.getMessage());
    if (death.photo().isPresent()) {
      boolean more = new PhotoDeaths(installation::store).record(death);
      putBackUnless(more, claim, death);
      return more;
    }
    if (death.reading().isEmpty()) {
      putBack(claim, death.message());
      return false;
    }
    claim.parts().stream()
        .map(part -> part.recording().sha256())
        .filter(sha256 -> death.reading().get().equals(sha256))
        .forEach(sha256 -> recordDeath(sha256, death));
    release(claim, death.message());
    return false;
  }

  private void putBackUnless(boolean goesOn, Claim claim, WorkerClient.Died death) {
    if (!goesOn) {
      putBack(claim, death.message());
    }
  }

  private void putBack(Claim claim, Message reason) {
    if (holds(claim)) {
      claims.putBack(claim, reason);
    }
  }

  private void release(Claim claim, Message reason) {
    if (holds(claim)) {
      claims.release(claim, reason);
    }
  }

  private boolean holds(Claim claim) {
    return claims.find(claim.lesson().fileStem(), claim.token()).isPresent();
  }

  /** {@return whether the recording is now set aside} */
  private boolean recordDeath(String sha256, WorkerClient.Died death) {
    boolean aside = installation.store().ledger().crashed(sha256, DEATHS_ALLOWED, death.message());
    if (aside) {
      LOG.error("Recording {} is set aside. {}", sha256, death.getMessage());
    }
    return aside;
  }

  @Override
  public int parallel() {
    return new WorkerJvm(settings).parallel();
  }

  /** Reads with one child process, and starts another if it dies. */
  private final class ChildReader implements FactsReader {
    private Optional<WorkerClient> client = Optional.empty();

    @Override
    public Optional<RecordingFacts> read(Recording recording) {
      Path file = home.resolve(Path.of(recording.file()));
      boolean worthwhile = true;
      while (worthwhile) {
        try {
          return Optional.of(read(file));
        } catch (WorkerClient.Stopped e) {
          worthwhile = false;
        } catch (WorkerClient.Died e) {
          close();
          worthwhile = !recordDeath(recording.sha256(), e);
        }
      }
      return Optional.empty();
    }

    private RecordingFacts read(Path file) {
      WorkerClient here = client.orElseGet(starter);
      client = Optional.of(here);
      return Answers.facts(
          here.ask(Request.facts(file), settings.patience(), Progress.NONE).get(0));
    }

    @Override
    public void close() {
      client.ifPresent(WorkerClient::close);
      client = Optional.empty();
    }
  }
}
