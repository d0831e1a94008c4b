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
import java.util.Locale;
import java.util.Map;
import org.rollcall.inbox.FolderWalk.Found;
import org.rollcall.inbox.Skipped.Why;

/**
 * The folder into which recordings are put.
 *
 * <p>A recording is taken once it has not changed for the time in the settings. The time at which
 * it was last written counts for that, unless it lies in the future or the file was seen to change:
 * then only looks with this object count, so keep one for as long as the folder is watched. For use
 * by one thread at a time.
 */
public final class WatchedFolder {
  private final Path folder;
  private final InboxSettings settings;
  private final Clock clock;
  private final RecordingNames names;
  private final Map<Path, Look> looks = new HashMap<>();

  /**
   * What is known of a file that may still grow.
   *
   * @param bytes its size
   * @param modified when it was last written to, by its own account
   * @param since since when it is known to have that size and that time
   */
  private record Look(long bytes, Instant modified, Instant since) {
    boolean isOf(Found file) {
      return bytes == file.bytes() && modified.equals(file.modified());
    }
  }

  /**
   * Watches a folder.
   *
   * @param folder the folder
   * @param settings which files are recordings, and when they are complete
   * @param clock tells the time
   */
  public WatchedFolder(Path folder, InboxSettings settings, Clock clock) {
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
    this.names = new RecordingNames(settings);
  }

  /**
   * Looks into the folder once.
   *
   * @return what is there
   * @throws org.rollcall.model.TemporaryFailure if the folder cannot be read
   */
  public Scan scan() {
    FolderWalk walk = FolderWalk.through(folder);
    Instant now = clock.instant();
    looks.keySet().retainAll(walk.files().stream().map(Found::path).collect(toSet()));
    List<Candidate> ready = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>(walk.skipped());
    for (Found file : walk.files()) {
      judge(file, now, ready, skipped);
    }
    ready.sort(Candidate.BY_LESSON);
    skipped.sort(Comparator.comparing(Skipped::name));
    return new Scan(ready, skipped);
  }

  /**
   * Looks into the folder, and once more if recordings there changed a short while ago: for a run
   * that will not come back soon. It waits no longer than the settings ask files to be still.
   *
   * @param sleeper waits
   * @return what is there after the wait; before it if the thread is told to stop
   * @throws org.rollcall.model.TemporaryFailure if the folder cannot be read
   */
  public Scan scanPatiently(Sleeper sleeper) {
    Scan first = scan();
    Duration wait = longestWait(clock.instant());
    if (wait.isZero()) {
      return first;
    }
    try {
      sleeper.sleep(wait);
      return scan();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return first;
    }
  }

  private void judge(Found file, Instant now, List<Candidate> ready, List<Skipped> skipped) {
    String extension = extension(file.name());
    if (!settings.extensions().contains(extension)) {
      String reason =
          extension.isEmpty()
              ? "has no extension, expected one of a recording such as .mp4"
              : "extension .%s is not one of a recording".formatted(extension);
      skipped.add(skip(file, Why.NOT_A_RECORDING, reason));
      return;
    }
    try {
      RecordingName recording = names.ofPath(file.name());
      if (wait(look(file, now), now).isZero()) {
        ready.add(
            new Candidate(file.path(), file.name(), file.bytes(), file.modified(), recording));
      } else if (file.bytes() == 0) {
        skipped.add(skip(file, Why.EMPTY, "still empty"));
      } else {
        long seconds = settings.stillFor().toSeconds();
        String reason = "still growing, or changed less than %d s ago".formatted(seconds);
        skipped.add(skip(file, Why.GROWING, reason));
      }
    } catch (UnclearName e) {
      skipped.add(skip(file, Why.UNCLEAR_NAME, e.reason()));
    }
  }

  private Look look(Found file, Instant now) {
    Look before = looks.get(file.path());
    Instant since = now;
    if (before == null) {
      since = earlier(file.modified(), now);
    } else if (before.isOf(file)) {
      since = earlier(before.since(), now);
    }
    Look look = new Look(file.bytes(), file.modified(), since);
    looks.put(file.path(), look);
    return look;
  }

  /** How long the file must still not change; zero when it is complete. */
  private Duration wait(Look look, Instant now) {
    Duration left = settings.stillFor().minus(Duration.between(look.since(), now));
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

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Skipped skip(Found file, Why why, String reason) {
    return new Skipped(file.path(), file.name(), why, reason);
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }
}
