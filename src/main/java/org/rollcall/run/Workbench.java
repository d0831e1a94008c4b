package org.rollcall.run;

import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.enrol.ClassEnrolment;
import org.rollcall.enrol.PhotoExaminer;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.home.Installation;
import org.rollcall.ingest.FactsReader;
import org.rollcall.lesson.LessonProcessor;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.Progress;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Recording;
import org.rollcall.video.RecordingFacts;

/**
 * The networks, loaded into this process, and the work done with them. Not thread-safe: use it from
 * one thread.
 */
public final class Workbench implements Workers, AutoCloseable {
  private final Home home;
  private final FaceEngine engine;
  private final LessonProcessor lessons;
  private final ClassEnrolment enrolment;
  private final PhotoExaminer photos;

  private Workbench(Installation installation, FaceEngine engine) {
    Settings settings = installation.settings();
    Store store = installation.store();
    this.home = installation.home();
    this.engine = engine;
    this.lessons = new LessonProcessor(installation, engine);
    this.enrolment = new ClassEnrolment(home, settings, store, engine);
    this.photos = new PhotoExaminer(engine, settings.enrolment());
  }

  /**
   * Loads the networks.
   *
   * @param installation the installation whose lessons are processed; stays the caller's
   * @return the workbench; the caller closes it
   * @throws org.rollcall.model.RollcallException if the model packs are missing or faulty
   */
  public static Workbench open(Installation installation) {
    PackLibrary packs = new PackLibrary(installation.home().modelsFolder());
    FaceEngine engine = MxnetFaceEngine.open(packs, installation.settings().face());
    return new Workbench(installation, engine);
  }

  /** {@return the processor that turns recordings into sheets} */
  public LessonProcessor lessons() {
    return lessons;
  }

  /** {@return the enrolment that turns photos into templates} */
  public ClassEnrolment enrolment() {
    return enrolment;
  }

  /** {@return the examiner of photos} */
  public PhotoExaminer photos() {
    return photos;
  }

  @Override
  public FactsReader facts() {
    return new FactsReader() {
      @Override
      public Optional<RecordingFacts> read(Recording recording) {
        return Optional.of(RecordingFacts.of(home.resolve(Path.of(recording.file()))));
      }

      @Override
      public void close() {
        // Each file is closed once it has been read.
      }
    };
  }

  @Override
  public LessonReport work(Claim claim, Progress progress) {
    return lessons.process(claim, progress);
  }

  @Override
  public int parallel() {
    return 1;
  }

  @Override
  public void close() {
    engine.close();
  }
}
