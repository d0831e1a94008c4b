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
import org.rollcall.inbox.UnclearName;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.store.ledger.Ledger;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.video.RecordingFacts;

/**
 * Determines which lessons recordings show and enters them in the ledger, together with any error
 * found.
 */
public final class RecordingInspector {
  private final Home home;
  private final Ledger ledger;
  private final RecordingNames names;
  private final LessonPlanner planner;

  /**
   * Creates an inspector for the recordings of an installation.
   *
   * @param installation the installation; remains owned by the caller
   */
  public RecordingInspector(Installation installation) {
    this.home = installation.home();
    this.ledger = installation.store().ledger();
    this.names = new RecordingNames(installation.settings().inbox());
    this.planner = new LessonPlanner(home, installation.settings(), installation.clock());
  }

  /**
   * Inspects all recordings whose lessons are not yet known. Stops early if the thread is
   * interrupted.
   *
   * @param known names parsed earlier, by file path
   * @param readers opens a metadata reader, if there is anything to inspect
   * @return the recordings to be inspected
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
   * Inspects a recording whose class follows from its name or the timetable.
   *
   * @param recording a recording known to the ledger
   * @param reader reads its metadata; remains owned by the caller
   */
  public void inspect(Recording recording, FactsReader reader) {
    inspect(recording, () -> name(recording), reader);
  }

  /**
   * Inspects a recording of a known class, whatever its name says.
   *
   * @param recording a recording known to the ledger
   * @param className name of the class
   * @param reader reads its metadata; remains owned by the caller
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
      ledger.refuse(recording.sha256(), RecordingState.WAITING, e.message());
    } catch (UnclearName e) {
      RecordingState state = e.isDoubtful() ? RecordingState.WAITING : RecordingState.FAILED;
      ledger.refuse(recording.sha256(), state, e.message());
    } catch (RollcallException e) {
      ledger.refuse(recording.sha256(), RecordingState.FAILED, e.message());
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
