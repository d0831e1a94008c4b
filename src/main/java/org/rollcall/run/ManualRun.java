package org.rollcall.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollcall.desk.ClassRegisters;
import org.rollcall.home.Installation;
import org.rollcall.ingest.ContentIndex;
import org.rollcall.ingest.FactsReader;
import org.rollcall.ingest.RecordingInspector;
import org.rollcall.lesson.LessonReport;
import org.rollcall.lesson.Withdrawal;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Claims;
import org.rollcall.store.ledger.Ledger;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.store.ledger.WorkQueue;

/**
 * Processes recordings or lessons that a person has chosen, whether or not they were processed
 * before. Waits for those that another process is working on.
 */
public final class ManualRun {
  private static final long POLL_MILLIS = 500;

  private final Installation installation;
  private final Workers workers;
  private final RunListener listener;
  private final Ledger ledger;
  private final Claims claims;
  private final WorkQueue queue;
  private final ContentIndex contentIndex;
  private final RecordingInspector inspector;
  private final ClassRegisters registers;

  /**
   * Creates a run.
   *
   * @param installation the installation whose recordings are processed
   * @param workers inspect recordings and process lessons
   * @param listener is told of outcomes and progress
   */
  public ManualRun(Installation installation, Workers workers, RunListener listener) {
    this.installation = installation;
    this.workers = workers;
    this.listener = listener;
    this.ledger = installation.store().ledger();
    this.claims = installation.store().claims();
    this.queue = installation.store().workQueue();
    this.contentIndex = new ContentIndex(installation.home(), installation.store());
    this.inspector = new RecordingInspector(installation);
    this.registers = new ClassRegisters(installation.home(), installation.store());
  }

  /**
   * Queues a recording for the next run, if the ledger knows it. Does not read its content.
   *
   * @param installation the installation
   * @param file the recording
   * @throws TemporaryFailure if there is no such file
   */
  public static void request(Installation installation, Path file) {
    new ContentIndex(installation.home(), installation.store()).reconsider(file);
  }

  /**
   * Processes a recording; its file name or the timetable gives its class.
   *
   * @param file the recording
   * @return the outcome of each lesson that it shows, or of the recording if it shows none
   */
  public List<LessonReport> process(Path file) {
    return process(file, inspector::inspect);
  }

  /**
   * Processes a recording of a given class.
   *
   * @param file the recording
   * @param className its class, whatever its file name says
   * @return the outcome of each lesson that it shows, or of the recording if it shows none
   */
  public List<LessonReport> process(Path file, String className) {
    return process(file, (recording, reader) -> inspector.inspect(recording, className, reader));
  }

  /** A way to inspect a recording. */
  private interface Inspecting {
    void inspect(Recording recording, FactsReader reader);
  }

  private List<LessonReport> process(Path file, Inspecting how) {
    String name = installation.home().relative(file);
    List<LessonReport> reports = new ArrayList<>();
    try {
      work(inspected(name, contentIndex.hash(file), how), reports);
    } catch (TemporaryFailure e) {
      reports.add(ended(LessonReport.failed(name, e.message(), true)));
    }
    return reports;
  }

  private Recording inspected(String name, String sha256, Inspecting how) {
    claims.recover(Set.of());
    ledger.add(sha256, name);
    ledger.reconsider(sha256, name);
    try (FactsReader reader = workers.facts()) {
      how.inspect(ledger.find(sha256).orElseThrow(), reader);
    }
    for (Withdrawal.Withdrawn withdrawn : new Withdrawal(installation).withdrawAll()) {
      listener.withdrawn(withdrawn);
      registers.writeDue(withdrawn.lesson().className());
    }
    return ledger.find(sha256).orElseThrow();
  }

  /**
   * Processes a lesson.
   *
   * @param lesson a lesson that the ledger knows
   * @return its outcome
   */
  public LessonReport process(LessonKey lesson) {
    LessonReport report = ended(outcome(lesson));
    registers.writeDue(lesson.className());
    return report;
  }

  private LessonReport outcome(LessonKey lesson) {
    try {
      return work(lesson, lesson.toString());
    } catch (TemporaryFailure e) {
      return LessonReport.failed(lesson.toString(), e.message(), true);
    }
  }

  /** Adds the outcome of each lesson as soon as there is one: a later lesson may fail to start. */
  private void work(Recording recording, List<LessonReport> reports) {
    if (recording.reason().isPresent() && recording.lessons().isEmpty()) {
      reports.add(ended(LessonReport.of(recording)));
      return;
    }
    try {
      recording.lessons().stream()
          .takeWhile(lesson -> !Thread.currentThread().isInterrupted())
          .forEach(lesson -> reports.add(ended(work(lesson, recording.file()))));
    } finally {
      recording.lessons().stream()
          .map(LessonKey::className)
          .distinct()
          .forEach(registers::writeDue);
    }
  }

  private LessonReport ended(LessonReport report) {
    listener.ended(report);
    return report;
  }

  private LessonReport work(LessonKey lesson, String name) {
    SpaceForLessons.require(installation.home(), 1);
    while (true) {
      Optional<Claim> claim = claims.claim(lesson);
      if (claim.isPresent()) {
        return work(claim.get());
      }
      if (!isInProgress(lesson)) {
        return LessonReport.failed(name, Message.of(Reason.NO_USABLE_RECORDING, lesson), false);
      }
      if (!awaitOthers(lesson)) {
        return LessonReport.failed(name, Message.of(Reason.STOPPED_BEFORE), true);
      }
      if (queue.workState(lesson).state().ended()) {
        return LessonReport.of(installation, lesson, name);
      }
    }
  }

  private LessonReport work(Claim claim) {
    ClaimRenewal renewal = ClaimRenewal.start(claims, claim);
    try (renewal) {
      return workers.work(claim, listener.progress(claim));
    }
  }

  private boolean isInProgress(LessonKey lesson) {
    RecordingState state = queue.workState(lesson).state();
    return state == RecordingState.CLAIMED || state == RecordingState.RUNNING;
  }

  /** {@return whether to carry on; false if the thread was interrupted} */
  private boolean awaitOthers(LessonKey lesson) {
    try {
      while (isInProgress(lesson)) {
        Thread.sleep(POLL_MILLIS);
        claims.recover(Set.of());
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
