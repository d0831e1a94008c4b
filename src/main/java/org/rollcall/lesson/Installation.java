package org.rollcall.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.SettingsFile;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Register;
import org.rollcall.store.Claim;
import org.rollcall.store.Claims;
import org.rollcall.store.Recording;
import org.rollcall.store.Recording.State;
import org.rollcall.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An installation, open for work: settings read, store open. Any number of programs may have one
 * open at a time; claims and leases in the store keep them apart. Close it.
 */
public final class Installation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

  private final Home home;
  private final Settings settings;
  private final Store store;
  private final Clock clock;

  private Installation(Home home, Settings settings, Store store, Clock clock) {
    this.home = home;
    this.settings = settings;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Opens an installation.
   *
   * @param home the installation
   * @param clock tells the time
   * @return the installation; the caller closes it
   * @throws org.rollcall.model.RollcallException if settings or store are not in order
   */
  public static Installation open(Home home, Clock clock) {
    return open(home, SettingsFile.read(home), clock);
  }

  /**
   * Opens an installation with settings other than its own.
   *
   * @param home the installation
   * @param settings what holds in place of its file of settings
   * @param clock tells the time
   * @return the installation; the caller closes it
   * @throws org.rollcall.model.RollcallException if the store is not in order
   */
  public static Installation open(Home home, Settings settings, Clock clock) {
    Store store = HomeStore.open(home, settings);
    Installation installation = new Installation(home, settings, store, clock);
    try {
      installation.tidyUp();
      return installation;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void tidyUp() {
    for (LessonKey lesson : store.claims().recover(List.of())) {
      LOG.warn("{} waits again: Rollcall was stopped in the middle of it", lesson);
    }
    Duration kept = Duration.ofDays(settings.unknown().keepDays());
    store.unknownPersons().forgetUnseenSince(clock.instant().minus(kept));
    store.audit().forget(clock.instant().minus(Duration.ofDays(settings.audit().keepDays())));
  }

  /** {@return where everything lies} */
  public Home home() {
    return home;
  }

  /** {@return what holds here} */
  public Settings settings() {
    return settings;
  }

  /** {@return what is known} */
  public Store store() {
    return store;
  }

  /**
   * Loads the networks into this process.
   *
   * @return the workbench; the caller closes it before the installation
   * @throws org.rollcall.model.RollcallException if the model packs are not in order
   */
  public Workbench workbench() {
    return Workbench.open(this, clock);
  }

  /**
   * Looks at recordings in this process, and takes down which lessons they show.
   *
   * @param recordings what to look at
   * @param className the class they show, where that is known otherwise
   * @param progress hears how many are done
   */
  public void survey(List<Recording> recordings, Optional<String> className, Progress progress) {
    Surveyor surveyor = new Surveyor(home, settings, store, clock);
    int done = 0;
    for (Recording recording : recordings) {
      progress.reading(recording.sha256());
      surveyor.survey(recording, className);
      progress.things(++done, recordings.size());
    }
  }

  /**
   * Prepares to process what waits in the watched folder.
   *
   * @param workers do the work
   * @return the run, to be used once
   */
  public FootageRun footageRun(Workers workers) {
    return new FootageRun(this, workers, clock);
  }

  /**
   * Processes a recording now, also one that was processed before.
   *
   * @param file the recording
   * @param className its class, where neither name nor timetable tell it
   * @param workers do the work
   * @param progress hears how far it is
   * @return what became of each lesson that it shows, or of the recording if it shows none
   */
  public List<LessonReport> process(
      Path file, Optional<String> className, Workers workers, Progress progress) {
    return new ManualRun(this, workers).process(file, className, progress);
  }

  /**
   * Works on a lesson now, also on one that was worked on before.
   *
   * @param lesson a lesson that the ledger knows
   * @param workers do the work
   * @param progress hears how far it is
   * @return what became of it
   */
  public LessonReport process(LessonKey lesson, Workers workers, Progress progress) {
    return new ManualRun(this, workers).process(lesson, progress);
  }

  /**
   * Lets a recording wait for work, if the ledger knows it: the next run takes it. Reads nothing of
   * its content.
   *
   * @param file the recording
   * @throws org.rollcall.model.TemporaryFailure if there is no such file
   */
  public void request(Path file) {
    new Intake(home, store).known(file).ifPresent(store.ledger()::reconsider);
  }

  /**
   * What a lesson is called for people.
   *
   * @param claim the right to work on it
   * @return its recordings
   */
  public String title(Claim claim) {
    return LessonReport.files(claim);
  }

  /**
   * Tells from the store what became of a lesson.
   *
   * @param claim the right to work on it, as it was
   * @return where the work on it stands now
   */
  public LessonReport report(Claim claim) {
    return report(claim.lesson(), title(claim));
  }

  LessonReport report(LessonKey lesson, String title) {
    Claims.Standing standing = store.claims().standing(lesson);
    Optional<Register> register = store.lessons().find(lesson);
    boolean sheeted = standing.state() == State.DONE || standing.state() == State.PARTIAL;
    if (!sheeted || register.isEmpty()) {
      return LessonReport.failed(title, standing.reason(), !standing.state().ended());
    }
    String sheetWaits = store.pendingSheets().reason(lesson).orElse("");
    Path sheet = new Sheets(home, store).sheet(lesson);
    return LessonReport.of(
        title, register.get(), Optional.of(sheet).filter(Files::exists), sheetWaits);
  }

  /** Works on a claim, and renews it meanwhile. */
  LessonReport work(Claim claim, Workers workers, Progress progress) {
    return ClaimRenewal.during(store.claims(), claim, () -> workers.work(claim, progress));
  }

  @Override
  public void close() {
    store.close();
  }
}
