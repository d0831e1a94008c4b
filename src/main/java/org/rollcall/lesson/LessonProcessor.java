package org.rollcall.lesson;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.Timetable;
import org.rollcall.face.FaceEngine;
import org.rollcall.identity.Attendance;
import org.rollcall.identity.ClassModel;
import org.rollcall.identity.ClassTrainer;
import org.rollcall.identity.Cohort;
import org.rollcall.identity.Identification;
import org.rollcall.identity.Identifier;
import org.rollcall.lesson.Trace.Stage;
import org.rollcall.memory.SmallProcess;
import org.rollcall.model.Footage;
import org.rollcall.model.Jpeg;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Outcome;
import org.rollcall.model.Register;
import org.rollcall.model.RollcallException;
import org.rollcall.model.RunFacts;
import org.rollcall.result.ResultFolder;
import org.rollcall.store.Claim;
import org.rollcall.store.ClaimLost;
import org.rollcall.store.Store;
import org.rollcall.video.UndecodableRecording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the sheet of a lesson of its recordings:
 *
 * <ol>
 *   <li>begin the claim,
 *   <li>find the recordings,
 *   <li>enrol the class, where photos have changed,
 *   <li>watch each recording: sample frames, find faces, follow tracks, choose the best crops,
 *       embed them,
 *   <li>put them together,
 *   <li>identify the students among the tracks, and those unknown persons who were seen before,
 *   <li>vote: a mark for each student,
 *   <li>save the register,
 *   <li>write results and sheet,
 *   <li>end the claim.
 * </ol>
 *
 * <p>Whatever fails on the way ends in the report and in the store, not in an exception: one bad
 * lesson stops nobody else. What concerns the whole class is done by one process at a time.
 */
