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
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/**
 * The folder in which new recordings arrive.
 *
 * <p>A recording is ready once it is complete by the criterion in the settings. If that criterion
 * is that the file is no longer changing, its last-modified time counts, unless that lies in the
 * future or the file was seen to change: from then on only scans by this object count, so keep one
 * instance for as long as the folder is in use. Not thread-safe.
 *
 * <p>The folders into which recordings are filed away are ignored.
 */
public final class WatchedFolder {
  private final Path folder;
  private final InboxSettings settings;
  private final Clock clock;
  private final RecordingNames names;
  private final Sentinel sentinel;
  private final Set<Path> closed;
  private final Map<Path, FileState> states = new HashMap<>();

  /**
   * The last observed state of a file that may still be growing.
   *
   * @param bytes its size
   * @param modified last-modified time of the file
   * @param since since when it has had this size and time
   */
  private record FileState(long bytes, Instant modified, Instant since) {
    boolean isOf(FoundFile file) {
      return bytes == file.bytes() && modified.equals(file.modified());
    }
  }

  /**
   * Creates a scanner for a folder.
   *
   * @param folder the folder
   * @param settings which files are recordings, and when they are complete
   * @param clock source of the current time
   * @throws org.rollcall.model.RollcallException if the settings would file recordings into this
   *     folder itself
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
   * Checks that the folder is available and is not merely the mount point of a disconnected share.
   *
   * @param folder the watched folder
   * @param settings settings that may name a sentinel file
   * @throws org.rollcall.model.TemporaryFailure if the share is not connected
   */
  public static void requireConnected(Path folder, InboxSettings settings) {
    new Sentinel(folder, settings.readiness().sentinel()).requirePresent();
  }

  /**
   * Scans the folder once.
   *
   * @return what the scan found
   * @throws org.rollcall.model.TemporaryFailure if the folder cannot be read, or its sentinel is
   *     missing
   */
  public Scan scan() {
    sentinel.requirePresent();
    FolderWalk walk = FolderWalk.through(folder, closed);
    sentinel.requirePresent();
    Instant now = clock.instant();
    states.keySet().retainAll(walk.files().stream().map(FoundFile::path).collect(toSet()));
    List<Candidate> ready = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>(walk.skipped());
    Markers markers = Markers.among(walk.files());
    for (FoundFile file : walk.files()) {
      if (!isControlFile(file)) {
        obstacle(file, markers, now)
            .ifPresentOrElse(skipped::add, () -> ready.add(candidate(file)));
      }
    }
    ready.sort(Candidate.BY_LESSON);
    skipped.sort(Comparator.comparing(Skipped::name));
    return new Scan(ready, skipped, longestWait(now));
  }

  /** Whether a file is only a sentinel or a marker. */
  private boolean isControlFile(FoundFile file) {
    return sentinel.isCalled(file.name())
        || (settings.readiness().when() == When.MARKED && Markers.isMarker(file));
  }

  /** Why a file is not ready to be processed; empty if it is. */
  private Optional<Skipped> obstacle(FoundFile file, Markers markers, Instant now) {
    String extension = FileName.extension(file.name());
    if (!settings.extensions().contains(extension)) {
      Message reason =
          extension.isEmpty()
              ? Message.of(Reason.SKIPPED_NO_EXTENSION)
              : Message.of(Reason.SKIPPED_EXTENSION, extension);
      return Optional.of(skip(file, SkipReason.NOT_A_RECORDING, reason));
    }
    try {
      names.ofPath(file.name());
    } catch (UnclearName e) {
      return Optional.of(skip(file, SkipReason.UNCLEAR_NAME, e.reason()));
    }
    return incomplete(file, markers, now);
  }

  private Candidate candidate(FoundFile file) {
    return new Candidate(
        file.path(), file.name(), file.bytes(), file.modified(), names.ofPath(file.name()));
  }

  private Optional<Skipped> incomplete(FoundFile file, Markers markers, Instant now) {
    return switch (settings.readiness().when()) {
      case STILL -> growing(file, now);
      case RENAMED -> Optional.empty();
      case MARKED -> markers.obstacle(file).map(reason -> skip(file, SkipReason.UNMARKED, reason));
    };
  }

  private Optional<Skipped> growing(FoundFile file, Instant now) {
    if (wait(observe(file, now), now).isZero()) {
      return Optional.empty();
    }
    long seconds = settings.readiness().stillFor().toSeconds();
    return Optional.of(
        file.bytes() == 0
            ? skip(file, SkipReason.EMPTY, Message.of(Reason.SKIPPED_EMPTY))
            : skip(file, SkipReason.GROWING, Message.of(Reason.SKIPPED_GROWING, seconds)));
  }

  private FileState observe(FoundFile file, Instant now) {
    FileState before = states.get(file.path());
    Instant since = now;
    if (before == null) {
      since = Extremes.min(file.modified(), now);
    } else if (before.isOf(file)) {
      since = Extremes.min(before.since(), now);
    }
    FileState state = new FileState(file.bytes(), file.modified(), since);
    states.put(file.path(), state);
    return state;
  }

  /** How long the file must remain unchanged before it is complete; zero when it is. */
  private Duration wait(FileState state, Instant now) {
    Duration left = settings.readiness().stillFor().minus(Duration.between(state.since(), now));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration longestWait(Instant now) {
    return states.values().stream()
        .map(state -> wait(state, now))
        .max(Comparator.naturalOrder())
        .map(WatchedFolder::inWholeMillis)
        .orElse(Duration.ZERO);
  }

  /** Rounds up, because a sleep of truncated milliseconds would end slightly too early. */
  private static Duration inWholeMillis(Duration time) {
    return Duration.ofMillis(time.plusNanos(999_999).toMillis());
  }

  private static Skipped skip(FoundFile file, SkipReason why, Message reason) {
    return new Skipped(file.path(), file.name(), why, reason);
  }
}
