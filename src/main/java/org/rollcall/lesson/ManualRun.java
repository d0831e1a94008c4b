package org.rollcall.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollcall.model.LessonKey;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.Claim;
import org.rollcall.store.Claims;
import org.rollcall.store.Recording;
import org.rollcall.store.Store;

/**
 * Processes recordings or lessons that somebody names, whether they were processed before or not.
 * Those that somebody else works on are waited for.
 */
final class ManualRun {
  private static final long POLL_MILLIS = 500;

  private final Installation installation;
  private final Store store;
  private final Claims claims;
  private final Workers workers;
  private final Intake intake;

  ManualRun(Installation installation, Workers workers) {
    this.installation = installation;
    this.store = installation.store();
    this.claims = store.claims();
    this.workers = workers;
    this.intake = new Intake(installation.home(), store);
  }

  List<LessonReport> process(Path file, Optional<String> className, Progress progress) {
    String name = installation.home().relative(file);
    try {
      String sha256 = intake.hash(file, bytes -> {});
      store.ledger().notice(sha256, name);
      store.ledger().reconsider(sha256);
      Recording recording = store.ledger().find(sha256).orElseThrow();
      workers.survey(List.of(recording), className, Progress.NONE);
      return lessons(store.ledger().find(sha256).orElseThrow(), progress);
    } catch (TemporaryFailure e) {
      return List.of(LessonReport.failed(name, e.getMessage(), true));
    }
  }

  LessonReport process(LessonKey lesson, Progress progress) {
    try {
      return work(lesson, lesson.toString(), progress);
    } catch (TemporaryFailure e) {
      return LessonReport.failed(lesson.toString(), e.getMessage(), true);
    }
  }

  private List<LessonReport> lessons(Recording recording, Progress progress) {
    if (!recording.reason().isEmpty() && recording.lessons().isEmpty()) {
      return List.of(LessonReport.of(recording));
    }
    List<LessonReport> reports = new ArrayList<>();
    for (LessonKey lesson : recording.lessons()) {
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      reports.add(work(lesson, recording.file(), progress));
    }
    recording.lessons().stream()
        .map(LessonKey::className)
        .distinct()
        .forEach(new ClassRegisters(installation.home(), store)::writeDue);
    return reports;
  }

  private LessonReport work(LessonKey lesson, String name, Progress progress) {
    RoomForLessons.require(installation.home(), 1);
    while (true) {
      Optional<Claim> claim = claims.claim(lesson);
      if (claim.isPresent()) {
        return installation.work(claim.get(), workers, progress);
      }
      if (!isUnderWork(lesson)) {
        return LessonReport.failed(
            name, "No recording of %s can be used any more.".formatted(lesson), false);
      }
      if (!awaitOthers(lesson)) {
        return LessonReport.failed(name, "Rollcall was stopped before it began.", true);
      }
      if (claims.standing(lesson).state().ended()) {
        return installation.report(lesson, name);
      }
    }
  }

  private boolean isUnderWork(LessonKey lesson) {
    Recording.State state = claims.standing(lesson).state();
    return state == Recording.State.CLAIMED || state == Recording.State.RUNNING;
  }

  /** {@return whether there is reason to go on} */
  private boolean awaitOthers(LessonKey lesson) {
    try {
      while (isUnderWork(lesson)) {
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
