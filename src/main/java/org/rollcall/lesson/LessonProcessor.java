package org.rollcall.lesson;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.rollcall.identity.MatchLimit;
import org.rollcall.inbox.ContentHash;
import org.rollcall.inbox.RecordingName;
import org.rollcall.inbox.RecordingNames;
import org.rollcall.lesson.Trace.Stage;
import org.rollcall.memory.SmallProcess;
import org.rollcall.model.Footage;
import org.rollcall.model.Jpeg;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Outcome;
import org.rollcall.model.Register;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Roster;
import org.rollcall.model.RunFacts;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.result.ResultFolder;
import org.rollcall.store.Ledger;
import org.rollcall.store.Store;
import org.rollcall.video.UndecodableRecording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a sheet of a recording:
 *
 * <ol>
 *   <li>claim the recording in the ledger,
 *   <li>enrol its class, where photos have changed,
 *   <li>watch it: sample frames, find faces, follow tracks, choose the best crops, embed them,
 *   <li>identify the students among the tracks, and those unknown persons who were seen before,
 *   <li>vote: a mark for each student,
 *   <li>save the register,
 *   <li>write results and sheet,
 *   <li>file the recording away in the ledger.
 * </ol>
 *
 * <p>Whatever fails on the way ends in the report and in the ledger, not in an exception: one bad
 * recording stops nobody else.
 */
