package org.rollcall.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.LessonKey;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.Claim;
import org.rollcall.store.Recording;
import org.rollcall.store.Store;

/** Processes recordings that somebody names, whether they were processed before or not. */
final class ManualRun {
  private final Installation installation;
  private final Store store;
  private final Workers workers;
  private final Intake intake;

  ManualRun(Installation installation, Workers workers) {
    this.installation = installation;
    this.store = installation.store();
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

  private List<LessonReport> lessons(Recording recording, Progress progress) {
    if (!recording.reason().isEmpty() && recording.lessons().isEmpty()) {
      return List.of(LessonReport.of(recording));
    }
    List<LessonReport> reports = new ArrayList<>();
    for (LessonKey lesson : recording.lessons()) {
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      FreeSpace.require(installation.home(), 1);
      Optional<Claim> claim = store.claims().claim(lesson);
      reports.add(
          claim.isPresent()
              ? installation.work(claim.get(), workers, progress)
              : taken(recording, lesson));
    }
    recording.lessons().stream()
        .map(LessonKey::className)
        .distinct()
        .forEach(new ClassRegisters(installation.home(), store)::writeDue);
    return reports;
  }

  private static LessonReport taken(Recording recording, LessonKey lesson) {
    return LessonReport.failed(
        recording.file(),
        "Somebody works on %s at this moment; it is done once more after that.".formatted(lesson),
        true);
  }
}
