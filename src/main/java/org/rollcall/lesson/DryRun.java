package org.rollcall.lesson;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.enrol.ClassEnrolment;
import org.rollcall.enrol.EnrolledClass;
import org.rollcall.face.FaceEngine;
import org.rollcall.identity.Cohort;
import org.rollcall.identity.Identification;
import org.rollcall.model.Inspection;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Progress;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Verdict;
import org.rollcall.model.Window;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;

/**
 * The steps of {@link LessonProcessor} one by one, without ledger, register and sheet: for an
 * evaluation, which wants to see what comes of them.
 */
public final class DryRun {
  private static final LessonKey SOME_LESSON =
      new LessonKey("Evaluation", LocalDate.EPOCH, LocalTime.MIDNIGHT);

  private final Settings settings;
  private final FaceEngine engine;

  /**
   * Prepares for any number of classes and recordings.
   *
   * @param settings how to go about it
   * @param engine finds and describes the faces
   */
  public DryRun(Settings settings, FaceEngine engine) {
    this.settings = settings;
    this.engine = engine;
  }

  /**
   * Enrols a class.
   *
   * @param home a home in which the class lies and a database may be made: a temporary one
   * @param className name of the class
   * @param progress hears how many photos are done
   * @return the class
   * @throws org.rollcall.model.RollcallException if its roster or photos cannot be read
   */
  public EnrolledClass enrol(Home home, String className, Progress progress) {
    try (Store store = Store.open(home.database())) {
      return new ClassEnrolment(home, settings, store, engine).open(className, progress);
    }
  }

  /**
   * Analyses a recording.
   *
   * @param recording the recording
   * @param progress hears how far it is
   * @return what it shows
   * @throws org.rollcall.model.RollcallException if it cannot be read
   */
  public Analysis analyse(Path recording, Progress progress) {
    Cohort cohort = Cohort.of(engine.embeddingSpace());
    RecordingAnalyser analyser = new RecordingAnalyser(engine, cohort, settings, new Trace());
    return Analysis.of(List.of(analyser.analyse(recording, whole(recording), progress)), List.of());
  }

  private static PlacedPart whole(Path recording) {
    Inspection nothing =
        new Inspection(
            "",
            recording.toString(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            List.of());
    return new PlacedPart(new RecordingPart(nothing, SOME_LESSON, Window.ALL), Duration.ZERO, 0);
  }

  /**
   * Says what the sheet would say, but for who is late or left early: the timetable is not asked.
   *
   * @param enrolled the class
   * @param analysis what was seen
   * @param identification who was recognised there
   * @return a verdict for each student, in the order of the roster
   */
  public List<Verdict> verdicts(
      EnrolledClass enrolled, Analysis analysis, Identification identification) {
    Lesson lesson = new Lesson(SOME_LESSON, analysis.length(), Optional.empty());
    return new RegisterMaker(enrolled, analysis, identification, settings).verdicts(lesson);
  }
}
