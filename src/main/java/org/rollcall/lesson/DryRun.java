package org.rollcall.lesson;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.coverage.CoverageRules;
import org.rollcall.enrol.ClassEnrolment;
import org.rollcall.enrol.EnrolledClass;
import org.rollcall.face.FaceEngine;
import org.rollcall.identity.Identification;
import org.rollcall.identity.cohort.Cohort;
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
 * The steps of {@link LessonProcessor} one at a time, without ledger, register or sheet, for
 * evaluations that need the intermediate results.
 */
public final class DryRun {
  private static final LessonKey SOME_LESSON =
      new LessonKey("Evaluation", LocalDate.EPOCH, LocalTime.MIDNIGHT);

  private final Settings settings;
  private final FaceEngine engine;

  /**
   * Creates a dry run for any number of classes and recordings.
   *
   * @param settings settings that all steps use
   * @param engine detects and embeds the faces
   */
  public DryRun(Settings settings, FaceEngine engine) {
    this.settings = settings;
    this.engine = engine;
  }

  /**
   * Enrols a class.
   *
   * @param home a temporary home that holds the class and in which a database may be created
   * @param className name of the class
   * @param progress told how many photos are done
   * @return the enrolled class
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
   * @param progress told how far the analysis has got
   * @return the analysis of this one recording
   * @throws org.rollcall.model.RollcallException if the recording cannot be read
   */
  public Analysis analyse(Path recording, Progress progress) {
    Cohort cohort = Cohort.of(engine.embeddingSpace());
    RecordingAnalyser analyser = new RecordingAnalyser(engine, cohort, settings, new Trace());
    return Analysis.of(
        List.of(analyser.analyse(recording, wholeRecording(recording), progress)), List.of());
  }

  private static PlacedPart wholeRecording(Path recording) {
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
   * Returns the verdicts that a sheet would show, except that the timetable is not consulted for
   * lateness or leaving early.
   *
   * @param enrolled the class
   * @param analysis analysis of the recording
   * @param identification students recognised in it
   * @return a verdict for each student, in roster order
   */
  public List<Verdict> verdicts(
      EnrolledClass enrolled, Analysis analysis, Identification identification) {
    Lesson lesson = new Lesson(SOME_LESSON, analysis.length());
    LessonCoverage seen =
        LessonCoverage.of(
            lesson, analysis, LessonCoverage.people(enrolled, identification), CoverageRules.ALONE);
    return new RegisterMaker(enrolled, identification, seen, settings).verdicts();
  }
}
