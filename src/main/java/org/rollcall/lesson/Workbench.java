package org.rollcall.lesson;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.store.Claim;
import org.rollcall.store.Recording;
import org.rollcall.store.Store;
import org.rollcall.video.Photos;

/** Does the work in this process, with the networks loaded. Use it from one thread. */
public final class Workbench implements Workers {
  private final Store store;
  private final FaceEngine engine;
  private final ClassEnrolment enrolment;
  private final LessonProcessor processor;
  private final PhotoExaminer examiner;
  private final Installation installation;

  private Workbench(Installation installation, FaceEngine engine, Clock clock) {
    Home home = installation.home();
    Settings settings = installation.settings();
    this.installation = installation;
    this.store = installation.store();
    this.engine = engine;
    this.enrolment = new ClassEnrolment(home, settings, store, engine);
    this.examiner = new PhotoExaminer(engine, settings.enrolment());
    this.processor = new LessonProcessor(home, settings, store, engine, clock);
  }

  /**
   * Loads the networks.
   *
   * @param installation whose lessons are worked on; stays the caller's
   * @param clock tells the time
   * @return the workbench; the caller closes it
   * @throws org.rollcall.model.RollcallException if the model packs are not in order
   */
  static Workbench open(Installation installation, Clock clock) {
    PackLibrary packs = new PackLibrary(installation.home().modelsFolder());
    FaceEngine engine = MxnetFaceEngine.open(packs, installation.settings().face());
    return new Workbench(installation, engine, clock);
  }

  /**
   * Enrols a class, where that is needed, while nobody else does anything for it.
   *
   * @param className name of the class
   * @param progress hears how many photos are done
   * @return what became of each photo
   * @throws org.rollcall.model.RollcallException if there is no such class, or its roster is wrong
   */
  public EnrolmentReport enroll(String className, Progress progress) {
    return store.leases().alone("class " + className, () -> enrolment.enroll(className, progress));
  }

  /**
   * Looks at the picture of a webcam.
   *
   * @param jpeg a JPEG or PNG picture
   * @return what to say to whoever sits before it
   * @throws org.rollcall.model.RollcallException if it cannot be read
   */
  public Glance glance(byte[] jpeg) {
    return examiner.glance(Photos.read("the picture of the camera", jpeg));
  }

  @Override
  public void survey(List<Recording> recordings, Optional<String> className, Progress progress) {
    installation.survey(recordings, className, progress);
  }

  @Override
  public LessonReport work(Claim claim, Progress progress) {
    return processor.process(claim, progress);
  }

  @Override
  public void close() {
    engine.close();
  }
}
