package org.rollcall.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rollcall.home.Installation;
import org.rollcall.inbox.RecordingNames;
import org.rollcall.inbox.name.NameWords;
import org.rollcall.inbox.name.NamedTime;
import org.rollcall.inbox.name.RecordingName;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.store.ledger.Assignments;
import org.rollcall.store.ledger.Ledger;
import org.rollcall.store.ledger.Places;
import org.rollcall.store.ledger.Recording;
import org.rollcall.video.RecordingFacts;

/**
 * Determines which lessons recordings show and enters them in the ledger, together with any error
 * found.
 */
public final class RecordingInspector {
  private final Home home;
  private final Ledger ledger;
  private final Places places;
  private final Assignments assignments;
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
    this.places = installation.store().places();
    this.assignments = installation.store().assignments();
    this.names = new RecordingNames(installation.settings().inbox());
    this.planner =
        new LessonPlanner(home, installation.settings(), installation.clock(), ledger::parts);
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
          .forEach(recording -> inspect(recording, namer(recording, known), reader));
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
    inspect(recording, namer(recording, Map.of()), reader);
  }

  /**
   * Inspects a recording of a known class, whatever its name says.
   *
   * @param recording a recording known to the ledger
   * @param className name of the class
   * @param reader reads its metadata; remains owned by the caller
   */
  public void inspect(Recording recording, String className, FactsReader reader) {
    inspect(recording, file -> names.ofFile(path(file), className), reader);
  }

  private void inspect(
      Recording recording, Function<String, RecordingName> namer, FactsReader reader) {
    Inspected inspected = new Inspected(recording.sha256());
    List<NamedRecording> named = named(recording, namer, inspected);
    try {
      if (!named.isEmpty()) {
        reader.read(recording).ifPresent(facts -> plan(named, facts, inspected));
      }
    } catch (RollcallException e) {
      inspected.refuse(recording.file(), e);
    }
    inspected.record(ledger, places);
  }

  private List<NamedRecording> named(
      Recording recording, Function<String, RecordingName> namer, Inspected inspected) {
    List<NamedRecording> named = new ArrayList<>();
    for (String file : places(recording)) {
      try {
        named.add(new NamedRecording(recording.sha256(), file, namer.apply(file)));
      } catch (RollcallException e) {
        inspected.refuse(file, e);
      }
    }
    return named;
  }

  private void plan(List<NamedRecording> named, RecordingFacts facts, Inspected inspected) {
    for (NamedRecording recording : named) {
      try {
        inspected.add(planner.plan(recording, timing(recording, facts)));
      } catch (RollcallException e) {
        inspected.refuse(recording.file(), e);
      }
    }
  }

  /** The places to inspect: those that are there, or all if none is, to say so. */
  private List<String> places(Recording recording) {
    List<String> all = places.uninspected(recording.sha256());
    List<String> there = all.stream().filter(file -> Files.exists(path(file))).toList();
    if (!there.isEmpty()) {
      return there;
    }
    return all.isEmpty() ? List.of(recording.file()) : all;
  }

  /** What a person told counts; otherwise the name says it. */
  private Function<String, RecordingName> namer(
      Recording recording, Map<String, RecordingName> known) {
    Optional<RecordingName> told = assignments.of(recording.sha256()).map(RecordingInspector::name);
    return file -> told.orElseGet(() -> name(file, known));
  }

  private static RecordingName name(Assignments.Assigned lesson) {
    return new RecordingName(
        Optional.of(lesson.className()),
        Optional.empty(),
        NameWords.NONE,
        Optional.of(NamedTime.local(lesson.start())),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  private RecordingName name(String file, Map<String, RecordingName> known) {
    RecordingName name = known.get(file);
    return name == null ? name(file) : name;
  }

  private RecordingName name(String file) {
    Path path = path(file);
    return path.startsWith(home.footage())
        ? names.ofPath(home.footage().relativize(path).toString().replace('\\', '/'))
        : names.ofFile(path);
  }

  private Path path(String file) {
    return home.resolve(Path.of(file));
  }

  private Timing timing(NamedRecording recording, RecordingFacts facts) {
    return new Timing(facts.length(), facts.created(), modified(recording.file()));
  }

  private Instant modified(String file) {
    try {
      return Files.getLastModifiedTime(path(file)).toInstant();
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot read %s: %s. Check that the file exists and may be read.".formatted(file, e), e);
    }
  }
}
