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
import org.rollcall.inbox.Filed.FilingResult;
import org.rollcall.inbox.RetentionSettings.AfterFailure;
import org.rollcall.inbox.RetentionSettings.AfterSuccess;
import org.rollcall.model.TemporaryFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves or deletes recordings once processing has ended, as the settings require.
 *
 * <p>Only the recording itself is touched: a regular file in the watched folder, reached without
 * symbolic links, whose content is still the content that was processed. The content is never
 * altered, and wherever the work is interrupted, it is complete at the old place or the new one;
 * filing it again finishes the work. Not thread-safe.
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
   * A recording whose processing has ended.
   *
   * @param file location of the file
   * @param sha256 hash of its content, from {@link ContentHash}
   * @param at when processing ended
   * @param failure why it could not be used; empty if it could
   */
  public record Ended(Path file, String sha256, Instant at, Optional<String> failure) {}

  /**
   * Creates a filing service for the recordings of a watched folder.
   *
   * @param footage the watched folder
   * @param settings what to do with recordings
   * @param clock source of the current time
   * @throws org.rollcall.model.RollcallException if the settings would file recordings into the
   *     watched folder itself
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
   * Takes whatever action is due for a recording.
   *
   * @param ended the recording
   * @return what was done, or why nothing was
   * @throws TemporaryFailure if the sentinel of the watched folder is missing
   */
  public Filed file(Ended ended) {
    Path file = ended.file().toAbsolutePath().normalize();
    if (stays(ended, file)) {
      return Filed.of(FilingResult.STAYS);
    }
    if (clock.instant().isBefore(ended.at().plus(retention.delay()))) {
      return Filed.of(FilingResult.NOT_YET);
    }
    sentinel.requirePresent();
    try {
      Optional<Filed> obstacle = obstacle(ended, file);
      return obstacle.isPresent() ? obstacle.get() : act(ended, file);
    } catch (IOException e) {
      return Filed.left(FilingResult.TROUBLE, FolderWalk.reason(e));
    } catch (TemporaryFailure e) {
      return Filed.left(FilingResult.TROUBLE, e.getMessage());
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
      return Optional.of(Filed.left(FilingResult.MISSING, "it no longer exists"));
    }
    if (!RealFolders.isReached(footage, file.getParent()) || !isFile(file)) {
      return Optional.of(
          Filed.left(
              FilingResult.CHANGED, "it is not a regular file, or its path contains a link"));
    }
    if (!Files.isWritable(file.getParent())) {
      return Optional.of(readOnly(file));
    }
    return isStill(file, ended.sha256())
        ? Optional.empty()
        : Optional.of(Filed.left(FilingResult.CHANGED, "its content is not what was processed"));
  }

  private Filed readOnly(Path file) {
    if (readOnly.add(file.getParent())) {
      LOG.warn("Recordings in {} stay: the folder is read-only.", file.getParent());
    }
    return Filed.left(FilingResult.READ_ONLY, "its folder is read-only");
  }

  private static boolean isFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Checks whether a file has the given content and did not change during the check. */
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
      return Filed.of(FilingResult.DELETED);
    }
    Path below = footage.relativize(file.getParent());
    Path folder = ended.failure().isPresent() ? failedFolder : doneFolder;
    Path target = RealFolders.make(folder, below);
    Optional<String> reason = ended.failure().map(failure -> explained(ended, failure));
    return Filed.moved(new FiledRecording(file, ended.sha256(), target, reason).move());
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
