package org.rollcall.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.rollcall.home.Installation;
import org.rollcall.inbox.RecordingName;
import org.rollcall.inbox.RecordingNames;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.store.ledger.Ledger;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.video.RecordingFacts;

/**
 * Finds out which lessons recordings show, and enters that in the ledger. Whatever is wrong with a
 * recording ends there, too.
 */
public final class RecordingInspector {
  private final Home home;
  private final Ledger ledger;
  private final RecordingNames names;
  private final LessonPlanner planner;

  /**
   * Inspects the recordings of an installation.
   *
   * @param installation the installation; stays the caller's
   */
  public RecordingInspector(Installation installation) {
    this.home = installation.home();
    this.ledger = installation.store().ledger();
    this.names = new RecordingNames(installation.settings().inbox());
    this.planner = new LessonPlanner(home, installation.settings(), installation.clock());
  }

  /**
   * Inspects all recordings of which nobody knows yet which lessons they show. Ends early if the
   * thread is interrupted.
   *
   * @param known what names tell that were read before, by the paths of the files
   * @param readers opens who reads what recordings say of themselves, if there are any
   * @return which recordings these were
   */
  public List<Recording> inspectNew(
      Map<String, RecordingName> known, Supplier<FactsReader> readers) {
    List<Recording> recordings =
        Thread.currentThread().isInterrupted() ? List.of() : ledger.uninspected();
    if (recordings.isEmpty()) {
      return recordings;
    }
    try (FactsReader reader = readers.get()) {
      recordings.stream()
          .takeWhile(recording -> !Thread.currentThread().isInterrupted())
          .forEach(recording -> inspect(recording, () -> name(recording, known), reader));
    }
    return recordings;
  }

  /**
   * Inspects a recording, whose name or the timetable tells its class.
   *
   * @param recording a recording that the ledger knows
   * @param reader reads what it says of itself; stays the caller's
   */
  public void inspect(Recording recording, FactsReader reader) {
    inspect(recording, () -> name(recording), reader);
  }

  /**
   * Inspects a recording of a class that is known, whatever its name tells.
   *
   * @param recording a recording that the ledger knows
   * @param className name of the class
   * @param reader reads what it says of itself; stays the caller's
   */
  public void inspect(Recording recording, String className, FactsReader reader) {
    inspect(recording, () -> names.ofFile(file(recording), className), reader);
  }

  private void inspect(Recording recording, Supplier<RecordingName> name, FactsReader reader) {
    try {
      NamedRecording named = new NamedRecording(recording.sha256(), recording.file(), name.get());
      reader
          .read(recording)
          .map(facts -> timing(recording, facts))
          .ifPresent(timing -> ledger.enter(planner.plan(named, timing)));
    } catch (TemporaryFailure e) {
      ledger.refuse(recording.sha256(), RecordingState.WAITING, e.getMessage());
    } catch (RollcallException e) {
      ledger.refuse(recording.sha256(), RecordingState.FAILED, e.getMessage());
    }
  }

  private RecordingName name(Recording recording, Map<String, RecordingName> known) {
    RecordingName name = known.get(recording.file());
    return name == null ? name(recording) : name;
  }

  private RecordingName name(Recording recording) {
    Path file = file(recording);
    return file.startsWith(home.footage())
        ? names.ofPath(home.footage().relativize(file).toString().replace('\\', '/'))
        : names.ofFile(file);
  }

  private Path file(Recording recording) {
    return home.resolve(Path.of(recording.file()));
  }

  private Timing timing(Recording recording, RecordingFacts facts) {
    return new Timing(facts.length(), facts.created(), modified(recording));
  }

  private Instant modified(Recording recording) {
    try {
      return Files.getLastModifiedTime(file(recording)).toInstant();
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot read %s: %s. Check that the file exists and may be read."
              .formatted(recording.file(), e),
          e);
    }
  }
}
