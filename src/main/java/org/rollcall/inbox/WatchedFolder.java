package org.rollcall.inbox;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.basics.Extremes;
import org.rollcall.basics.FileName;
import org.rollcall.inbox.FolderWalk.FoundFile;
import org.rollcall.inbox.ReadinessSettings.When;
import org.rollcall.inbox.Skipped.SkipReason;

/**
 * The folder into which recordings are put.
 *
 * <p>A recording is taken once it is complete by the sign in the settings. Where the sign is that
 * it has not changed for a while, the time at which it was last written counts for that, unless it
 * lies in the future or the file was seen to change: then only looks with this object count, so
 * keep one for as long as the folder is watched. For use by one thread at a time.
 *
 * <p>The folders into which recordings are filed away count as not there.
 */
public final class WatchedFolder {
  private final Path folder;
  private final InboxSettings settings;
  private final Clock clock;
  private final RecordingNames names;
  private final Sentinel sentinel;
  private final Set<Path> closed;
  private final Map<Path, FileState> looks = new HashMap<>();

  /**
   * What is known of a file that may still grow.
   *
   * @param bytes its size
   * @param modified when it was last written to, by its own account
   * @param since since when it is known to have that size and that time
   */
  private record FileState(long bytes, Instant modified, Instant since) {
    boolean isOf(FoundFile file) {
      return bytes == file.bytes() && modified.equals(file.modified());
    }
  }

  /**
   * Watches a folder.
   *
   * @param folder the folder
   * @param settings which files are recordings, and when they are complete
   * @param clock tells the time
   * @throws org.rollcall.model.RollcallException if recordings would be filed away into this folder
   *     itself
   */
  public WatchedFolder(Path folder, InboxSettings settings, Clock clock) {
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
    this.names = new RecordingNames(settings);
    this.sentinel = new Sentinel(folder, settings.readiness().sentinel());
    RetentionSettings retention = settings.retention();
    this.closed = Set.copyOf(List.of(retention.doneFolder(folder), retention.failedFolder(folder)));
  }

  /**
   * Makes sure that the folder is there, and not only the place where its share belongs.
   *
   * @param folder the watched folder
   * @param settings whether a file in it tells
   * @throws org.rollcall.model.TemporaryFailure if the share is not connected
   */
  public static void requireConnected(Path folder, InboxSettings settings) {
    new Sentinel(folder, settings.readiness().sentinel()).requirePresent();
  }

  /**
   * Looks into the folder once.
   *
   * @return what is there
   * @throws org.rollcall.model.TemporaryFailure if the folder cannot be read, or its sentinel is
   *     missing
   */
  public Scan scan() {
    sentinel.requirePresent();
    FolderWalk walk = FolderWalk.through(folder, closed);
    sentinel.requirePresent();
    Instant now = clock.instant();
    looks.keySet().retainAll(walk.files().stream().map(FoundFile::path).collect(toSet()));
    List<Candidate> ready = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>(walk.skipped());
    Markers markers = Markers.among(walk.files());
    for (FoundFile file : walk.files()) {
      if (!isSign(file)) {
        judge(file, markers, now, ready, skipped);
      }
    }
    ready.sort(Candidate.BY_LESSON);
    skipped.sort(Comparator.comparing(Skipped::name));
    return new Scan(ready, skipped, longestWait(now));
  }

  /** Whether a file only says something about the folder or about a recording. */
  private boolean isSign(FoundFile file) {
    return sentinel.isCalled(file.name())
        || (settings.readiness().when() == When.MARKED && Markers.isMarker(file));
  }

  private void judge(
      FoundFile file, Markers markers, Instant now, List<Candidate> ready, List<Skipped> skipped) {
    String extension = FileName.extension(file.name());
    if (!settings.extensions().contains(extension)) {
      String reason =
          extension.isEmpty()
              ? "has no extension, expected one of a recording such as .mp4"
              : "extension .%s is not one of a recording".formatted(extension);
      skipped.add(skip(file, SkipReason.NOT_A_RECORDING, reason));
      return;
    }
    try {
      RecordingName recording = names.ofPath(file.name());
      Optional<Skipped> incomplete = incomplete(file, markers, now);
      incomplete.ifPresentOrElse(
          skipped::add,
          () ->
              ready.add(
                  new Candidate(
                      file.path(), file.name(), file.bytes(), file.modified(), recording)));
    } catch (UnclearName e) {
      skipped.add(skip(file, SkipReason.UNCLEAR_NAME, e.reason()));
    }
  }

  private Optional<Skipped> incomplete(FoundFile file, Markers markers, Instant now) {
    return switch (settings.readiness().when()) {
      case STILL -> growing(file, now);
      case RENAMED -> Optional.empty();
      case MARKED -> markers.obstacle(file).map(reason -> skip(file, SkipReason.UNMARKED, reason));
    };
  }

  private Optional<Skipped> growing(FoundFile file, Instant now) {
    if (wait(look(file, now), now).isZero()) {
      return Optional.empty();
    }
    long seconds = settings.readiness().stillFor().toSeconds();
    return Optional.of(
        file.bytes() == 0
            ? skip(file, SkipReason.EMPTY, "still empty")
            : skip(
                file,
                SkipReason.GROWING,
                "still growing, or changed less than %d s ago".formatted(seconds)));
  }

  private FileState look(FoundFile file, Instant now) {
    FileState before = looks.get(file.path());
    Instant since = now;
    if (before == null) {
      since = Extremes.min(file.modified(), now);
    } else if (before.isOf(file)) {
      since = Extremes.min(before.since(), now);
    }
    FileState look = new FileState(file.bytes(), file.modified(), since);
    looks.put(file.path(), look);
    return look;
  }

  /** How long the file must still not change; zero when it is complete. */
  private Duration wait(FileState look, Instant now) {
    Duration left = settings.readiness().stillFor().minus(Duration.between(look.since(), now));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration longestWait(Instant now) {
    return looks.values().stream()
        .map(look -> wait(look, now))
        .max(Comparator.naturalOrder())
        .map(WatchedFolder::inWholeMillis)
        .orElse(Duration.ZERO);
  }

  /** Rounded up, because a sleep is not finer and would end a moment too early. */
  private static Duration inWholeMillis(Duration time) {
    return Duration.ofMillis(time.plusNanos(999_999).toMillis());
  }

  private static Skipped skip(FoundFile file, SkipReason why, String reason) {
    return new Skipped(file.path(), file.name(), why, reason);
  }
}