public final class LessonProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(LessonProcessor.class);

  private final Home home;
  private final Settings settings;
  private final Store store;
  private final FaceEngine engine;
  private final Clock clock;
  private final Intake intake;
  private final ClassEnrolment enrolment;
  private final Sheets sheets;
  private final Strangers strangers;

  LessonProcessor(Home home, Settings settings, Store store, FaceEngine engine, Clock clock) {
    this.home = home;
    this.settings = settings;
    this.store = store;
    this.engine = engine;
    this.clock = clock;
    this.intake = new Intake(home, store);
    this.enrolment = new ClassEnrolment(home, settings, store, engine);
    this.sheets = new Sheets(home, store);
    this.strangers = new Strangers(settings.unknown(), store.unknownPersons(), engine);
  }

  /**
   * Processes a lesson, and ends its claim.
   *
   * @param claim the right to
   * @param progress hears how far it is
   * @return what became of it
   * @throws ClaimLost if somebody else has the lesson now; nothing of it was changed then
   */
  public LessonReport process(Claim claim, Progress progress) {
    progress.begin(LessonReport.files(claim));
    try {
      return end(claim, () -> begun(claim, progress));
    } finally {
      progress.end();
      SmallProcess.release();
    }
  }

  /** Enters the end of the work into the store, whatever it is. */
  private LessonReport end(Claim claim, Supplier<LessonReport> work) {
    try {
      LessonReport report = work.get();
      store.claims().finish(claim, report.outcome());
      return report;
    } catch (ClaimLost e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.debug("{} ended early", claim.lesson(), e);
      // Interrupted libraries throw whatever they like.
      return Thread.currentThread().isInterrupted() ? stopped(claim) : failed(claim, e);
    }
  }

  private LessonReport failed(Claim claim, RuntimeException failure) {
    if (failure instanceof UndecodableRecording || failure instanceof LessonFootage.Gone) {
      return failedForGood(claim, failure.getMessage());
    }
    if (failure instanceof RollcallException) {
      return waiting(claim, failure.getMessage());
    }
    LOG.error("Unexpected failure while processing {}", claim.lesson(), failure);
    return failedForGood(
        claim, "Unexpected failure, the log has the details: %s.".formatted(failure));
  }

  private LessonReport failedForGood(Claim claim, String reason) {
    store.claims().finish(claim, Outcome.failed(reason));
    return LessonReport.failed(LessonReport.files(claim), reason, false);
  }

  private LessonReport stopped(Claim claim) {
    String reason = "Rollcall was stopped in the middle of it.";
    store.claims().release(claim, reason);
    return LessonReport.failed(LessonReport.files(claim), reason, true);
  }

  private LessonReport waiting(Claim claim, String reason) {
    store.claims().putBack(claim, reason);
    return LessonReport.failed(LessonReport.files(claim), reason, true);
  }

  private LessonReport begun(Claim claim, Progress progress) {
    Instant began = clock.instant();
    Trace trace = new Trace();
    store.claims().begin(claim);
    LessonFootage files = trace.time(Stage.HASH, () -> LessonFootage.find(claim, store, intake));
    EnrolledClass enrolled =
        alone(claim, () -> trace.time(Stage.ENROL, () -> open(claim.lesson(), progress)));
    Placement placement =
        Placement.of(claim.lesson(), files.pieces(), settings.school().clockZone());
    Watching watching = new Watching(engine, settings, store.ledger(), progress, trace);
    Observation observation = watching.watch(files, placement);
    files.requireUnchanged(intake);
    Identification identification =
        trace.time(Stage.IDENTIFY, () -> identify(enrolled, observation));

    List<String> warnings = new ArrayList<>(files.remarks());
    warnings.addAll(observation.warnings());
    RunFacts facts =
        new FactSheet(settings, engine, clock)
            .facts(began, watching.footage(), identification.limit(), warnings);
    Lesson lesson =
        new Lesson(
            claim.lesson(),
            placement.begins(),
            observation.length(),
            Timetable.read(home).slot(claim.lesson()));
    Seen seen = new Seen(lesson, enrolled, observation, identification, facts);
    LessonReport report = alone(claim, () -> conclude(claim, seen, trace));
    Duration video =
        watching.footage().stream().map(Footage::length).reduce(Duration.ZERO, Duration::plus);
    Duration work = Duration.between(began, clock.instant());
    store.statistics().save(claim.lesson(), trace.workload(video, work));
    LOG.info("{}: {}", claim.lesson(), trace);
    return report.with(trace);
  }

  /** All that is known before it is written down. */
  private record Seen(
      Lesson lesson,
      EnrolledClass enrolled,
      Observation observation,
      Identification identification,
      RunFacts facts) {}

  /** Only one process at a time does something for a class. */
  private <T> T alone(Claim claim, Supplier<T> work) {
    return store.leases().alone("class " + claim.lesson().className(), work);
  }

  private EnrolledClass open(LessonKey lesson, Progress progress) {
    sheets.takeInCorrections(lesson);
    return enrolment.open(lesson.className(), progress);
  }

  private Identification identify(EnrolledClass enrolled, Observation observation) {
    Cohort cohort = Cohort.of(engine.embeddingSpace());
    ClassModel model =
        new ClassTrainer(cohort, engine::trainSoftmax)
            .train(settings.matching().method(), enrolled.templates());
    return new Identifier(settings.matching(), cohort).identify(model, observation.tracks());
  }

  private LessonReport conclude(Claim claim, Seen seen, Trace trace) {
    // Whoever has lost the claim must not change anything.
    store.claims().renew(claim);
    List<Stranger> unknown =
        trace.time(
            Stage.IDENTIFY,
            () ->
                strangers.recognise(
                    claim.lesson(), seen.enrolled.roster(), seen.identification.unknown()));
    Duration interval = settings.sampling().interval();
    Register register =
        new RegisterMaker(seen.enrolled, seen.observation, seen.identification)
            .make(
                seen.lesson,
                new Attendance(seen.lesson, settings.attendance(), interval),
                unknown,
                store.lessons().corrections(claim.lesson()),
                seen.facts);
    Optional<Jpeg> preview = Preview.draw(seen.observation, seen.identification, unknown);
    return trace.time(Stage.WRITE, () -> write(claim, register, preview));
  }

  private LessonReport write(Claim claim, Register register, Optional<Jpeg> preview) {
    store.lessons().save(register);
    ResultFolder.write(register, preview, home.output(claim.lesson()));
    String sheetWaits = sheets.writeOrLeavePending(register);
    Optional<Path> sheet =
        sheetWaits.isEmpty() ? Optional.of(sheets.sheet(claim.lesson())) : Optional.empty();
    return LessonReport.of(LessonReport.files(claim), register, sheet, sheetWaits);
  }
}
