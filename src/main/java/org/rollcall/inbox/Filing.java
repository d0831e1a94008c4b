package org.rollcall.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.rollcall.inbox.Filed.What;
import org.rollcall.inbox.RetentionSettings.AfterFailure;
import org.rollcall.inbox.RetentionSettings.AfterSuccess;
import org.rollcall.model.TemporaryFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves or deletes recordings after their end, as the settings say.
 *
 * <p>Nothing is touched but the recording itself: a file in the watched folder, reached without a
 * link, whose content is still the one that ended. Its content is never altered, and never less
 * than whole at its old or its new place, wherever the work is cut off; filing it again then
 * finishes the work. For use by one thread at a time.
 */
public final class Filing {
  private static final Logger LOG = LoggerFactory.getLogger(Filing.class);

  private final Path footage;
  private final RetentionSettings retention;
  private final Sentinel sentinel;
  private final Clock clock;
  private final Path doneFolder;
  private final Path failedFolder;
  private final Set<Path> readOnly = new HashSet<>();

  /**
   * A recording at its end.
   *
   * @param file where it lies
   * @param sha256 its content, by {@link ContentHash}
   * @param at when it ended
   * @param failure why it could not be used; empty if it could
   */
  public record Ended(Path file, String sha256, Instant at, Optional<String> failure) {}

  /**
   * Prepares for the recordings of a watched folder.
   *
   * @param footage the watched folder
   * @param settings what shall become of recordings
   * @param clock tells the time
   * @throws org.rollcall.model.RollcallException if recordings would be filed away into the watched
   *     folder itself
   */
  public Filing(Path footage, InboxSettings settings, Clock clock) {
    this.footage = footage.toAbsolutePath().normalize();
    this.retention = settings.retention();
    this.sentinel = new Sentinel(footage, settings.readiness().sentinel());
    this.clock = clock;
    this.doneFolder = retention.doneFolder(footage);
    this.failedFolder = retention.failedFolder(footage);
  }

  /**
   * Does what is due to a recording.
   *
   * @param ended the recording
   * @return what was done, or why nothing was
   * @throws TemporaryFailure if the sentinel of the watched folder is missing
   */
  public Filed file(Ended ended) {
    Path file = ended.file().toAbsolutePath().normalize();
    if (stays(ended, file)) {
      return Filed.of(What.STAYS);
    }
    if (clock.instant().isBefore(ended.at().plus(retention.delay()))) {
      return Filed.of(What.NOT_YET);
    }
    sentinel.requirePresent();
    try {
      Optional<Filed> obstacle = obstacle(ended, file);
      return obstacle.isPresent() ? obstacle.get() : act(ended, file);
    } catch (IOException e) {
      return Filed.left(What.TROUBLE, "it cannot be filed away: " + FolderWalk.reason(e));
    } catch (TemporaryFailure e) {
      return Filed.left(What.TROUBLE, "it cannot be filed away: " + e.getMessage());
    }
  }

  private boolean stays(Ended ended, Path file) {
    boolean wanted =
        ended.failure().isPresent()
            ? retention.afterFailure() != AfterFailure.STAY
            : retention.afterSuccess() != AfterSuccess.STAY;
    boolean waiting =
        file.startsWith(footage) && !file.startsWith(doneFolder) && !file.startsWith(failedFolder);
    return !wanted || !waiting;
  }

  private Optional<Filed> obstacle(Ended ended, Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(Filed.left(What.MISSING, "it is not there any more"));
    }
    if (!RealFolders.isReached(footage, file.getParent()) || !isFile(file)) {
      return Optional.of(Filed.left(What.CHANGED, "it is no file, or a link leads to it"));
    }
    if (!Files.isWritable(file.getParent())) {
      return Optional.of(readOnly(file));
    }
    return isStill(file, ended.sha256())
        ? Optional.empty()
        : Optional.of(Filed.left(What.CHANGED, "its content is not the one that was processed"));
  }

  private Filed readOnly(Path file) {
    if (readOnly.add(file.getParent())) {
      LOG.warn("Recordings in {} stay: the folder is read-only.", file.getParent());
    }
    return Filed.left(What.READ_ONLY, "its folder is read-only");
  }

  private static boolean isFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether a file has some content, and has not been touched while that was found out. */
  private static boolean isStill(Path file, String sha256) throws IOException {
    BasicFileAttributes before = attributes(file);
    String found = ContentHash.sha256(file, bytes -> {});
    BasicFileAttributes after = attributes(file);
    return found.equals(sha256)
        && before.size() == after.size()
        && before.lastModifiedTime().equals(after.lastModifiedTime());
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private Filed act(Ended ended, Path file) throws IOException {
    if (ended.failure().isEmpty() && retention.afterSuccess() == AfterSuccess.DELETE) {
      Files.delete(file);
      return Filed.of(What.DELETED);
    }
    Path below = footage.relativize(file.getParent());
    Path folder = ended.failure().isPresent() ? failedFolder : doneFolder;
    Path target = RealFolders.make(folder, below);
    FiledRecording filed = new FiledRecording(file, ended.sha256(), target);
    return Filed.moved(filed.move(ended.failure().map(reason -> explained(ended, reason))));
  }

  private String explained(Ended ended, String reason) {
    return "%s\n\nRecording: %s\nSHA-256: %s\nEnded: %s\n"
        .formatted(
            reason,
            FolderWalk.withSlashes(footage.relativize(ended.file().toAbsolutePath().normalize())),
            ended.sha256(),
            ended.at());
  }
}
