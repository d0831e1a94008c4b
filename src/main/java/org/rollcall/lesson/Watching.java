package org.rollcall.lesson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.config.Settings;
import org.rollcall.face.FaceEngine;
import org.rollcall.identity.Cohort;
import org.rollcall.lesson.Observation.Watched;
import org.rollcall.model.Footage;
import org.rollcall.store.Claim.Piece;
import org.rollcall.store.Ledger;
import org.rollcall.store.Recording.State;
import org.rollcall.video.UndecodableRecording;
import org.rollcall.video.Window;

/** Watches the recordings of a lesson, one after the other. */
final class Watching {
  private final FaceEngine engine;
  private final Settings settings;
  private final Ledger ledger;
  private final Progress progress;
  private final Trace trace;
  private final List<Footage> footage = new ArrayList<>();

  Watching(FaceEngine engine, Settings settings, Ledger ledger, Progress progress, Trace trace) {
    this.engine = engine;
    this.settings = settings;
    this.ledger = ledger;
    this.progress = progress;
    this.trace = trace;
  }

  /**
   * Watches them all. One that cannot be decoded is taken down as failed, and left out.
   *
   * @throws UndecodableRecording if that is true of all of them
   */
  Observation watch(LessonFootage files, Placement placement) {
    Cohort cohort = Cohort.of(engine.embeddingSpace());
    List<Observation.Placed> watched = new ArrayList<>();
    List<UndecodableRecording> losses = new ArrayList<>();
    for (Placement.Placed placed : placement.placed()) {
      Piece piece = placed.piece();
      progress.reading(piece.sha256());
      Window window = new Window(piece.from(), piece.to());
      Observer.Stretch stretch = new Observer.Stretch(files.file(piece), window);
      try {
        Watched seen = Observer.watch(stretch, engine, cohort, settings, progress, trace);
        watched.add(new Observation.Placed(seen, placed.shift(), placed.camera()));
        footage.add(footage(piece, placed.from(), seen.length()));
      } catch (UndecodableRecording e) {
        ledger.refuse(piece.sha256(), State.FAILED, e.getMessage());
        losses.add(e);
      }
    }
    if (watched.isEmpty()) {
      throw losses.get(0);
    }
    return Observation.of(watched, losses.stream().map(Exception::getMessage).toList());
  }

  private static Footage footage(Piece piece, Duration from, Duration length) {
    return new Footage(piece.file(), piece.sha256(), from, length, piece.camera());
  }

  /** {@return what was watched, in the order of time} */
  List<Footage> footage() {
    return footage;
  }
}
