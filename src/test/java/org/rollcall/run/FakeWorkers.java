package org.rollcall.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.home.Installation;
import org.rollcall.ingest.FactsReader;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.Outcome;
import org.rollcall.model.Progress;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Recording;
import org.rollcall.video.RecordingFacts;

/**
 * Workers who look into no recording: each says that it is 45 minutes long, and is done at once.
 */
public final class FakeWorkers implements Workers {
  private static final RecordingFacts FACTS =
      new RecordingFacts(Optional.of(Duration.ofMinutes(45)), Optional.empty(), true);

  /** The paths of the recordings whose facts were read. */
  public final List<String> read = new ArrayList<>();

  /** The lessons that were worked on. */
  public final List<Claim> worked = new ArrayList<>();

  private final Installation installation;
  private final Map<String, RuntimeException> failures = new HashMap<>();
  private Consumer<Claim> work;

  public FakeWorkers(Installation installation) {
    this.installation = installation;
    this.work = claim -> installation.store().claims().finish(claim, Outcome.done());
  }

  /** Lets a recording, by its path, not be readable. */
  public FakeWorkers failing(String file, RuntimeException failure) {
    failures.put(file, failure);
    return this;
  }

  /** Lets the work on lessons come to another end. */
  public FakeWorkers working(Consumer<Claim> other) {
    work = other;
    return this;
  }

  @Override
  public FactsReader facts() {
    return new FactsReader() {
      @Override
      public Optional<RecordingFacts> read(Recording recording) {
        read.add(recording.file());
        if (failures.containsKey(recording.file())) {
          throw failures.get(recording.file());
        }
        return Optional.of(FACTS);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public LessonReport work(Claim claim, Progress progress) {
    worked.add(claim);
    progress.start(claim.files());
    work.accept(claim);
    progress.end();
    return LessonReport.of(installation, claim.lesson(), claim.files());
  }

  @Override
  public int parallel() {
    return 1;
  }
}
