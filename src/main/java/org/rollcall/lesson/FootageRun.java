package org.rollcall.lesson;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.inbox.Candidate;
import org.rollcall.inbox.Scan;
import org.rollcall.inbox.Skipped;
import org.rollcall.inbox.Sleeper;
import org.rollcall.inbox.WatchedFolder;

/** Processes everything that waits in the watched folder, once. */
public final class FootageRun {
  private final Home home;
  private final WatchedFolder folder;
  private final LessonProcessor processor;
  private final Clock clock;

  FootageRun(Home home, Settings settings, LessonProcessor processor, Clock clock) {
    this.home = home;
    this.folder = new WatchedFolder(home.footage(), settings.inbox(), clock);
    this.processor = processor;
    this.clock = clock;
  }

  /**
   * What a run did.
   *
   * @param lessons the recordings that were processed or failed
   * @param settled how many recordings in the folder earlier runs dealt with, well or not
   * @param skipped what lies in the folder and was not taken
   */
  public record Report(List<LessonReport> lessons, int settled, List<Skipped> skipped) {
    public Report {
      lessons = List.copyOf(lessons);
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * Runs once over the folder, the oldest lesson first. An interruption of the thread ends it
   * early: the recording under work waits again.
   *
   * @param until when no other recording is taken any more; empty for no such time
   * @param sleeper waits for files that are still being written
   * @param progress hears how far each recording is
   * @param each takes each report as soon as it is there
   * @return all of it
   * @throws org.rollcall.model.TemporaryFailure if the folder cannot be read
   */
  public Report run(
      Optional<Instant> until, Sleeper sleeper, Progress progress, Consumer<LessonReport> each) {
    Instant begun = clock.instant();
    Scan scan = folder.scanPatiently(sleeper);
    List<LessonReport> reports = new ArrayList<>();
    int settled = 0;
    for (Path file : filesToTake(scan)) {
      if (Thread.currentThread().isInterrupted() || isOver(until)) {
        break;
      }
      Optional<LessonReport> report = processor.processNew(file, progress);
      report.ifPresent(reports::add);
      report.ifPresent(each);
      settled += report.isEmpty() ? 1 : 0;
    }
    if (!Thread.currentThread().isInterrupted()) {
      LastRun.remember(home, begun);
    }
    return new Report(
        reports, settled, scan.skipped().stream().filter(s -> !isUnclear(s)).toList());
  }

  private boolean isOver(Optional<Instant> until) {
    return until.filter(end -> !clock.instant().isBefore(end)).isPresent();
  }

  /** What is ready, and what only a person can help: it shall fail, so that somebody sees it. */
  private static List<Path> filesToTake(Scan scan) {
    List<Path> files = new ArrayList<>(scan.ready().stream().map(Candidate::path).toList());
    scan.skipped().stream().filter(FootageRun::isUnclear).map(Skipped::path).forEach(files::add);
    return files;
  }

  private static boolean isUnclear(Skipped skipped) {
    return skipped.why() == Skipped.Why.UNCLEAR_NAME;
  }
}
