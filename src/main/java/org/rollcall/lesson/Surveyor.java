package org.rollcall.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.inbox.RecordingName;
import org.rollcall.inbox.RecordingNames;
import org.rollcall.model.RollcallException;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.Ledger;
import org.rollcall.store.Recording;
import org.rollcall.store.Recording.State;
import org.rollcall.store.Store;
import org.rollcall.store.Survey;
import org.rollcall.video.RecordingFacts;

/** Finds out which lessons recordings show, and takes it down in the ledger. */
final class Surveyor {
  private final Home home;
  private final Ledger ledger;
  private final RecordingNames names;
  private final LessonPlanner planner;

  Surveyor(Home home, Settings settings, Store store, Clock clock) {
    this.home = home;
    this.ledger = store.ledger();
    this.names = new RecordingNames(settings.inbox());
    this.planner = new LessonPlanner(home, settings, clock);
  }

  /** Looks at a recording. Whatever is wrong with it ends in the ledger. */
  void survey(Recording recording, Optional<String> className) {
    try {
      ledger.survey(recording.sha256(), look(home.resolve(Path.of(recording.file())), className));
    } catch (TemporaryFailure e) {
      ledger.refuse(recording.sha256(), State.WAITING, e.getMessage());
    } catch (RollcallException e) {
      ledger.refuse(recording.sha256(), State.FAILED, e.getMessage());
    }
  }

  private Survey look(Path file, Optional<String> className) {
    RecordingName name =
        className.map(known -> names.ofFile(file, known)).orElseGet(() -> name(file));
    RecordingFacts facts = RecordingFacts.of(file);
    Timing timing = new Timing(facts.length(), facts.created(), modified(file));
    Plan plan = planner.plan(name, timing);
    return new Survey(
        plan.begin(),
        facts.length(),
        plan.camera(),
        plan.part(),
        plan.stretches().stream()
            .map(stretch -> new Survey.Stretch(stretch.lesson(), stretch.from(), stretch.to()))
            .toList(),
        plan.remarks());
  }

  private RecordingName name(Path file) {
    return file.startsWith(home.footage())
        ? names.ofPath(home.footage().relativize(file).toString().replace('\\', '/'))
        : names.ofFile(file);
  }

  private Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot read %s: %s. Check that the file exists and may be read."
              .formatted(home.relative(file), e),
          e);
    }
  }
}
