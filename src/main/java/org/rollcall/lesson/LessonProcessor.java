package org.rollcall.lesson;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.coverage.CoverageRules;
import org.rollcall.enrol.ClassEnrolment;
import org.rollcall.enrol.EnrolledClass;
import org.rollcall.enrol.UnknownInLesson;
import org.rollcall.enrol.UnknownPeople;
import org.rollcall.face.FaceEngine;
import org.rollcall.home.Installation;
import org.rollcall.identity.ClassModel;
import org.rollcall.identity.ClassTrainer;
import org.rollcall.identity.Identification;
import org.rollcall.identity.Identifier;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.ingest.ContentIndex;
import org.rollcall.lesson.Trace.Stage;
import org.rollcall.memory.SmallProcess;
import org.rollcall.model.Correction;
import org.rollcall.model.Footage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Progress;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;
import org.rollcall.model.RunFacts;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.result.ResultFolder;
import org.rollcall.school.Home;
import org.rollcall.school.Timetable;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.ClaimLost;
import org.rollcall.video.UndecodableRecording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the recordings of a lesson into its sheet:
 *
 * <ol>
 *   <li>start the claim,
 *   <li>find the recordings,
 *   <li>enrol the class if its photos have changed,
 *   <li>analyse each recording: sample frames, detect faces, follow tracks, choose and embed the
 *       best crops; then combine the recordings,
 *   <li>identify the students among the tracks,
 *   <li>re-identify unknown persons from earlier lessons,
 *   <li>decide the mark of each student,
 *   <li>save the register,
 *   <li>write the results and the sheet,
 *   <li>end the claim.
 * </ol>
 *
 * <p>A failure on the way goes into the report and the store rather than an exception, so that one
 * bad lesson does not stop the others. Steps that concern the whole class run in one process at a
 * time.
 */