public final class LessonProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(LessonProcessor.class);

  private final Home home;
  private final Settings settings;
  private final Store store;
  private final FaceEngine engine;
  private final Clock clock;
  private final ClassEnrolment enrolment;
  private final Sheets sheets;
  private final Strangers strangers;

  /**
   * Prepares for the recordings of an installation.
   *
   * @param home where everything lies
   * @param settings how to go about it
   * @param store what is known of earlier runs
   * @param engine finds and describes the faces
   * @param clock tells when something was processed
   */
  public LessonProcessor(
      Home home, Settings settings, Store store, FaceEngine engine, Clock clock) {
    this.home = home;
    this.settings = settings;
    this.store = store;
    this.engine = engine;
    this.clock = clock;
    this.enrolment = new ClassEnrolment(home, settings, store, engine);
    this.sheets = new Sheets(home, store.lessons());
    this.strangers = new Strangers(settings.unknown(), store.unknownPersons(), engine);
  }

  /**
   * Processes a recording that nobody has processed yet.
   *
   * @param file the recording
   * @param progress hears how far it is
   * @return what became of it; empty if it is processed already, or has failed for good
   */
  public Optional<LessonReport> processNew(Path file, Progress progress) {
    return process(file, Optional.empty(), false, progress);
  }

  /**
   * Processes a recording, also one that was processed before.
   *
   * @param file the recording
   * @param className its class, where neither name nor timetable tell it
   * @param progress hears how far it is
   * @return what became of it
   */
  public LessonReport processAgain(Path file, Optional<String> className, Progress progress) {
    return process(file, className, true, progress).orElseThrow();
  }

  private Optional<LessonReport> process(
      Path file, Optional<String> className, boolean again, Progress progress) {
    Trace trace = new Trace();
    String name = home.relative(file);
    String sha256;
    LessonKey lesson;
    try {
      sha256 = trace.time(Stage.HASH, () -> hash(file, name));
    } catch (TemporaryFailure e) {
      return Optional.of(LessonReport.failed(name, e.getMessage(), true));
    }
    try {
      lesson = lessonOf(file, className);
    } catch (RollcallException e) {
      store.ledger().refuse(sha256, name, e.getMessage());
      return Optional.of(LessonReport.failed(name, e.getMessage(), false));
    }
    if (!store.ledger().claim(sha256, name, lesson, again)) {
      return copyOfFailed(sha256, name);
    }
    progress.begin(name);
    try {
      return Optional.of(end(sha256, name, () -> claimed(file, sha256, lesson, progress, trace)));
    } finally {
      progress.end();
      SmallProcess.release();
    }
  }

  /** A recording that failed under another name would otherwise be passed over without a word. */
  private Optional<LessonReport> copyOfFailed(String sha256, String name) {
    return store
        .ledger()
        .find(sha256)
        .filter(entry -> entry.state() == Ledger.State.FAILED && !entry.file().equals(name))
        .map(entry -> LessonReport.failed(name, entry.reason(), false));
  }

  /** Enters the end of the work into the ledger, whatever it is. */
  private LessonReport end(String sha256, String name, Supplier<LessonReport> work) {
    try {
      LessonReport report = work.get();
      store.ledger().finish(sha256, report.outcome());
      return report;
    } catch (RuntimeException e) {
      LOG.debug("{} ended early", name, e);
      // Interrupted libraries throw whatever they like.
      return Thread.currentThread().isInterrupted()
          ? waiting(sha256, name, "Rollcall was stopped in the middle of it.")
          : failed(sha256, name, e);
    }
  }

  private LessonReport failed(String sha256, String name, RuntimeException failure) {
    if (failure instanceof UndecodableRecording || failure instanceof LessonTaken) {
      return failedForGood(sha256, name, failure.getMessage());
    }
    if (failure instanceof RollcallException) {
      return waiting(sha256, name, failure.getMessage());
    }
    LOG.error("Unexpected failure while processing {}", name, failure);
    return failedForGood(
        sha256, name, "Unexpected failure, the log has the details: %s.".formatted(failure));
  }

  private LessonReport failedForGood(String sha256, String name, String reason) {
    store.ledger().finish(sha256, Outcome.failed(reason));
    return LessonReport.failed(name, reason, false);
  }

  private LessonReport waiting(String sha256, String name, String reason) {
    store.ledger().putBack(sha256, reason);
    return LessonReport.failed(name, reason, true);
  }

  private LessonReport claimed(
      Path file, String sha256, LessonKey key, Progress progress, Trace trace) {
    Instant began = clock.instant();
    String name = home.relative(file);
    requireFree(key, name, sha256);
    sheets.takeInCorrections(key);

    EnrolledClass enrolled =
        trace.time(Stage.ENROL, () -> enrolment.open(key.className(), progress));
    Cohort cohort = Cohort.of(engine.embeddingSpace());
    Observation observation = Observer.watch(file, engine, cohort, settings, progress, trace);
    Identification identification =
        trace.time(Stage.IDENTIFY, () -> identify(enrolled, observation, cohort));
    List<Stranger> unknown =
        trace.time(
            Stage.IDENTIFY,
            () -> strangers.recognise(key, enrolled.roster(), identification.unknown()));

    Lesson lesson = new Lesson(key, observation.length(), Timetable.read(home).slot(key));
    Register register =
        new RegisterMaker(enrolled, observation, identification)
            .make(
                lesson,
                new Attendance(lesson, settings.attendance(), settings.sampling().interval()),
                unknown,
                store.lessons().corrections(key),
                facts(name, sha256, observation, identification.limit(), began));

    Path sheet =
        trace.time(
            Stage.WRITE,
            () ->
                write(
                    register,
                    Preview.draw(observation, identification, unknown),
                    enrolled.roster()));
    LOG.info("{}: {}", name, trace);
    return LessonReport.of(name, register, sheet, trace);
  }

  private Identification identify(EnrolledClass enrolled, Observation observation, Cohort cohort) {
    ClassModel model =
        new ClassTrainer(cohort, engine::trainSoftmax)
            .train(settings.matching().method(), enrolled.templates());
    return new Identifier(settings.matching(), cohort).identify(model, observation.tracks());
  }

  private Path write(Register register, Optional<Jpeg> preview, Roster roster) {
    store.lessons().save(register);
    ResultFolder.write(register, preview, home.output(register.lesson().key()));
    Path sheet = sheets.write(register);
    sheets.writeClassRegister(roster);
    return sheet;
  }

  private String hash(Path file, String name) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      Instant modified = found.lastModifiedTime().toInstant();
      return store
          .ledger()
          .knownHash(name, found.size(), modified)
          .orElseGet(
              () -> {
                String sha256 = ContentHash.sha256(file, bytes -> {});
                store.ledger().rememberHash(name, found.size(), modified, sha256);
                return sha256;
              });
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot read %s: %s. Check that the file exists and may be read.".formatted(name, e), e);
    }
  }

  private LessonKey lessonOf(Path file, Optional<String> className) {
    RecordingNames names = new RecordingNames(settings.inbox());
    RecordingName name =
        className.map(known -> names.ofFile(file, known)).orElseGet(() -> name(names, file));
    LocalDateTime begin = begin(name, file);
    return new LessonKey(className(name, begin, file), begin.toLocalDate(), begin.toLocalTime());
  }

  private RecordingName name(RecordingNames names, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(home.footage())
        ? names.ofPath(home.footage().relativize(absolute).toString().replace('\\', '/'))
        : names.ofFile(absolute);
  }

  private LocalDateTime begin(RecordingName name, Path file) {
    return name.begin()
        .orElseThrow(
            () ->
                new RollcallException(
                    "Cannot tell which lesson %s shows: its name tells no lesson."
                        .formatted(home.relative(file))));
  }

  private String className(RecordingName name, LocalDateTime begin, Path file) {
    return name.className()
        .or(() -> room(name).flatMap(room -> Timetable.read(home).classInRoom(room, begin)))
        .orElseThrow(
            () ->
                new TemporaryFailure(
                    "Cannot tell the class of %s: the timetable has no lesson in room '%s' then."
                        .formatted(home.relative(file), room(name).orElse(""))));
  }

  private static Optional<String> room(RecordingName name) {
    return name.room().or(name::place);
  }

  /** One lesson has one sheet: a second recording of it must not silently replace the first. */
  private void requireFree(LessonKey lesson, String name, String sha256) {
    store
        .lessons()
        .find(lesson)
        .map(register -> register.run().footage())
        .filter(footage -> footage.stream().noneMatch(f -> f.sha256().equals(sha256)))
        .filter(footage -> footage.stream().noneMatch(f -> f.file().equals(name)))
        .ifPresent(
            footage -> {
              throw new LessonTaken(name, lesson, footage.get(0).file());
            });
  }

  private RunFacts facts(
      String name, String sha256, Observation observation, MatchLimit limit, Instant began) {
    Map<String, String> models = new LinkedHashMap<>();
    models.put("detection", engine.detector());
    models.put("detectionEdition", engine.detectorEdition());
    models.put("recognition", engine.embeddingSpace());
    models.put("recognitionEdition", engine.embeddingEdition());
    Instant now = clock.instant();
    return new RunFacts(
        Version.current(),
        now,
        Duration.between(began, now),
        List.of(new Footage(name, sha256, observation.length())),
        models,
        settingsAnd(limit),
        observation.warnings());
  }

  private Map<String, String> settingsAnd(MatchLimit limit) {
    Map<String, String> facts = new LinkedHashMap<>(settings.byKey());
    facts.put(
        "recognition.limit",
        String.format(
            Locale.ROOT,
            "%.2f standard deviations above strangers (%.2f by the cohort alone)",
            limit.score(),
            limit.cohortScore()));
    facts.put(
        "recognition.expectedFalseMarks",
        "at most %s %% of the absent students"
            .formatted(
                BigDecimal.valueOf(limit.falseAcceptRate())
                    .movePointRight(2)
                    .stripTrailingZeros()
                    .toPlainString()));
    return facts;
  }
}