public final class LessonProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(LessonProcessor.class);

  private final Home home;
  private final Settings settings;
  private final Store store;
  private final FaceEngine engine;
  private final Clock clock;
  private final ContentIndex contentIndex;
  private final ClassEnrolment enrolment;
  private final Sheets sheets;
  private final UnknownPeople strangers;
  private final RefusedPictures refused;

  /**
   * Creates a processor for the lessons of an installation.
   *
   * @param installation the installation; remains owned by the caller
   * @param engine detects and embeds the faces; remains owned by the caller
   */
  public LessonProcessor(Installation installation, FaceEngine engine) {
    this.home = installation.home();
    this.settings = installation.settings();
    this.store = installation.store();
    this.clock = installation.clock();
    this.engine = engine;
    this.contentIndex = new ContentIndex(home, store);
    this.enrolment = new ClassEnrolment(home, settings, store, engine);
    this.sheets = new Sheets(home, store);
    this.strangers = new UnknownPeople(settings.unknown(), store.unknownPersons(), engine);
    this.refused = new RefusedPictures(home, store);
  }

  /**
   * Processes a lesson and ends its claim.
   *
   * @param claim the claim on the lesson
   * @param progress told how far the work has got
   * @return the report on the lesson
   * @throws ClaimLost if another worker has claimed the lesson meanwhile; nothing of the lesson was
   *     changed then
   */
  public LessonReport process(Claim claim, Progress progress) {
    progress.start(claim.files());
    try {
      LessonReport report = work(claim, progress);
      store.claims().finish(claim, report.outcome());
      return report;
    } catch (ClaimLost e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.debug("{} ended early", claim.lesson(), e);
      // Libraries throw all kinds of exceptions when interrupted.
      return Thread.currentThread().isInterrupted() ? stopped(claim) : failed(claim, e);
    } finally {
      progress.end();
      SmallProcess.release();
    }
  }

  private LessonReport work(Claim claim, Progress progress) {
    LessonKey key = claim.lesson();
    Instant start = clock.instant();
    Trace trace = new Trace();
    store.claims().start(claim);
    LessonFootage footage = trace.time(Stage.HASH, () -> find(claim));
    EnrolledClass enrolled = alone(key, () -> trace.time(Stage.ENROL, () -> enrol(key, progress)));
    Analysis analysis = analyser(trace).analyse(footage, store.ledger(), progress);
    footage.requireUnchanged(contentIndex);
    Identification found = trace.time(Stage.IDENTIFY, () -> identify(enrolled, analysis));
    Lesson lesson = lesson(key, footage, analysis);
    LessonCoverage seen = coverage(lesson, enrolled, analysis, found);
    RunFacts facts = facts(start, analysis, found, warnings(footage, analysis, seen));
    RegisterMaker maker = new RegisterMaker(enrolled, found, seen, settings);
    LessonReport report =
        alone(
            key,
            () -> {
              // A worker that has lost the claim must not change anything.
              store.claims().renew(claim);
              boolean withheld = refused.concern(key);
              List<UnknownInLesson> unknown =
                  withheld
                      ? strangers.forget(key)
                      : trace.time(Stage.IDENTIFY, () -> strangers.recognise(key, enrolled, found));
              LessonRegister made = maker.make(unknown, corrections(key), facts);
              LessonRegister register = withheld ? made.withheld() : made;
              Optional<Jpeg> preview =
                  withheld ? Optional.empty() : Preview.draw(analysis, found, unknown);
              return trace.time(
                  Stage.WRITE, () -> write(claim, new LessonResult(register, preview)));
            });
    saveStatistics(lesson, analysis, start, trace);
    return report.with(trace);
  }

  /** What a lesson results in; there is no preview if no face was found or one must not be kept. */
  private record LessonResult(LessonRegister register, Optional<Jpeg> preview) {}

  private LessonReport write(Claim claim, LessonResult result) {
    store.lessons().save(result.register);
    Path folder = home.output(claim.lesson());
    result.preview.ifPresentOrElse(
        picture -> ResultFolder.write(result.register, picture, folder),
        () -> ResultFolder.write(result.register, folder));
    return writeSheet(claim, result.register);
  }

  /** {@return the corrections, with those typed since the class was enrolled} */
  private Map<String, Correction> corrections(LessonKey lesson) {
    sheets.importCorrectionsIfReadable(lesson);
    return store.lessons().corrections(lesson);
  }

  private LessonReport writeSheet(Claim claim, LessonRegister register) {
    Path sheet = home.sheet(claim.lesson());
    return sheets
        .writeOrLeavePending(register)
        .map(reason -> LessonReport.pending(claim.files(), register, reason))
        .orElseGet(() -> LessonReport.written(claim.files(), register, sheet));
  }

  /** Runs work while holding the lease on the class, so that one process at a time works on it. */
  private <T> T alone(LessonKey lesson, Supplier<T> work) {
    return store.leases().exclusively("class " + lesson.className(), work);
  }

  private LessonFootage find(Claim claim) {
    return LessonFootage.find(claim, store, contentIndex, settings.school().clockZone());
  }

  private EnrolledClass enrol(LessonKey lesson, Progress progress) {
    // What was typed has to be in everything that shows it, even if processing fails.
    if (sheets.importCorrectionsIfReadable(lesson)) {
      store.lessons().find(lesson).ifPresent(sheets::update);
    }
    refused.delete(lesson.className());
    return enrolment.open(lesson.className(), progress);
  }

  private RecordingAnalyser analyser(Trace trace) {
    return new RecordingAnalyser(engine, Cohort.of(engine.embeddingSpace()), settings, trace);
  }

  private Identification identify(EnrolledClass enrolled, Analysis analysis) {
    Cohort cohort = Cohort.of(engine.embeddingSpace());
    ClassModel model =
        new ClassTrainer(cohort, engine::trainSoftmax)
            .train(settings.matching().method(), enrolled.templates());
    return new Identifier(settings.matching(), cohort).identify(model, analysis.tracks());
  }

  private Lesson lesson(LessonKey key, LessonFootage footage, Analysis analysis) {
    return new Lesson(key, footage.start(), analysis.length(), Timetable.read(home).slot(key));
  }

  private LessonCoverage coverage(
      Lesson lesson, EnrolledClass enrolled, Analysis analysis, Identification found) {
    CoverageRules rules = LessonCoverage.rules(lesson, analysis);
    return LessonCoverage.of(
        lesson,
        analysis,
        LessonCoverage.people(enrolled, found),
        store.lessons().usualFaces(lesson.key()).map(rules::withUsual).orElse(rules));
  }

  private static List<Message> warnings(
      LessonFootage footage, Analysis analysis, LessonCoverage seen) {
    List<Message> warnings = new ArrayList<>();
    warnings.addAll(footage.remarks());
    warnings.addAll(analysis.warnings());
    warnings.addAll(seen.remarks());
    return warnings;
  }

  private RunFacts facts(
      Instant start, Analysis analysis, Identification found, List<Message> warnings) {
    return new RunFactsBuilder(settings, engine, clock)
        .facts(start, analysis.footage(), found.limit(), warnings);
  }

  private void saveStatistics(Lesson lesson, Analysis analysis, Instant start, Trace trace) {
    Duration video =
        analysis.footage().stream().map(Footage::length).reduce(Duration.ZERO, Duration::plus);
    Duration work = Duration.between(start, clock.instant());
    store.statistics().save(lesson.key(), trace.workload(video, work));
    LOG.info("{}: {}", lesson.key(), trace);
  }

  private LessonReport failed(Claim claim, RuntimeException failure) {
    if (failure instanceof UndecodableRecording
        || failure instanceof LessonFootage.RecordingsMissing) {
      return failedForGood(claim, ((RollcallException) failure).message());
    }
    if (failure instanceof RollcallException expected) {
      return waiting(claim, expected.message());
    }
    LOG.error("Unexpected failure while processing {}", claim.lesson(), failure);
    return failedForGood(claim, Message.of(Reason.UNEXPECTED_FAILURE, failure));
  }

  private LessonReport failedForGood(Claim claim, Message reason) {
    store.claims().finish(claim, Outcome.failed(reason));
    return LessonReport.failed(claim.files(), reason, false);
  }

  private LessonReport stopped(Claim claim) {
    Message reason = Message.of(Reason.STOPPED_MIDWAY);
    store.claims().release(claim, reason);
    return LessonReport.failed(claim.files(), reason, true);
  }

  private LessonReport waiting(Claim claim, Message reason) {
    store.claims().putBack(claim, reason);
    return LessonReport.failed(claim.files(), reason, true);
  }
}
